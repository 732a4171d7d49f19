import type { World } from '#fixtures/world.ts';
import { bytesOf } from '#fixtures/zip/content.ts';
import { auditDefaults, severityOf } from '#spec/audit.ts';
import type { WireValue } from '#spec/operations.ts';
import { stamped } from './modules.ts';

type Status = keyof typeof severityOf;
type Details = { readonly [key: string]: WireValue };

interface Policy {
  readonly max_module_bytes: bigint;
  readonly max_exported_functions: bigint;
  readonly allow_device_capabilities: boolean;
  readonly allow_wildcard_capabilities: boolean;
}

/** What is expected of one module; where nothing is said it is read, exports nothing and imports no files. */
interface ExpectedModule {
  readonly path: string;
  readonly size: number;
  readonly is?: 'read' | 'too large' | 'no module';
  readonly exports?: number;
  readonly reachesFiles?: boolean;
}

/** What an audit says where it differs from that of the plain skill. */
export interface Expected {
  readonly warnings?: readonly string[];
  readonly readRoots?: readonly string[];
  readonly writeRoots?: readonly string[];
  readonly hosts?: readonly string[];
  readonly scopes?: readonly string[];
  readonly devices?: readonly string[];
  readonly wildcards?: readonly string[];
  readonly modules?: readonly ExpectedModule[];
  readonly feed?: string;
  readonly policy?: Partial<Policy>;
  /** More of the value, such as what stands in `further`. */
  readonly more?: Details;
}

/** One record, exactly. */
export function record(id: string, status: Status, details?: Details): WireValue {
  const members: [string, WireValue][] = [
    ['check_id', id],
    ['status', status],
    ['severity', severityOf[status]],
  ];
  return new Map(details === undefined ? members : [...members, ['details', exact(details)]]);
}

/** An object without any other member. */
function exact(members: Details): WireValue {
  return new Map(Object.entries(members));
}

/** Only core checks can fail in what is told here. */
export function sound(world: World, expected: Expected): WireValue {
  const failed = countFailures(expected);
  return {
    accepted: true,
    passed: failed === 0,
    shouldQuarantine: failed > 0,
    quarantineReasons: BigInt(failed),
    policy: exact(policyOf(expected)),
    checks: whole(world, expected),
    vulnerabilityScan: feedRecord(expected),
    ...expected.more,
  };
}

/** The core records, in their order. */
export function whole(world: World, expected: Expected): WireValue {
  const { warnings = [], readRoots = [], writeRoots = [], hosts = [], scopes = [] } = expected;
  const modules = modulesOf(world, expected);
  return [
    ...['signature_validity', 'sbom_presence', 'provenance_presence', 'manifest_sanity'].map((id) =>
      record(id, 'pass'),
    ),
    ...warnings.map((code) => record(`manifest_warning:${code}`, 'warn', { code, severity: 'warning' })),
    record('manifest_filesystem_scopes', 'pass', { read_roots: readRoots, write_roots: writeRoots }),
    record('manifest_http_egress_scopes', 'pass', { hosts }),
    record('manifest_secret_scopes', 'pass', { scopes }),
    forbidden('device', 'device_capabilities', expected.devices ?? [], policyOf(expected)),
    forbidden('wildcard', 'wildcard_opt_ins', expected.wildcards ?? [], policyOf(expected)),
    record('wasm_module_presence', 'pass', { modules: modules.map(({ path }) => path) }),
    ...modules.flatMap((module) => moduleRecords(module, expected)),
    feedRecord(expected),
  ];
}

function forbidden(what: 'device' | 'wildcard', key: string, list: readonly string[], policy: Policy): WireValue {
  const allowed = policy[`allow_${what}_capabilities`];
  const id = `forbidden_${what}_capabilities`;
  if (list.length > 0 && !allowed) return record(id, 'fail', { [key]: list });
  return record(id, 'pass', { [key]: list, [`allow_${what}_capabilities`]: allowed });
}

function moduleRecords(module: ExpectedModule, expected: Expected): readonly WireValue[] {
  const { path, size, is = 'read', exports = 0, reachesFiles = false } = module;
  const policy = policyOf(expected);
  const at = { module_path: path };
  const sizes = { ...at, module_bytes: BigInt(size), max_module_bytes: policy.max_module_bytes };
  if (is === 'too large') return [record('wasm_module_size_limit', 'fail', sizes)];
  if (is === 'no module') return [record('wasm_module_validation', 'fail', at)];
  const limit = policy.max_exported_functions;
  const isDeclared = declaresFiles(expected);
  return [
    record('wasm_module_size_limit', 'pass', sizes),
    record('wasm_exported_function_limit', exports > limit ? 'fail' : 'pass', {
      ...at,
      exported_functions: BigInt(exports),
      max_exported_functions: limit,
    }),
    record('wasm_wasi_filesystem_imports', reachesFiles && !isDeclared ? 'fail' : 'pass', {
      ...at,
      filesystem_declared: isDeclared,
    }),
  ];
}

function countFailures(expected: Expected): number {
  const { devices = [], wildcards = [], modules = [] } = expected;
  const policy = policyOf(expected);
  const ofModules = modules.map(({ is = 'read', exports = 0, reachesFiles = false }) => {
    if (is !== 'read') return 1;
    const overExported = exports > policy.max_exported_functions ? 1 : 0;
    return overExported + (reachesFiles && !declaresFiles(expected) ? 1 : 0);
  });
  return (
    (devices.length > 0 && !policy.allow_device_capabilities ? 1 : 0) +
    (wildcards.length > 0 && !policy.allow_wildcard_capabilities ? 1 : 0) +
    ofModules.reduce<number>((sum, each) => sum + each, 0)
  );
}

function feedRecord({ feed }: Expected): WireValue {
  return feed === undefined
    ? record('vulnerability_feed_hook', 'warn')
    : record('vulnerability_feed_hook', 'pass', { hook: feed });
}

function modulesOf(world: World, { modules }: Expected): readonly ExpectedModule[] {
  return modules ?? [{ path: 'modules/main.wasm', size: bytesOf(stamped(world)).length }];
}

function declaresFiles({ readRoots = [], writeRoots = [] }: Expected): boolean {
  return readRoots.length + writeRoots.length > 0;
}

function policyOf({ policy }: Expected): Policy & Details {
  return { ...auditDefaults, ...policy };
}
