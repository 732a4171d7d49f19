import { baseArtifact } from '#fixtures/artifact/model.ts';
import { keyHexOf } from '#fixtures/signing/keys.ts';
import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { accepted, put, rejected } from '../../rows.ts';
import { answer, type Key, nameOf, type Step, type Store, stepsToDepth } from './decision-model.ts';
import { storeRecord, storeValue } from './store-rows.ts';
import { strangersArtifact, verifying } from './verifying.ts';

const provenBy = {
  allowlisted: ['TRUST-ALLOWLIST', 'TRUST-BY-KEY'],
  tofu_pinned: ['TRUST-PIN', 'TRUST-BY-KEY'],
  tofu_newly_pinned: ['TRUST-TOFU', 'TRUST-UNKNOWN'],
  'trust.key-mismatch': ['TRUST-ALLOWLIST'],
  'trust.pin-mismatch': ['TRUST-PIN'],
  'trust.untrusted-publisher': ['TRUST-UNKNOWN'],
} as const;

/** Every question of every sequence of four; the state is an input, so each stands for itself. */
export const decisionCases: readonly Case[] = [...stepsToDepth(4).values()].map(caseOf);

function caseOf(step: Step): Case {
  const given = answer(step.store, step.question);
  if ('code' in given) return refusal(step, given.code);
  return accepted(idOf(step), provenBy[given.decision], recipeOf(step), {
    value: (world) => ({
      report: { accepted: true, trust_decision: given.decision, audit_event: { trust_decision: given.decision } },
      trustStore: storeValue(...mapsOf(given.store, world)),
    }),
  });
}

/** One step from what is accepted: the right key for a wrong one, or trust on first use for a stranger. */
function refusal({ store, question }: Step, code: keyof typeof provenBy & `trust.${string}`): Case {
  const id = idOf({ store, question });
  if (code === 'trust.untrusted-publisher') {
    const twin = idOf({ store, question: { ...question, tofu: true } });
    return rejected(id, provenBy[code], twin, code, put(['allowTofu'], false));
  }
  const twin = idOf({ store, question: { ...question, key: question.key === 'a' ? 'b' : 'a' } });
  return rejected(id, provenBy[code], twin, code, (world) =>
    put(['artifact', 'signing', 'seed'], seedOf(question.key, world)),
  );
}

function recipeOf({ store, question: { who, key, tofu } }: Step) {
  return verifying((world) => {
    const artifact = who === 'known' ? baseArtifact(world) : strangersArtifact(world);
    const [trusted, pinned] = mapsOf(store, world);
    return {
      artifact: { ...artifact, signing: { ...artifact.signing, seed: seedOf(key, world) } },
      trustStore: storeRecord(trusted, pinned),
      allowTofu: tofu,
    };
  });
}

function mapsOf(store: Store, world: World) {
  const hex = (key: Key) => keyHexOf(seedOf(key, world));
  const trusted = store.allowed === undefined ? {} : { [world.publisher]: [hex(store.allowed)] };
  const pinned = {
    ...(store.known === undefined ? {} : { [world.publisher]: hex(store.known) }),
    ...(store.stranger === undefined ? {} : { [world.otherPublisher]: hex(store.stranger) }),
  };
  return [trusted, pinned] as const;
}

function seedOf(key: Key, world: World): Uint8Array {
  return key === 'a' ? world.signingSeed : world.otherSigningSeed;
}

function idOf(step: Step): string {
  return `trust/${nameOf(step)}`;
}
