import type { Requirement } from '#spec/generated/requirements.ts';
import type { Operation } from '#spec/operations.ts';
import type { Diagnosis, DiagnosisCode } from '../diagnosis.ts';
import { type OutcomeKind, outcomeKinds } from '../outcome.ts';
import { levelOf } from '../plan/selection.ts';
import type {
  CaseLine,
  DiagnosisCount,
  FooterLine,
  RequirementResult,
  RequirementStatus,
  RunVerdict,
} from '../report/lines.ts';
import { type Verdict, verdicts } from '../verdict.ts';

/** What a case says of what it proves; whatever came of a case of an undeclared feature, it demanded nothing. */
type Said = Verdict | 'undeclared';

/** Adds up a run line by line, so that no line has to be kept. */
export class Summary {
  readonly #requirements: readonly Requirement[];
  readonly #said: ReadonlyMap<string, Set<Said>>;
  readonly #verdicts = countsOf<Verdict>(verdicts);
  readonly #outcomes = countsOf<OutcomeKind>(outcomeKinds);
  readonly #diagnoses = new Map<DiagnosisCode, DiagnosisCount>();
  readonly #supported = new Map<Operation, boolean>();

  constructor(requirements: readonly Requirement[]) {
    this.#requirements = requirements;
    this.#said = new Map(requirements.map(({ id }) => [id, new Set()]));
  }

  add({ verdict, expected, observed, requirements, operation }: CaseLine): void {
    this.#verdicts[verdict]++;
    this.#outcomes[observed.outcome]++;
    const said = expected.undeclared === undefined ? verdict : 'undeclared';
    for (const id of requirements) this.#said.get(id)?.add(said);
    const supported = observed.outcome !== 'unsupported' && observed.outcome !== 'not-run';
    this.#supported.set(operation, supported || this.#supported.get(operation) === true);
  }

  diagnose({ code, detail }: Diagnosis, times = 1): void {
    const before = this.#diagnoses.get(code);
    this.#diagnoses.set(code, before ? { ...before, count: before.count + times } : { code, count: times, detail });
  }

  /** The operations that cases asked for, and that no answer but `unsupported` came for. */
  get unsupported(): readonly Operation[] {
    return [...this.#supported].flatMap(([operation, supported]) => (supported ? [] : [operation]));
  }

  footer(complete: boolean, stopped: string | null): FooterLine {
    const requirements = this.#requirements.map((requirement) => this.#judge(requirement));
    return {
      kind: 'footer',
      verdict: this.#overall(requirements, complete, stopped !== null),
      counts: { ...this.#verdicts },
      outcomes: { ...this.#outcomes },
      requirements,
      diagnoses: [...this.#diagnoses.values()].sort((a, b) => (a.code < b.code ? -1 : 1)),
      stopped,
    };
  }

  #judge(requirement: Requirement): RequirementResult {
    const { id, keyword, set } = requirement;
    return { id, keyword, set, status: statusOf(requirement, this.#said.get(id) ?? new Set()) };
  }

  #overall(judged: readonly RequirementResult[], complete: boolean, stopped: boolean): RunVerdict {
    if (judged.some(({ status }) => status === 'unmet')) return 'not conformant';
    if (stopped) return 'incomplete';
    // Of a part of the cases, only what was asked and not answered is missing; of all of them, whatever is open.
    const isMissing = ({ id, status }: RequirementResult) =>
      status === 'open' && (complete || this.#said.get(id)?.size !== 0);
    if (judged.some((result) => levelOf(result) === 'must' && isMissing(result))) return 'incomplete';
    return complete ? 'conformant' : 'passed';
  }
}

function statusOf({ keyword, outside }: Requirement, said: ReadonlySet<Said>): RequirementStatus {
  if (keyword === 'MAY') return 'observed';
  if (said.size === 0) return outside === undefined ? 'open' : 'outside';
  if (said.has('fail')) return levelOf({ keyword }) === 'must' ? 'unmet' : 'warned';
  const demanded = [...said].filter((one) => one !== 'undeclared');
  if (demanded.length === 0) return 'undeclared';
  return demanded.every((one) => one === 'pass') ? 'met' : 'open';
}

function countsOf<K extends string>(kinds: readonly K[]): Record<K, number> {
  return Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<K, number>;
}
