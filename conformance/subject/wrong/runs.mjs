import { adapt, greeting, outcomeOf, resultOf, say } from './adapter.mjs';

const answers = (edit) => ({ call: (call) => say(resultOf(call, edit(outcomeOf(call)))) });
const declares = (features) => ({ hello: (hello) => say({ ...greeting(hello), features }) });
const without = (feature) => declares(greeting({}).features.filter((one) => one !== feature));

const withFuel = (edit) =>
  answers((outcome) => outcome.replace(/"fuelLeft":(\d+)/g, (_, left) => `"fuelLeft":${edit(BigInt(left))}`));
const offByOne = withFuel((left) => (left > 0n ? left - 1n : left));
const halved = withFuel((left) => left / 2n);

adapt({
  right: {},
  'fuel-off-by-one': offByOne,
  'fuel-off-by-one-and-says-so': { ...offByOne, ...without('fuel:wasmtime') },
  'dearer-for-the-rich': { ...halved, ...without('fuel:wasmtime') },
  'more-than-it-was-given': { ...withFuel((left) => left * 2n + 1n), ...without('fuel:wasmtime') },
  'a-run-too-few': answers((outcome) => outcome.replace(/"runs":\[\{[^}]*\},?/, '"runs":[')),
  'a-run-too-many': answers((outcome) => outcome.replace(/"runs":\[(\{[^}]*\})/, '"runs":[$1,$1')),
  'exit-codes-without-a-sign': answers((outcome) => outcome.replace('"exitCode":-1', '"exitCode":4294967295')),
  'every-trap-is-a-limit': answers((outcome) => outcome.replace('"stop":"execution"', '"stop":"limit"')),
  'no-classes-of-traps': answers((outcome) => outcome.replace(/"trap":"[a-z-]+"/, '"trap":null')),
  'no-classes-of-traps-and-says-so': {
    ...answers((outcome) => outcome.replace(/"trap":"[a-z-]+"/, '"trap":null')),
    ...without('trap:class'),
  },
  'a-feature-of-its-own': declares([...greeting({}).features, 'acme:turbo']),
});
