import type { DiagnosisCode } from '../../diagnosis.ts';
import type { StdioOptions } from '../stdio-options.ts';

/** A program that is wrong in one way, and what must come of it. */
export interface WrongSubject {
  /** The file, without `.mjs`, and the name of the program in it. */
  readonly file: string;
  readonly name: string;
  /** Everything that is said of the adapter. */
  readonly gets: readonly DiagnosisCode[];
  readonly passes: Passes;
  /** Globs. */
  readonly cases: readonly string[];
  readonly deadlines: Deadlines;
}

export type Passes =
  /** The run does not begin. */
  | 'not started'
  | 'no case'
  /** Everything but what it is wrong about. */
  | 'no refused case'
  | 'some cases'
  | 'every case'
  /** What it does not declare was observed, and everything else passed. */
  | 'every case that it declares';

type Deadlines = Pick<StdioOptions, 'helloMs' | 'callMs' | 'byeMs' | 'memoryBytes'>;
type Said = 'nothing' | DiagnosisCode | `${DiagnosisCode} and ${DiagnosisCode}`;
type Table = Partial<Record<Said, readonly string[]>>;

/** One that is accepted with a value, and one that is refused. */
const two = ['trust/add-first', 'trust/add-key-empty'];
const keys = ['artifact/key-as-hex', 'artifact/key-as-32-bytes'];
const large = ['manifest/unlimited-name'];
/** Some of them are asked a second time although they passed. */
const many = ['manifest/minimal', ...two, ...keys, 'trust/add-key-base64', 'trust/add-same-key-for-another-publisher'];

/** Where waiting is the point. */
const short: Deadlines = { callMs: 500 };
const little: Deadlines = { memoryBytes: 256 * 1024 ** 2 };

function rows(
  file: string,
  passes: Passes,
  table: Table,
  { cases = two, ...deadlines }: Deadlines & { readonly cases?: readonly string[] } = {},
): readonly WrongSubject[] {
  return Object.entries(table).flatMap(([code, programs]) => {
    const gets = code === 'nothing' ? [] : (code.split(' and ') as DiagnosisCode[]);
    return programs.map((name) => ({ file, name, gets, passes, cases, deadlines }));
  });
}

const greetings: readonly WrongSubject[] = [
  ...rows('greetings', 'not started', {
    'start.left': ['leaves-at-once', 'fails-at-once', 'leaves-at-hello'],
    'line.not-json': ['concurrency-beyond-all'],
    'hello.nonce': ['says-hello-unasked', 'another-nonce'],
    'hello.protocol': ['protocol-2'],
    'hello.no-common-protocol': ['no-common-protocol'],
    'hello.parameters': ['runtime-zero', 'runtime-no-version', 'runtime-of-negative-protocol'],
    'hello.malformed': [
      ...['no-nonce', 'another-type', 'a-member-too-many', 'a-member-twice', 'a-name-that-is-a-number', 'no-name'],
      ...['ops-unknown', 'ops-no-list', 'features-no-texts', 'concurrency-zero', 'concurrency-unlimited'],
      ...['concurrency-with-a-point', 'parameters-missing', 'parameters-without-names', 'protocol-as-text'],
    ],
  }),
  ...rows('greetings', 'not started', { 'hello.timeout': ['hangs-at-hello'] }, { helloMs: 1000 }),
  ...rows('greetings', 'no case', { nothing: ['ops-none'], 'result.malformed': ['says-hello-twice'] }),
  ...rows('greetings', 'every case', { 'hello.changed': ['another-name-after-each-start'] }, { cases: many }),
];

