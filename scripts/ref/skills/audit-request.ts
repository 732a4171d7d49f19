import type { AuditRequest } from '#reference/audit/audit.ts';
import { defaultAuditPolicy, parseAuditPolicy } from '#reference/audit/policy.ts';
import { isBlank } from '#reference/text/white-space.ts';
import { ok } from '#spec/result.ts';
import { readInput } from '../../cli/io.ts';
import type { Outcome } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { variable } from '../settings.ts';

/** Far above what a policy of four fields needs. */
const mostBytes = 64 * 1024;

/** What an audit is made against, as the command line and the variables have it. */
export function auditRequest(policyFile: string | undefined, shell: Shell): Outcome<AuditRequest> {
  const policy = policyFile === undefined ? ok(defaultAuditPolicy) : readPolicy(policyFile, shell);
  if (!policy.ok) return policy;
  const feed = variable(shell, 'PALYRA_SKILL_AUDIT_VULN_FEED_HOOK', { mayBeBlank: true });
  if (!feed.ok) return feed;
  const vulnerabilityFeed = isBlank(feed.value ?? '') ? undefined : feed.value;
  return ok({ policy: policy.value, vulnerabilityFeed, nowUnixMs: shell.nowUnixMs() });
}

function readPolicy(path: string, shell: Shell) {
  const problem = () => ({ code: 'cli.input-too-large', source: path, limit: mostBytes }) as const;
  const file = readInput(shell, path, { bytes: mostBytes, problem });
  return file.ok ? parseAuditPolicy(file.value.bytes) : file;
}
