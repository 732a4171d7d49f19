import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { Case } from '../../case.ts';
import { ordered } from '../../rows.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, full, type Piece, type Sample } from './sample.ts';

const proves = ['MAN-ORDER'] as const;

/** What is changed, what it becomes, and what is said of that. */
type Fault = readonly [piece: Piece, by: string, code: FailureCode];

/** Two faults that are found at neighbouring steps, each alone and then both. */
function pair(name: string, sample: Sample, first: Fault, second: Fault): readonly Case[] {
  return [fault(`${name}-first`, sample, first), fault(`${name}-second`, sample, second), before(name)];
}

function fault(name: string, sample: Sample, [piece, by, code]: Fault): Case {
  return rowsAt('manifest/order-fault', proves, { sample, piece }).refuses(name, by, code);
}

function before(name: string, first = `order-fault-${name}-first`, second = `order-fault-${name}-second`): Case {
  return ordered(`manifest/order-${name}`, proves, `manifest/${first}`, `manifest/${second}`);
}

const nothingOptedIn = changed(
  'manifest/order-nothing-opted-in',
  full,
  ['\nfilesystem = true', '\nfilesystem = false'],
  ['\nnode = true', '\nnode = false'],
);
const keyNames = 'key_names = ["api_key", "backup_key"]\n';
const twoScopes = changed('manifest/order-two-scopes', full, [
  keyNames,
  `${keyNames}\n[[capabilities.secrets]]\nscope = "global"\nkey_names = ["a"]\n`,
]);
const twoContracts = changed('manifest/order-two-contracts', full, [
  'kind = "memory_provider"\n',
  'kind = "memory_provider"\n\n[[operator.plugin.contracts]]\nkind = "context_engine"\n',
]);
const range = ({ parameters }: World) =>
  `min_palyra_version = "${parameters.runtime.version}"\nmax_palyra_version = "4294967295.0.0"`;
const upsideDown: Fault = [
  range,
  'min_palyra_version = "0.2.0"\nmax_palyra_version = "0.1.0"',
  'manifest.version-order',
];
const notListed: Fault = ['default = "eu"', 'default = "asia"', 'manifest.bad-default'];
const badKey: Fault = ['.retries]', '."re tries"]', 'manifest.bad-label'];

/** Steps that stand side by side in the chapter, down to the parts of one tool, scope, contract or property. */
export const orderWithinCases: readonly Case[] = [
  ...pair('version-range', full, ['"3.1.4"', '"3.1"', 'manifest.bad-version'], upsideDown),
  before('version-range-name', 'order-fault-version-range-second', 'blank-name-empty'),
  ...pair(
    'tool-description-schema',
    full,
    ['"Asks before it acts."', '" "', 'manifest.blank'],
    ['input_schema = {}', 'input_schema = []', 'manifest.schema-not-object'],
  ),

  acceptedSample(nothingOptedIn, proves),
  ...pair(
    'read-root-write-root',
    nothingOptedIn,
    ['"data/in"', '"../in"', 'artifact.invalid-path'],
    ['"data/out"', '"*"', 'manifest.wildcard'],
  ),
  ...pair(
    'device-node',
    nothingOptedIn,
    ['"camera"', '"Camera"', 'manifest.bad-identifier'],
    ['"gpu"', '"*"', 'manifest.wildcard'],
  ),

  acceptedSample(twoScopes, proves),
  ...pair(
    'scope-next-scope',
    twoScopes,
    ['["api_key", "backup_key"]', '[]', 'manifest.no-secret-keys'],
    ['"global"', '"Global"', 'manifest.bad-secret-scope'],
  ),

  acceptedSample(twoContracts, proves),
  ...pair(
    'contract-version-unique',
    twoContracts,
    ['\nversion = 1\n\n[operator.config]', '\nversion = 2\n\n[operator.config]', 'manifest.unsupported-contract'],
    ['"context_engine"', '"memory_provider"', 'manifest.duplicate-contract'],
  ),

  ...pair('property-key-title', full, badKey, ['default = 3\n', 'default = 3\ntitle = " "\n', 'manifest.blank']),
  before('property-description-enum', 'blank-property-description-empty', 'enum-values-blank'),
  ...pair(
    'property-enum-default',
    full,
    ['enum_values = ["eu", "us"]', 'enum_values = ["eu", " "]', 'manifest.bad-enum-values'],
    notListed,
  ),
  before('property-next-property', 'order-fault-property-enum-default-second', 'order-fault-property-key-title-first'),
];
