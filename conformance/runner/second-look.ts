import type { Diagnosis } from '../diagnosis.ts';
import type { Outcome } from '../outcome.ts';
import { stableNumber } from '../plan/shard.ts';
import { type Asked, askAlone, type Call, type RunState, type Session } from './session.ts';

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
const mostExplained = 16;

/**
 * Asks some of the cases again: the last one first, in other surroundings. A subject that keeps state, looks at the
 * clock or depends on the machine answers differently sooner or later, and then neither answer can be relied on.
 */
export class SecondLook {
  readonly #run: RunState;
  #failures = 0;
  #explained = 0;

  constructor(run: RunState) {
    this.#run = run;
  }

  /** The cases whose answers differ, by id. */
  async take(answered: readonly Answered[], session: Session): Promise<ReadonlyMap<string, Outcome>> {
    const differing: { readonly one: Answered; readonly again: Asked }[] = [];
    for (const one of answered.toReversed()) {
      if (!this.#isWorthIt(one)) continue;
      const again = await session.ask(one.call);
      // A machine may be slow for a while; that says nothing of the subject.
      const isSilent = ['timeout', 'not-run', 'harness-error'].includes(again.outcome);
      if (!isSilent && one.markOf(again) !== one.mark) differing.push({ one, again });
    }
    if (differing.length > 0) await session.close();
    const outcomes = new Map<string, Outcome>();
    for (const { one, again } of differing) {
      const diagnosis = await this.#explain(one);
      this.#run.diagnose(diagnosis);
      outcomes.set(one.id, { outcome: 'flaky', diagnosis, first: one.mark, later: one.markOf(again) });
    }
    return outcomes;
  }

  #isWorthIt({ id, failed }: Answered): boolean {
    if (stableNumber(id) % oneIn === 0) return true;
    return failed && this.#failures++ < mostFailures;
  }

  async #explain(one: Answered): Promise<Diagnosis> {
    if (this.#explained++ >= mostExplained) return notRepeatable(one, 'in another order and other surroundings');
    const markAlone = async (surroundings: 'usual' | 'unusual') =>
      one.markOf(await askAlone(this.#run, surroundings, one.call));
    const alone = await markAlone('usual');
    if (alone !== (await markAlone('usual'))) return notRepeatable(one, 'as the only call of a fresh subject');
    if (alone !== one.mark) return dependsOnOrder(one, `alone: ${alone}`);
    const elsewhere = await markAlone('unusual');
    if (elsewhere === alone) return dependsOnOrder(one, 'alone it is always answered in one way');
    return { code: 'subject.depends-on-surroundings', detail: `${one.id}: ${alone}, and elsewhere ${elsewhere}` };
  }
}

function notRepeatable({ id }: Answered, where: string): Diagnosis {
  return { code: 'subject.not-repeatable', detail: `${id}: answered in two ways ${where}` };
}

function dependsOnOrder({ id, mark }: Answered, detail: string): Diagnosis {
  return { code: 'subject.depends-on-order', detail: `${id}: ${mark} after other calls, ${detail}` };
}