const lines: readonly WrongSubject[] = [
  ...rows('lines', 'not started', {
    'line.not-json': ['banner-at-start', 'pretty-printed', 'utf-16'],
    'line.byte-order-mark': ['byte-order-mark'],
    'line.not-utf8': ['utf-16-with-mark'],
  }),
  ...rows('lines', 'not started', { 'hello.timeout': ['never-flushes'] }, { helloMs: 1000 }),
  ...rows('lines', 'no case', {
    'line.not-json': [
      ...['log-before-each-answer', 'number-before-each-answer', 'list-around-each-answer', 'nul-in-a-line'],
      ...['two-messages-on-a-line', 'not-a-number', 'infinity', 'single-quotes'],
      ...['six-hundred-levels', 'hundred-thousand-levels'],
      ...['blank-line-after-each-answer', 'half-a-surrogate-pair'],
    ],
    'line.not-utf8': ['latin-1', 'half-a-character'],
    'line.too-long': ['two-mebibytes', 'endless-line'],
    'line.unfinished': ['no-line-feed-and-leaves', 'half-a-line-and-leaves'],
  }),
  ...rows('lines', 'no case', { 'result.repeated': ['endless-lines'] }),
  ...rows(
    'lines',
    'no case',
    { 'call.timeout': ['no-line-feed-and-waits', 'carriage-returns-alone', 'byte-by-byte-and-late'] },
    short,
  ),
  ...rows('lines', 'every case', {
    nothing: ['byte-by-byte', 'characters-cut-in-two'],
    'line.carriage-return': ['carriage-returns'],
  }),
];

const results: readonly WrongSubject[] = [
  ...rows('results', 'no case', {
    'result.malformed': [
      ...['id-as-text', 'id-with-a-point', 'no-id', 'another-type', 'no-type', 'a-member-too-many', 'a-member-twice'],
      ...['no-outcome', 'unknown-outcome', 'ok-without-value', 'ok-is-true', 'ok-with-more'],
      ...['reject-without-words', 'reject-with-a-number', 'reject-is-a-text', 'unsupported-without-feature'],
      'fault-without-message',
    ],
    'result.two-outcomes': ['two-outcomes', 'an-outcome-twice', 'result-and-null-fault'],
    'result.unknown-id': ['id-of-no-call'],
    'result.repeated': ['answers-twice'],
    'result.early': ['answers-early'],
  }),
  ...rows(
    'results',
    'some cases',
    { 'result.repeated and subject.depends-on-order': ['id-of-the-call-before'] },
    { cases: many },
  ),
  ...rows('results', 'every case', { 'result.late': ['answers-bye'], 'result.malformed': ['says-goodbye'] }),
  ...rows('results', 'no case', { 'call.timeout': ['never-answers', 'answers-late'] }, short),
];

const blobs: readonly WrongSubject[] = [
  ...rows(
    'blobs',
    'no case',
    {
      nothing: ['right'],
      'blob.hash': ['hash-of-other-bytes'],
      'blob.size': ['size-too-small', 'size-too-large', 'a-tebibyte-with-holes'],
      'blob.missing': [
        ...['no-such-file', 'a-folder', 'a-pipe-nobody-writes', 'a-link-to-a-file', 'a-link-to-nowhere-near'],
        'removes-its-folder',
      ],
      'result.malformed': [
        ...['size-as-text', 'size-missing', 'named-by-a-path', 'named-in-upper-case', 'with-a-third-member'],
        ...['base64-that-is-none', 'base64-without-padding', 'base64-for-the-web', 'base64-too-long'],
      ],
      'blob.inputs-changed': ['writes-among-the-inputs'],
    },
    { cases: keys },
  ),
  ...rows('blobs', 'no case', { 'blob.inputs-changed': ['changes-its-input'] }, { cases: large }),
];

