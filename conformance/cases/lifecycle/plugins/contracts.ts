import { shippedAdapters } from '#spec/contracts/adapters.ts';
import type { CapabilityClass, ContractKind } from '#spec/contracts/vocabulary.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import { put } from '../../../rows.ts';
import { withLines } from '../../runtime/runner/given.ts';
import { checking, classes, everything, kebab, only, usualValue } from './checking.ts';
import { answers, answersOtherwise, answersToo } from './given.ts';

const proves = ['PLUG-CONTRACTS'] as const;

function declaresContracts(...kinds: readonly ContractKind[]) {
  return withLines(
    ['[operator.plugin]', `contracts = [${kinds.map((kind) => `{ kind = "${kind}" }`).join(', ')}]`].join('\n'),
  );
}

function entry(kind: ContractKind, reasons: readonly string[] = []): WireValue {
  const adapter = shippedAdapters.find((each) => each.kind === kind)?.adapter ?? null;
  return { kind, requested_version: 1n, status: reasons.length === 0 ? 'accepted' : 'rejected', adapter, reasons };
}

function typed(ready: boolean, ...entries: readonly WireValue[]): WireValue {
  return { contracts: { mode: 'typed', ready, entries } };
}

const granting = (which: CapabilityClass) =>
  put(['binding', 'capability_profile'], everything(only(which, usualValue[which])));

/** A kind by itself, and with each of the classes that its adapter allows, or does not. */
function ofKind(kind: ContractKind): readonly Case[] {
  const allowed = shippedAdapters.find((each) => each.kind === kind)?.allowedCapabilityClasses ?? [];
  const twin = `contract-${kebab(kind)}`;
  const given = checking({ artifact: declaresContracts(kind) });
  return [
    answers(twin, proves, given, typed(true, entry(kind))),
    ...classes.map((which) => {
      const name = `${twin}-with-${kebab(which)}`;
      if (allowed.includes(which)) return answersToo(name, proves, given, granting(which), typed(true, entry(kind)));
      const rejected = entry(kind, ['classes-not-allowed']);
      return answersOtherwise(name, proves, twin, granting(which), typed(false, rejected));
    }),
  ];
}

export const contractCases: readonly Case[] = [
  answers('contract-none', proves, checking(), { contracts: { mode: 'untyped_legacy', ready: true, entries: [] } }),
  answersToo('contract-none-with-secrets', proves, checking(), granting('secrets'), {
    contracts: { mode: 'untyped_legacy', ready: true, entries: [] },
  }),
  ...shippedAdapters.flatMap(({ kind }) => ofKind(kind)),
  answers(
    'contract-two',
    proves,
    checking({ artifact: declaresContracts('run_lifecycle_hook', 'delivery_adapter') }),
    typed(true, entry('run_lifecycle_hook'), entry('delivery_adapter')),
  ),
  answersOtherwise(
    'contract-two-one-rejected',
    proves,
    'contract-two',
    granting('channels'),
    typed(false, entry('run_lifecycle_hook', ['classes-not-allowed']), entry('delivery_adapter')),
  ),
  answers(
    'contract-class-declared-and-not-granted',
    proves,
    checking({
      artifact: withLines(
        '[capabilities]\nhttp_egress_allowlist = ["api.example.com"]\n[operator.plugin]\ncontracts = [{ kind = "run_lifecycle_hook" }]',
      ),
    }),
    typed(true, entry('run_lifecycle_hook')),
  ),
];
