import { problemDetail } from '#reference/record/problem.ts';
import { listOf, optional, readFlag, readText, readU64, recordOf } from '#reference/record/read.ts';
import { defaultPolicy, noCapabilities, type RunnerPolicy } from '#reference/runtime/runner/policy.ts';
import { parseJson } from '#spec/json/parse.ts';
import { ok } from '#spec/result.ts';
import { readInput } from '../../cli/io.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';

/** Far above what eleven fields need. */
const mostBytes = 1024 * 1024;

const texts = listOf(readText);
const { limits } = defaultPolicy;

/** RUN-POLICY-DEFAULTS: the fields of the table, each of which may be left out. */
const record = recordOf(
  {
    enabled: optional('enabled', readFlag, defaultPolicy.enabled),
    allowInlineModules: optional('allow_inline_modules', readFlag, defaultPolicy.allowInlineModules),
    maxModuleBytes: optional('max_module_size_bytes', readU64, defaultPolicy.maxModuleBytes),
    fuelBudget: optional('fuel_budget', readU64, limits.fuelBudget),
    memoryBytes: optional('max_memory_bytes', readU64, limits.memoryBytes),
    tableElements: optional('max_table_elements', readU64, limits.tableElements),
    instances: optional('max_instances', readU64, limits.instances),
    httpHosts: optional('allowed_http_hosts', texts, noCapabilities.http_hosts),
    secrets: optional('allowed_secrets', texts, noCapabilities.secrets),
    storagePrefixes: optional('allowed_storage_prefixes', texts, noCapabilities.storage_prefixes),
    channels: optional('allowed_channels', texts, noCapabilities.channels),
  },
  'refused',
);

export function runnerPolicy(path: string | undefined, shell: Shell): Outcome<RunnerPolicy> {
  if (path === undefined) return ok(defaultPolicy);
  const problem = () => ({ code: 'cli.input-too-large', source: path, limit: mostBytes }) as const;
  const file = readInput(shell, path, { bytes: mostBytes, problem });
  if (!file.ok) return file;
  const bad = (value: string) =>
    refuse({ code: 'cli.bad-value', source: path, value, wanted: 'a runner policy, as spec/runtime-runner.md has it' });
  const json = parseJson(file.value.bytes);
  if (!json.ok) return bad(json.problem);
  const [repeated] = json.repeated;
  if (repeated !== undefined) return bad(`${repeated.join('.')} is given twice`);
  const read = record(json.value, '');
  if (!read.ok) {
    const { path: place, detail } = problemDetail(read.problem);
    return bad(`${place === '' ? 'it' : place} ${detail}`);
  }
  const { enabled, allowInlineModules, maxModuleBytes, fuelBudget, memoryBytes, tableElements, instances } = read.value;
  const { httpHosts: http_hosts, secrets, storagePrefixes: storage_prefixes, channels } = read.value;
  return ok({
    ...{ enabled, allowInlineModules, maxModuleBytes },
    limits: { fuelBudget, memoryBytes, tableElements, instances },
    allowed: { http_hosts, secrets, storage_prefixes, channels },
  });
}
