import type { Case } from '../../case.ts';
import { ordered } from '../../rows.ts';

/** What can be told without knowing a value comes before every value, wherever it stands. */
const shapeFirst: readonly (readonly [string, string])[] = [
  ['syntax', 'array-unclosed'],
  ['type', 'type-of-redacted-integer'],
  ['unknown-key', 'unknown-in-property'],
  ['missing-key', 'missing-property-type'],
  ['range', 'schema-version-one-too-many'],
  ['variant', 'kind-refused-other-name'],
];

/** A fault for each step of the chapter whose code the step before has not: in the smallest manifest, then the complete one. */
const minimalSteps = [
  'version-number-next',
  'publisher-inner-space',
  'skill-id-colon',
  'version-two-parts',
  'schema-input-text',
];
const fullSteps = [
  'skill-id-upper-case',
  'maximum-two-parts',
  'blank-tool-description-empty',
  'tool-id-no-dot',
  'blank-second-tool-name-empty',
  'schema-second-text',
  'read-root-parent',
  'host-port',
  'scope-empty',
  'secret-keys-none',
  'device-upper-case',
  'quota-time-zero',
  'builder-not-experimental',
  'blank-rollout-flag-empty',
  'declaration-path-parent-first',
  'blank-provenance-path-empty',
  'harness-path-parent-first',
  'legacy-operator',
  'blank-description-empty',
  'category-colon',
  'docs-url-http',
  'default-tool-no-such-tool',
  'default-module-colon',
  'default-entrypoint-dot',
  'contract-most',
  'config-version-zero',
  'required-unknown',
  'blank-property-title-empty',
  'enum-values-blank',
  'default-value-integer-by-text',
];

export const orderCases: readonly Case[] = [
  ...shapeFirst.flatMap(([name, fault]) => [
    before(`${name}-name`, fault, 'blank-name-empty'),
    before(`${name}-path`, fault, 'read-root-parent'),
  ]),
  ...inTurn(minimalSteps),
  ...inTurn(fullSteps),
  before('wildcard-path', 'wildcard-read-root-refused', 'wildcard-read-root-parent'),
  // Paths have a failure of their own in shipping software, so what lies further apart is told from it as well.
  before('name-path', 'blank-name-empty', 'read-root-parent'),
  before('name-tool', 'blank-name-empty', 'tool-id-no-dot'),
  before('write-root-host', 'write-root-parent-first', 'host-port'),
  before('node-quota', 'node-upper-case', 'quota-fuel-zero'),
  before('quota-builder', 'quota-fuel-zero', 'builder-not-experimental'),
  before('source-kind-checklist', 'blank-source-kind-empty', 'declaration-path-parent-first'),
  before('tag-docs-url', 'tag-colon', 'docs-url-http'),
  before('path-scope', 'read-root-parent', 'scope-empty'),
  before('path-quota', 'read-root-parent', 'quota-fuel-zero'),
  before('path-legacy', 'read-root-parent', 'legacy-operator'),
  before('host-checklist', 'host-port', 'declaration-path-parent-first'),
  before('legacy-module', 'legacy-operator', 'default-module-colon'),
  before('category-module', 'category-colon', 'default-module-colon'),
  before('module-contract', 'default-module-colon', 'contract-most'),
  before('module-property', 'default-module-colon', 'property-key-colon'),
];

/** Two faults in one manifest, the one that is reported in front. */
function before(name: string, first: string, second: string): Case {
  return ordered(`manifest/order-${name}`, ['MAN-ORDER'], `manifest/${first}`, `manifest/${second}`);
}

function inTurn(steps: readonly string[]): readonly Case[] {
  return steps.slice(1).map((step, index) => before(`before-${step}`, steps[index] ?? '', step));
}
