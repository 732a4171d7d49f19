import { makeWorld } from '#fixtures/world.ts';
import { quote } from '#spec/failure/evidence.ts';
import { features } from '#spec/features.ts';
import type { Json } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import type { Parameters } from '#spec/subject.ts';
import { nearest } from '../../nearest.ts';
import { greetingFields } from '../../subject/reading/read-greeting.ts';
import type { Check } from '../check.ts';
import type { Exam, First } from '../exam.ts';
import { type GreetingField, readField } from '../read-field.ts';
import { doubtful, type Finding, fine, wrong } from '../report.ts';

interface FieldText {
  readonly claim: string;
  readonly why: string;
  readonly advice: string;
}

const texts: Readonly<Record<GreetingField, FieldText>> = {
  type: {
    claim: 'the first line is the greeting',
    why: 'The runner tells messages apart by their type.',
    advice: 'Answer the hello with one object whose "type" is "hello", before any other line.',
  },
  protocol: {
    claim: 'the protocol is one that was offered',
    why: 'Another protocol has other messages.',
    advice: 'Choose a number from "protocol.min" to "protocol.max" of the hello, and write it as an integer.',
  },
  nonce: {
    claim: 'the nonce of the hello is repeated',
    why: 'A greeting that was written without reading the hello may come from anybody, or from an earlier run.',
    advice: 'Copy "nonce" from the hello into the greeting.',
  },
  name: {
    claim: 'the implementation has a name',
    why: 'A report is about somebody.',
    advice: 'Put the name of the implementation into "name": one line, at most 200 characters.',
  },
  version: {
    claim: 'the implementation has a version',
    why: 'Reports of two versions are compared.',
    advice: 'Put the version of the implementation into "version", as a text.',
  },
  language: {
    claim: 'the language is named',
    why: 'It helps who reads several reports.',
    advice: 'Put the language into "language", as a text.',
  },
  ops: {
    claim: 'the declared operations are operations of the protocol',
    why: 'What is not declared is not asked.',
    advice: 'List in "ops" what the adapter answers, each once and by its name in the protocol.',
  },
  features: {
    claim: 'the features are a list of texts, and known ones are spelt right',
    why: 'What a case of a feature demands counts only where the feature is declared.',
    advice: 'Put [] into "features" where there is none, and else the names that the protocol has for them.',
  },
  parameters: {
    claim: 'cases can be built with the parameters',
    why: 'The two names and the host version stand in the inputs of the cases.',
    advice:
      'Give "names.sbomEntry", "names.defaultEntrypoint", "runtime.version" and the integer "runtime.protocolMajor".',
  },
  concurrency: {
    claim: 'the number of copies that may run at the same time is a positive integer',
    why: 'A run with several jobs starts that many copies.',
    advice: 'Put 1 into "concurrency" where copies would disturb each other, and more where not.',
  },
};

export const greetingChecks: readonly Check[] = [
  ...greetingFields.map(
    (field): Check => ({ id: `hello.${field}`, ...texts[field], examine: (exam) => lookAt(field, exam) }),
  ),
  {
    id: 'hello.members',
    claim: 'the greeting has no other members',
    why: 'A misspelt member would be taken for an absent one.',
    advice: 'Leave out what the protocol does not know.',
    examine: ({ first }) => {
      const [stranger] = [...first.message.keys()].filter((key) => !greetingFields.some((field) => field === key));
      return stranger === undefined ? fine('none') : wrong(`it has ${quote(stranger)}`, first.line);
    },
  },
  {
    id: 'hello.line-end',
    claim: 'a line ends in LF alone',
    why: 'CR is not part of the line end; the runner tolerates it, other readers may not.',
    advice: 'Write standard output in binary mode, or set its line end to LF.',
    examine: ({ first: { line } }) =>
      line.at(-1) === 0x0d ? doubtful('the greeting ends in CR LF', line) : fine('it does'),
  },
];

function lookAt(field: GreetingField, { first }: Exam): Finding {
  const read = readField(first, field);
  if (!read.ok) return wrong(read.diagnosis.detail, first.line);
  if (field === 'parameters') return lookAtParameters(read.greeting.parameters, first);
  if (field === 'features') return lookAtFeatures(read.greeting.features, first);
  if (field === 'ops' && read.greeting.ops.length === 0) return doubtful('no operation is declared', first.line);
  return fine(shown(first.message.get(field) ?? null));
}

/** A feature that nobody here has heard of may be of a later suite; a slip of the pen is one of this. */
function lookAtFeatures(declared: readonly string[], { message, line }: First): Finding {
  const slips = declared.flatMap((feature) => {
    const meant = isKnown(feature) ? undefined : nearest(feature, features);
    return meant === undefined ? [] : [`nothing is called ${quote(feature)}; is ${quote(meant)} meant?`];
  });
  return slips.length === 0 ? fine(shown(message.get('features') ?? null)) : doubtful(slips.join(' '), line);
}

function isKnown(feature: string): boolean {
  return features.some((known) => known === feature);
}

function lookAtParameters(parameters: Parameters, { line }: First): Finding {
  try {
    makeWorld('doctor', parameters);
  } catch (error) {
    if (error instanceof RangeError) return wrong(error.message, line);
    throw error;
  }
  return fine('they can');
}

function shown(value: Json): string {
  return encodeJson(value);
}
