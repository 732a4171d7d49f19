import type { JsonObject } from '#spec/json/value.ts';
import type { OperationValue, RunAnswer } from '#spec/operations.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { Parameters } from '#spec/subject.ts';
import { dispatchHooksAsked } from '../lifecycle/hooks/operation.ts';
import type { Handles } from '../runtime/engine/capabilities.ts';
import type { RunReport } from '../runtime/engine/engine.ts';
import { moduleSource } from '../runtime/pool/pending-run.ts';
import { SandboxPool } from '../runtime/pool/sandbox-pool.ts';
import { inPool, runInPool } from '../runtime/runner/in-pool.ts';
import type { InstalledSkill } from '../runtime/runner/installed-skills.ts';
import type { RunnerPolicy } from '../runtime/runner/policy.ts';
import { type RunnerWorld, runPlugin } from '../runtime/runner/run-plugin.ts';
import { successToJson } from '../runtime/runner/success.ts';
import { type InputReader, MalformedInput } from './read-input.ts';

let ownPool: SandboxPool | undefined;

/** Made for the first run: most subjects are asked for none. */
function pool(): SandboxPool {
  ownPool ??= new SandboxPool();
  return ownPool;
}

export async function runModule(input: InputReader): Promise<Result<OperationValue<'runtime.run'>>> {
  const limits = input.fields('limits');
  const grants = input.fields('grants');
  const job = {
    module: moduleSource(input.bytes('module')),
    entrypoint: input.text('entrypoint'),
    grants: {
      http: grants.texts('http_hosts'),
      secret: grants.texts('secret_keys'),
      storage: grants.texts('storage_prefixes'),
      channel: grants.texts('channels'),
    },
    timeoutMs: input.integerOrNull('timeoutMs'),
  };
  const size = {
    memoryBytes: limits.integer('max_memory_bytes'),
    tableElements: limits.integer('max_table_elements'),
    instances: limits.integer('max_instances'),
  };
  const runs: RunAnswer[] = [];
  for (const fuelBudget of fuelBudgets(input)) {
    const ended = await runInPool(pool(), { ...job, limits: { ...size, fuelBudget } });
    if (!ended.ok) return fail(ended.failure);
    runs.push(toAnswer(ended.value));
  }
  return ok({ runs });
}

/** RT-COMPILE-FIRST: with none of them nobody would have looked at the module. */
function fuelBudgets(input: InputReader): readonly bigint[] {
  const budgets = input.integers('fuelBudgets');
  if (budgets.length >= 1 && budgets.length <= 64) return budgets;
  throw new MalformedInput('input.fuelBudgets must be 1 to 64 integers');
}

function toAnswer({ outcome, fuelLeft, handles }: Pick<RunReport, 'outcome' | 'fuelLeft' | 'handles'>): RunAnswer {
  if (outcome.kind === 'finished') {
    const exitCode = BigInt(outcome.exitCode);
    return { stop: null, exitCode, handles: handlesToJson(handles), trap: null, fuelLeft };
  }
  const { cause } = outcome;
  const trap = cause.kind === 'trap' ? cause.trap : null;
  return { stop: outcome.class, exitCode: null, handles: null, trap, fuelLeft };
}

function handlesToJson({ http, secret, storage, channel }: Handles): JsonObject {
  return new Map([
    ['http_handles', http.map(BigInt)],
    ['secret_handles', secret.map(BigInt)],
    ['storage_handles', storage.map(BigInt)],
    ['channel_handles', channel.map(BigInt)],
  ]);
}

export async function runRunner(input: InputReader, host: Parameters): Promise<Result<OperationValue<'runner.run'>>> {
  const ran = await runPlugin(input.bytes('input'), runnerWorld(input, host));
  if (!ran.ok) return fail(ran.failure);
  // The document has these fields and no others.
  return ok(Object.fromEntries(successToJson(ran.value)) as unknown as OperationValue<'runner.run'>);
}

export function runHooks(input: InputReader, host: Parameters): Promise<Result<OperationValue<'hooks.dispatch'>>> {
  return dispatchHooksAsked(input, runnerWorld(input, host));
}

function runnerWorld(input: InputReader, host: Parameters): RunnerWorld {
  return {
    host,
    skills: () => input.listOrNull('installed')?.map(installedSkill) ?? 'the list of installed skills cannot be read',
    policy: policyOf(input.fields('policy')),
    timeoutMs: input.integer('timeoutMs'),
    execute: inPool(pool()),
    now: () => performance.now(),
  };
}

export function installedSkill(skill: InputReader): InstalledSkill {
  const artifact = skill.bytesOrNull('artifact');
  return {
    skillId: skill.text('skillId'),
    version: skill.text('version'),
    current: skill.flag('current'),
    artifact: () => artifact ?? 'the file cannot be read',
  };
}

function policyOf(policy: InputReader): RunnerPolicy {
  return {
    enabled: policy.flag('enabled'),
    allowInlineModules: policy.flag('allow_inline_modules'),
    maxModuleBytes: policy.integer('max_module_size_bytes'),
    limits: {
      fuelBudget: policy.integer('fuel_budget'),
      memoryBytes: policy.integer('max_memory_bytes'),
      tableElements: policy.integer('max_table_elements'),
      instances: policy.integer('max_instances'),
    },
    allowed: {
      http_hosts: policy.texts('allowed_http_hosts'),
      secrets: policy.texts('allowed_secrets'),
      storage_prefixes: policy.texts('allowed_storage_prefixes'),
      channels: policy.texts('allowed_channels'),
    },
  };
}
