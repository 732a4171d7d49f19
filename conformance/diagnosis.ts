/**
 * What can be said of an adapter, apart from whether the implementation behind it is right. The sentence says what was
 * seen; a diagnosis adds the field, the line or the exit that shows it.
 */
export const diagnoses = {
  'start.failed': { severity: 'error', text: 'the program cannot be started' },
  'start.left': { severity: 'error', text: 'the subject left before it said hello' },
  'hello.timeout': { severity: 'error', text: 'the subject did not say hello in time' },
  'hello.malformed': { severity: 'error', text: 'the greeting is not as protocol 1 has it' },
  'hello.nonce': { severity: 'error', text: 'the greeting does not repeat the nonce' },
  'hello.protocol': { severity: 'error', text: 'the subject chose a protocol that was not offered' },
  'hello.no-common-protocol': { severity: 'error', text: 'the subject speaks no protocol of this suite' },
  'hello.parameters': { severity: 'error', text: 'the cases cannot be built with these parameters' },
  'hello.changed': { severity: 'error', text: 'the subject says something else of itself after a restart' },
  'line.too-long': { severity: 'error', text: 'a line is longer than the protocol allows' },
  'line.not-utf8': { severity: 'error', text: 'a line is not UTF-8' },
  'line.byte-order-mark': { severity: 'error', text: 'a line begins with a byte order mark' },
  'line.not-json': {
    severity: 'error',
    text: 'a line is not a JSON object; standard output is for the protocol alone',
  },
  'line.carriage-return': { severity: 'warning', text: 'lines end in CR LF; LF alone is the end of a line' },
  'line.unfinished': { severity: 'error', text: 'the output ends in the middle of a line' },
  'result.malformed': { severity: 'error', text: 'a result is not as protocol 1 has it' },
  'result.two-outcomes': { severity: 'error', text: 'a result has more than one outcome' },
  'result.unknown-id': { severity: 'error', text: 'a result has the id of no call that was made' },
  'result.early': { severity: 'error', text: 'a result came before any call' },
  'result.repeated': { severity: 'error', text: 'a call was answered again' },
  'result.late': { severity: 'error', text: 'a result came after bye' },
  'blob.hash': { severity: 'error', text: 'a blob does not have the hash it is named by' },
  'blob.size': { severity: 'error', text: 'a blob does not have the size that was said' },
  'blob.missing': { severity: 'error', text: 'a blob is not in the outputs folder' },
  'blob.inputs-changed': { severity: 'error', text: 'the subject wrote into the inputs folder' },
  'call.timeout': { severity: 'error', text: 'a call was not answered in time' },
  'exit.early': { severity: 'error', text: 'the subject left with 0 while a call was open' },
  'exit.code': { severity: 'error', text: 'the subject left with an error while a call was open' },
  'exit.signal': { severity: 'error', text: 'the subject was ended by a signal while a call was open' },
  'bye.timeout': { severity: 'error', text: 'the subject did not leave after bye' },
  'bye.exit': { severity: 'error', text: 'the subject did not leave with 0 after bye' },
  'process.left-behind': { severity: 'error', text: 'processes of the subject outlived it' },
  'process.memory': { severity: 'error', text: 'the subject took more memory than it may' },
  'stderr.flood': { severity: 'warning', text: 'the subject wrote more to standard error than is kept' },
  'subject.declared-unsupported': { severity: 'warning', text: 'an operation was declared and is not supported' },
  'subject.undeclared-works': { severity: 'warning', text: 'an operation works and was not declared' },
  'subject.depends-on-order': { severity: 'error', text: 'an answer depends on the calls before it' },
  'subject.depends-on-surroundings': {
    severity: 'error',
    text: 'an answer depends on time zone, locale, environment or folder',
  },
  'subject.not-repeatable': { severity: 'error', text: 'the same call was answered in two ways' },
} as const satisfies Readonly<Record<string, { readonly severity: 'error' | 'warning'; readonly text: string }>>;

export type DiagnosisCode = keyof typeof diagnoses;

export interface Diagnosis {
  readonly code: DiagnosisCode;
  /** The field, the line, the exit: bounded, on one line, and harmless on a terminal. */
  readonly detail: string;
}
