import { setImmediate } from 'node:timers/promises';
import { referenceSubject } from '#reference/subject/reference-subject.ts';
import type { Parameters, Subject } from '#spec/subject.ts';

const turnMs = 100;

/** The reference in this process. It lets the process hear its signals now and then, which a run of its own would not. */
export function embeddedSubject(parameters: Parameters, nowMs = () => performance.now()): Subject {
  const reference = referenceSubject(parameters);
  let heard = nowMs();
  return {
    ...reference,
    call: async (operation, input) => {
      if (nowMs() - heard > turnMs) {
        await setImmediate();
        heard = nowMs();
      }
      return reference.call(operation, input);
    },
  };
}
