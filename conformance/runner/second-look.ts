import type { Diagnosis } from '../diagnosis.ts';
import type { Outcome } from '../outcome.ts';
import { stableNumber } from '../plan/shard.ts';
import { type Asked, askAlone, type Call, isAnswer, type RunState, type Session } from './session.ts';

/** A case that was answered, and what its answer comes to: the same verdict for the same reason has the same mark. */
export interface Answered {
  readonly id: string;
  readonly failed: boolean;
  readonly mark: string;
  readonly call: Call;
  /** The mark of another answer to the same call. */
  readonly markOf: (asked: Asked) => string;
}

const oneIn = 8;
const mostFailures = 64;
const mostAlone = 32;
const mostExplained = 32;
/** Of one round: waiting for a deadline takes long, and two of them say enough. */
const mostSilences = 2;

/**
 * Asks some of the cases again: the last one first, in other surroundings. A subject that keeps state, looks at the
 * clock or depends on the machine answers differently sooner or later, and then neither answer can be relied on.
 */
export class SecondLook {
  readonly #run: RunState;
  readonly #seed: string;
  #failures = 0;
  #alone = 0;
  #explained = 0;

  constructor(run: RunState, seed: string) {
    this.#run = run;
    this.#seed = seed;
  }

  /** The cases whose answers differ, by id. */
  async take(answered: readonly Answered[], session: Session): Promise<ReadonlyMap<string, Outcome>> {
    const differing: { readonly one: Answered; readonly again: Asked }[] = [];
    let silences = 0;
    for (const one of answered.toReversed()) {
      if (silences === mostSilences) break;
      if (!this.#isWorthIt(one)) continue;
      const again = await session.ask(one.call);
      if (again.outcome === 'timeout') silences++;
      const isUnasked = again.outcome === 'not-run' || again.outcome === 'harness-error';
      if (!isUnasked && one.markOf(again) !== one.mark) differing.push({ one, again });
    }
    const failed = answered.filter((one) => one.failed && differing.every((other) => other.one !== one));
    if (differing.length > 0 || failed.length > 0) await session.close();
    const outcomes = new Map<string, Outcome>(await this.#takeAlone(failed));
    for (const { one, again } of differing) {
      const diagnosis = again.outcome === 'timeout' ? await this.#explainSilence(one) : await this.#explain(one);
      if (diagnosis === undefined) continue;
      this.#run.diagnose(diagnosis);
      outcomes.set(one.id, { outcome: 'flaky', diagnosis, first: one.mark, later: one.markOf(again) });
    }
    return outcomes;
  }

  /** What failed both times may have failed for what other calls have left, so the first few are asked alone. */
  async #takeAlone(failed: readonly Answered[]): Promise<readonly (readonly [string, Outcome])[]> {
    const found: (readonly [string, Outcome])[] = [];
    for (const one of failed) {
      if (this.#alone++ >= mostAlone) break;
      const again = await askAlone(this.#run, 'usual', one.call);
      const later = one.markOf(again);
      if (!isAnswer(again) || later === one.mark) continue;
      const diagnosis = dependsOnOrder(one, `alone: ${later}`);
      this.#run.diagnose(diagnosis);
      found.push([one.id, { outcome: 'flaky', diagnosis, first: one.mark, later }]);
    }
    return found;
  }

  #isWorthIt({ id, failed }: Answered): boolean {
    if (stableNumber(`${this.#seed}/${id}`) % oneIn === 0) return true;
    return failed && this.#failures++ < mostFailures;
  }

  /** A machine may be slow for a while, so only a subject that is silent again, and only elsewhere, is told of. */
  async #explainSilence(one: Answered): Promise<Diagnosis | undefined> {
    if (this.#explained++ >= mostExplained) return undefined;
    const elsewhere = await askAlone(this.#run, 'unusual', one.call);
    if (elsewhere.outcome !== 'timeout') return undefined;
    const alone = one.markOf(await askAlone(this.#run, 'usual', one.call));
    return alone === one.mark ? dependsOnSurroundings(one, alone, 'no answer in time, twice') : undefined;
  }

  async #explain(one: Answered): Promise<Diagnosis> {
    if (this.#explained++ >= mostExplained) return notRepeatable(one, 'in another order and other surroundings');
    const markAlone = async (surroundings: 'usual' | 'unusual') =>
      one.markOf(await askAlone(this.#run, surroundings, one.call));
    const alone = await markAlone('usual');
    if (alone !== (await markAlone('usual'))) return notRepeatable(one, 'as the only call of a fresh subject');
    if (alone !== one.mark) return dependsOnOrder(one, `alone: ${alone}`);
    const elsewhere = await markAlone('unusual');
    if (elsewhere === alone) return dependsOnOrder(one, `alone: ${alone}, and in another order not`);
    return dependsOnSurroundings(one, alone, elsewhere);
  }
}

function dependsOnSurroundings({ id }: Answered, alone: string, elsewhere: string): Diagnosis {
  return { code: 'subject.depends-on-surroundings', detail: `${id}: ${alone}, and elsewhere ${elsewhere}` };
}

function notRepeatable({ id }: Answered, where: string): Diagnosis {
  return { code: 'subject.not-repeatable', detail: `${id}: answered in two ways ${where}` };
}

function dependsOnOrder({ id, mark }: Answered, detail: string): Diagnosis {
  return { code: 'subject.depends-on-order', detail: `${id}: ${mark} after other calls, ${detail}` };
}
