import { integrityRecordReference } from '#reference/trust/integrity-record.ts';
import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import type { Failure } from '#spec/failure.ts';
import type { CliFailure } from '../cli/problem.ts';

const capabilityForms: Readonly<Record<CapabilityClass, string>> = {
  http_hosts: '--http takes a host such as api.example.com, without scheme, port or path.',
  secrets: '--secret takes a name such as db_password, or one with its scope such as global/db_password.',
  storage_prefixes: '--storage takes a path such as plugins/cache: lower case, no slash in front, no dots in a row.',
  channels: '--channel takes a name such as cli, in lower case.',
};

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
    case 'runner.bad-capability':
      return capabilityForms[problem.class];
    case 'runner.bad-entrypoint':
      return 'An export with any other name is out of reach for every host: give it another name.';
    case 'runner.denied':
      return 'A run is granted what the manifest declares and no more: `palyra-ref skills package inspect --json` shows it.';
    case 'runner.several-modules':
      return 'Give --module modules/<name>.wasm; `palyra-ref skills package inspect` lists what there is.';
    case 'runner.unknown-module':
    case 'runner.unknown-tool':
      return '`palyra-ref skills package inspect` lists what there is.';
    case 'cli.no-state-root':
      return 'Give --state-root <folder>.';
    default:
      return undefined;
  }
}
