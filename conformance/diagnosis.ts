/**
 * What can be said of an adapter, apart from whether the implementation behind it is right. The sentence says what was
 * seen, and the advice what to do about it, in Markdown; a diagnosis adds the field, the line or the exit that shows it.
 */
export const diagnoses = {
  'start.failed': {
    severity: 'error',
    text: 'the program cannot be started',
    advice: 'Check the path, the execute bit, and the interpreter in the first line of a script.',
  },
  'start.left': {
    severity: 'error',
    text: 'the subject left before it said hello',
    advice: 'Run it by hand: it ended before it wrote a line. Standard error usually says why.',
  },
  'hello.timeout': {
    severity: 'error',
    text: 'the subject did not say hello in time',
    advice: 'Answer `hello` before any slow preparation, and flush standard output.',
  },
  'hello.malformed': {
    severity: 'error',
    text: 'the greeting is not as protocol 1 has it',
    advice: 'Correct the member that is named; the schema is `protocol/greeting`.',
  },
  'hello.nonce': {
    severity: 'error',
    text: 'the greeting does not repeat the nonce',
    advice: "Copy the nonce of the runner's `hello`, letter for letter.",
  },
  'hello.protocol': {
    severity: 'error',
    text: 'the subject chose a protocol that was not offered',
    advice: 'Answer with a `protocol` of the offered range.',
  },
  'hello.no-common-protocol': {
    severity: 'error',
    text: 'the subject speaks no protocol of this suite',
    advice: "Use an adapter for protocol 1, or a suite that speaks the adapter's.",
  },
  'hello.parameters': {
    severity: 'error',
    text: 'the cases cannot be built with these parameters',
    advice: 'Correct the parameter that is named, within the bounds of the introduction.',
  },
  'hello.changed': {
    severity: 'error',
    text: 'the subject says something else of itself after a restart',
    advice: 'Say the same after every start: no time, process id or counter in the greeting.',
  },
  'line.too-long': {
    severity: 'error',
    text: 'a line is longer than the protocol allows',
    advice: 'Put bytes beyond 32,768 into a blob, and keep a line within 1 MiB.',
  },
  'line.not-utf8': {
    severity: 'error',
    text: 'a line is not UTF-8',
    advice: 'Encode the output as UTF-8, whatever the locale.',
  },
  'line.byte-order-mark': {
    severity: 'error',
    text: 'a line begins with a byte order mark',
    advice: 'Open standard output with an encoding that writes no mark.',
  },
  'line.not-json': {
    severity: 'error',
    text: 'a line is not a JSON object; standard output is for the protocol alone',
    advice: 'Print nothing but messages: send logs to standard error, and silence banners of libraries.',
  },
  'line.carriage-return': {
    severity: 'warning',
    text: 'lines end in CR LF; LF alone is the end of a line',
    advice: 'Write LF alone; on Windows put standard output into binary mode.',
  },
  'line.unfinished': {
    severity: 'error',
    text: 'the output ends in the middle of a line',
    advice: 'End the last line in LF, and flush it before leaving.',
  },
  'result.malformed': {
    severity: 'error',
    text: 'a result is not as protocol 1 has it',
    advice: 'Correct the member that is named; the schemas are `protocol/result` and that of the operation.',
  },
  'result.two-outcomes': {
    severity: 'error',
    text: 'a result has more than one outcome',
    advice: 'Give exactly one of `ok`, `reject`, `unsupported`, `fault`. Leave the others out; null is not absent.',
  },
  'result.unknown-id': {
    severity: 'error',
    text: 'a result has the id of no call that was made',
    advice: 'Repeat the `id` of the call, as an integer.',
  },
  'result.early': {
    severity: 'error',
    text: 'a result came before any call',
    advice: 'Write nothing before a call has been read.',
  },
  'result.repeated': {
    severity: 'error',
    text: 'a call was answered again',
    advice: 'Answer each call once. An error handler often answers a second time.',
  },
  'result.late': {
    severity: 'error',
    text: 'a result came after bye',
    advice: 'Answer before reading on; write nothing after `bye`.',
  },
  'blob.hash': {
    severity: 'error',
    text: 'a blob does not have the hash it is named by',
    advice: 'Name a blob by the SHA-256 of exactly the bytes in the file.',
  },
  'blob.size': {
    severity: 'error',
    text: 'a blob does not have the size that was said',
    advice: 'Give the number of bytes in the file, and close it before the result is written.',
  },
  'blob.missing': {
    severity: 'error',
    text: 'a blob is not in the outputs folder',
    advice: 'Write the file into `outputs` first, under its hash without a suffix, and the result second.',
  },
  'blob.inputs-changed': {
    severity: 'error',
    text: 'the subject wrote into the inputs folder',
    advice: 'Write into `outputs` only, and leave the files in `inputs` where they are.',
  },
  'call.timeout': {
    severity: 'error',
    text: 'a call was not answered in time',
    advice:
      'Find what waits: standard input, a lock, a network. Where it is only slow, give the run a longer deadline.',
  },
  'exit.early': {
    severity: 'error',
    text: 'the subject left with 0 while a call was open',
    advice:
      'Do not leave before `bye` or the end of input; look for an `exit` in the code that answers. To close standard output is to leave.',
  },
  'exit.code': {
    severity: 'error',
    text: 'the subject left with an error while a call was open',
    advice: 'Turn exceptions into `fault`. Standard error has the trace.',
  },
  'exit.signal': {
    severity: 'error',
    text: 'the subject was ended by a signal while a call was open',
    advice: 'It crashed in native code or was killed, as for want of memory. Ask the case alone under a debugger.',
  },
  'bye.timeout': {
    severity: 'error',
    text: 'the subject did not leave after bye',
    advice: 'End the process after `bye`: stop threads, timers and children.',
  },
  'bye.exit': {
    severity: 'error',
    text: 'the subject did not leave with 0 after bye',
    advice: 'Leave with 0 after `bye`.',
  },
  'process.left-behind': {
    severity: 'error',
    text: 'processes of the subject outlived it',
    advice: 'Wait for children or end them before leaving.',
  },
  'process.memory': {
    severity: 'error',
    text: 'the subject took more memory than it may',
    advice: 'Find what grows; a case that needs much on purpose does not exist.',
  },
  'stderr.flood': {
    severity: 'warning',
    text: 'the subject wrote more to standard error than is kept',
    advice: 'Log less: only the end is kept.',
  },
  'subject.declared-unsupported': {
    severity: 'warning',
    text: 'an operation was declared and is not supported',
    advice: 'Take the operation out of `ops`, or support it.',
  },
  'subject.undeclared-works': {
    severity: 'warning',
    text: 'an operation works and was not declared',
    advice: 'Put the operation into `ops`.',
  },
  'subject.depends-on-order': {
    severity: 'error',
    text: 'an answer depends on the calls before it',
    advice: 'Keep nothing between two calls: no cache, no store, no counter.',
  },
  'subject.depends-on-surroundings': {
    severity: 'error',
    text: 'an answer depends on time zone, locale, environment or folder',
    advice: 'Do not look at clock, time zone, locale, environment or folder.',
  },
  'subject.not-repeatable': {
    severity: 'error',
    text: 'the same call was answered in two ways',
    advice: 'Take out chance: random numbers, addresses, the order of a hash table, races of threads.',
  },
} as const satisfies Readonly<Record<string, DiagnosisText>>;

interface DiagnosisText {
  readonly severity: 'error' | 'warning';
  readonly text: string;
  readonly advice: string;
}

export type DiagnosisCode = keyof typeof diagnoses;

export interface Diagnosis {
  readonly code: DiagnosisCode;
  /** The field, the line, the exit: bounded, on one line, and harmless on a terminal. */
  readonly detail: string;
}
