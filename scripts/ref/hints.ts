import { integrityRecordReference } from '#reference/trust/integrity-record.ts';
import type { Failure } from '#spec/failure.ts';
import type { CliFailure } from '../cli/problem.ts';

/** The next step, where one helps more often than not. */
export function hintFor(problem: Failure | CliFailure): string | undefined {
  switch (problem.code) {
    case 'artifact.invalid-path':
      return 'Of an absolute path only the file name is taken; a relative one stays whole and must not leave its folder.';
    case 'trust.untrusted-publisher':
      return 'Give --trusted-publisher <publisher>=<hex of its public key>, or --allow-tofu to pin the key it shows now.';
    case 'trust.store-tampered':
      return `If the change is yours: palyra-ref vault delete ${integrityRecordReference(problem.path)}`;
    case 'vault.not-found':
      return '`palyra-ref vault list` shows what there is.';
    case 'vault.locked':
      return 'A passphrase is read from PALYRA_VAULT_PASSPHRASE or with --vault-passphrase-stdin; else vault.key opens it.';
    case 'cli.no-state-root':
      return 'Give --state-root <folder>.';
    default:
      return undefined;
  }
}
