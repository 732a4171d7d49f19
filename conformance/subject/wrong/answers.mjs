import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { accepted, adapt, greeting, isRefused, outcomeOf, resultOf, say } from './adapter.mjs';

const answers = (twist) => ({ call: (call) => say(resultOf(call, twist(outcomeOf(call), call))) });
const refused = '"reject":{"reason":"artifact.not-zip"}';
/** Right where the surroundings are as this subject likes them. */
const dependsOn = (isFine) => answers((outcome) => (isFine() ? outcome : refused));

const usual = 'PATH HOME TMPDIR LANG LC_ALL TZ PALYRA_CONFORMANCE_MARK PALYRA_WRONG_SUBJECT'.split(' ');

function withReason(outcome, edit) {
  return outcome.replace(/"reason":"([^"]*)"/, (_, code) => `"reason":"${edit(code)}"`);
}

/** For each code another one of the same family. */
function sibling(code) {
  const { reasons } = JSON.parse(readFileSync(new URL('../../../spec/reasons.json', import.meta.url), 'utf8'));
  const family = reasons.find((one) => one.code === code).family;
  return reasons.find((one) => one.family === family && one.code !== code).code;
}

let calls = 0;
let earlier;
let hasRefused = false;

adapt({
  /** Knows the committed vectors by heart, and accepts whatever else. */
  'knows-the-vectors': {},
  'accepts-everything': answers(() => accepted),
  'accepts-with-everything': answers((outcome) => (outcome.startsWith('"ok"') ? outcome : accepted)),
  'refuses-everything': answers(() => refused),
  'supports-nothing': answers((_, { op }) => `"unsupported":{"feature":"${op}"}`),
  'faults-over-everything': answers(() => '"fault":{"message":"not today"}'),
  'faults-to-refuse': answers((outcome, call) => (isRefused(call) ? '"fault":{"message":"invalid"}' : outcome)),
  'another-reason-of-the-family': answers((outcome) => withReason(outcome, sibling)),
  'native-words-alone': answers((outcome) => outcome.replace('"reason"', '"native"')),
  'points-in-integers': answers((outcome) => outcome.replace(/:(\d+)([,}])/g, ':$1.0$2')),
  'integers-as-texts': answers((outcome) => outcome.replace(/:(\d+)([,}])/g, ':"$1"$2')),
  'bytes-as-texts': answers((outcome) => outcome.replace(/\{"\$b64":("[^"]*")\}/g, '$1')),
  'undeclared-but-works': { hello: (hello) => say({ ...greeting(hello), ops: [] }) },
  'answers-the-call-before': answers((outcome) => {
    const answer = earlier ?? outcome;
    earlier = outcome;
    return answer;
  }),
  'refuses-once-it-has-refused': answers((outcome, call) => {
    if (hasRefused) return refused;
    hasRefused = isRefused(call);
    return outcome;
  }),
  'tires-after-three-calls': answers((outcome) => (++calls > 3 ? refused : outcome)),
  'puts-the-time-into-its-reasons': answers((outcome) => withReason(outcome, (code) => `${code} at ${Date.now()}`)),
  'puts-random-numbers-into-its-reasons': answers((outcome) => withReason(outcome, () => randomUUID())),
  'depends-on-the-time-zone': dependsOn(() => new Date(0).getHours() === 0),
  'depends-on-the-locale': dependsOn(() => (0.5).toLocaleString() === '0.5'),
  'depends-on-the-environment': dependsOn(() => Object.keys(process.env).every((name) => usual.includes(name))),
  'depends-on-the-folder': dependsOn(() => /^[ -~]*$/.test(process.cwd()) && !process.cwd().includes(' ')),
});
