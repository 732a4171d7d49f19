import type { SubjectProcess } from '../../subject/process/subject-process.ts';
import type { Fault } from './faults.ts';

/** The process itself, but what it writes comes to its listener with a fault. */
export function spoiltProcess(process: SubjectProcess, fault: Fault): SubjectProcess {
  const listen: SubjectProcess['listen'] = (listener) => {
    const onOutput = fault.spoil({
      deliver: (chunk) => listener.onOutput(chunk),
      leave: () => listener.onExit({ code: 0, signal: null }),
    });
    process.listen({
      onOutput,
      onExit: (exit) => listener.onExit(exit),
      onMemory: () => listener.onMemory(),
    });
  };
  return new Proxy(process, {
    get(target, key) {
      if (key === 'listen') return listen;
      const member: unknown = Reflect.get(target, key, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}