const processes: readonly WrongSubject[] = [
  ...rows('processes', 'no case', {
    'exit.early': ['exits-0-at-the-call'],
    'exit.code': ['exits-1-at-the-call', 'exits-139-at-the-call', 'child-outlives-its-crash'],
    'exit.signal': ['sigsegv-at-the-call', 'sigkill-at-the-call'],
  }),
  ...rows(
    'processes',
    'some cases',
    {
      'exit.early and subject.depends-on-order': ['exits-0-after-one-answer'],
      'exit.signal and subject.depends-on-order': ['sigsegv-at-the-second-call'],
    },
    { cases: many },
  ),
  ...rows('processes', 'no case', { 'process.memory': ['takes-all-memory', 'child-takes-all-memory'] }, little),
  ...rows('processes', 'no refused case', { 'exit.code': ['exits-1-to-refuse'] }),
  ...rows('processes', 'no refused case', { 'call.timeout': ['hangs-to-refuse'] }, { callMs: 3000 }),
  ...rows(
    'processes',
    'no case',
    {
      'call.timeout': [
        'closes-its-output',
        'closes-its-input',
        'spins-at-the-call',
        'sigstop-at-the-call',
        'hangs-deaf-to-sigterm',
      ],
    },
    short,
  ),
  ...rows('processes', 'every case', { 'bye.exit': ['exits-1-at-bye', 'sigkill-at-bye'] }),
  ...rows(
    'processes',
    'every case',
    { 'bye.timeout': ['hangs-at-bye', 'hangs-at-the-end-of-input-too'] },
    { byeMs: 500 },
  ),
  ...rows('processes', 'every case', {
    'process.left-behind': [
      ...['child-outlives-it', 'daemon-outlives-it', 'daemon-holds-its-output', 'ten-children-outlive-it'],
      'daemon-without-environment',
    ],
    nothing: ['child-answers', 'removes-its-working-folder', 'litters-its-working-folder'],
    'stderr.flood': ['floods-standard-error'],
  }),
];

const answers: readonly WrongSubject[] = [
  ...rows('answers', 'every case', { nothing: ['knows-the-vectors'] }, { cases: many }),
  ...rows('answers', 'no case', {
    nothing: ['accepts-everything', 'refuses-everything', 'faults-over-everything', 'undeclared-but-works'],
    'subject.declared-unsupported': ['supports-nothing'],
  }),
  ...rows(
    'answers',
    'no refused case',
    {
      nothing: [
        ...['accepts-with-everything', 'faults-to-refuse', 'another-reason-of-the-family', 'native-words-alone'],
      ],
      'subject.not-repeatable': ['puts-the-time-into-its-reasons', 'puts-random-numbers-into-its-reasons'],
    },
    { cases: many },
  ),
  ...rows(
    'answers',
    'some cases',
    {
      nothing: ['points-in-integers', 'integers-as-texts'],
      'result.malformed': ['bytes-as-texts'],
      'subject.depends-on-order': [
        ...['answers-the-call-before', 'refuses-once-it-has-refused', 'tires-after-three-calls'],
      ],
      'subject.depends-on-surroundings': [
        ...['depends-on-the-time-zone', 'depends-on-the-locale', 'depends-on-the-environment'],
        'depends-on-the-folder',
      ],
    },
    { cases: many },
  ),
];

const related = ['runtime/fuel-related-loop', 'runtime/fuel-related-recursion'];
const priced = ['runtime/fuel-golden-call'];
const trapping = ['runtime/trap-unreachable', 'runtime/trap-class-unreachable'];
const exits = ['runtime/exit-minus-one', 'runtime/exit-all-bits'];

const runs: readonly WrongSubject[] = [
  ...rows(
    'runs',
    'every case',
    { nothing: ['right', 'a-feature-of-its-own'] },
    { cases: [...related, ...priced, ...trapping, ...exits] },
  ),
  // A relation holds whatever the price is.
  ...rows('runs', 'some cases', { nothing: ['fuel-off-by-one'] }, { cases: [...related, ...priced] }),
  ...rows(
    'runs',
    'every case that it declares',
    { nothing: ['fuel-off-by-one-and-says-so'] },
    { cases: [...related, ...priced] },
  ),
  ...rows('runs', 'no case', { nothing: ['dearer-for-the-rich', 'more-than-it-was-given'] }, { cases: related }),
  ...rows('runs', 'no case', { nothing: ['a-run-too-few', 'a-run-too-many'] }, { cases: [...related, ...exits] }),
  ...rows('runs', 'no case', { nothing: ['exit-codes-without-a-sign'] }, { cases: exits }),
  ...rows('runs', 'no case', { nothing: ['every-trap-is-a-limit'] }, { cases: trapping }),
  ...rows('runs', 'some cases', { nothing: ['no-classes-of-traps'] }, { cases: trapping }),
  ...rows('runs', 'every case that it declares', { nothing: ['no-classes-of-traps-and-says-so'] }, { cases: trapping }),
];

export const wrongSubjects: readonly WrongSubject[] = [
  ...greetings,
  ...lines,
  ...results,
  ...blobs,
  ...processes,
  ...answers,
  ...runs,
];
