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

const installing: ReadonlySet<string> = new Set(['skills install', 'skills update']);

/** The next step, where one helps more often than not. */
export function hintFor(problem: Failure | CliFailure, words: string): string | undefined {
  switch (problem.code) {
    case 'artifact.invalid-path':
      return 'Of an absolute path only the file name is taken; a relative one stays whole and must not leave its folder.';
    case 'trust.untrusted-publisher':
      return `Give --trusted-publisher <publisher>=<hex of its public key>, or ${firstUse(words)} to pin the key it shows now.`;
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
    case 'registry.not-found':
      return 'A registry is a folder of artifacts; `palyra-ref skills package inspect` shows the id and version of one.';
    case 'registry.bad-artifact':
    case 'registry.duplicate':
      return 'Move it out of the folder: a registry is taken as a whole or not at all.';
    case 'registry.changed':
      return 'Try again once whoever writes to the folder has finished.';
    case 'index.schema-version':
      return 'Another version of the software has written it: use that one, or a state root of its own.';
    case 'index.json':
    case 'index.shape':
    case 'index.bad-name':
    case 'index.duplicate-record':
    case 'index.too-large':
      return 'Restore skills/installed-index.json below the state root, or move it away and install anew.';
    case 'state.unreadable':
      return 'Mount its disk, give back its permissions, restore it from a backup, or move away what stands in its place.';
    case 'state.unwritable':
      return 'See to the permissions and the room on that disk, then call the command again.';
    case 'state.unfinished':
      return 'Whatever is called next finishes it first, as soon as the disk has room for it and holds what was prepared.';
    case 'state.unsafe-name':
      return problem.kind === 'version'
        ? 'A version names a folder as it stands in the manifest: three numbers, without white space or signs around them.'
        : undefined;
    case 'lifecycle.too-large':
      return installing.has(words)
        ? 'A text has at most 4,096 bytes, a path too. Secrets that are stored with `palyra-ref vault put` are not missing.'
        : 'Give a shorter text: it has at most 4,096 bytes.';
    case 'lifecycle.bad-state':
      return 'Another program has written it: mend its row of the table skill_status in data/journal.sqlite3 below the state root.';
    case 'plugins.too-large':
      return words === 'plugins bind'
        ? 'Give less of it. Where `palyra-ref plugins list` says the same, it is what plugins/bindings.json holds already.'
        : 'Restore plugins/bindings.json below the state root, or move it away and bind anew.';
    case 'lifecycle.not-installed':
      return '`palyra-ref skills list` shows what is installed.';
    case 'lifecycle.already-installed':
      return 'To install it anew: `palyra-ref skills remove <skill_id> --version <version>` first.';
    case 'lifecycle.override-required':
      return 'Give --override once you know why it was quarantined: `palyra-ref skills check` asks again.';
    case 'installed.not-active':
      return '`palyra-ref skills list` shows why; `palyra-ref skills enable <skill_id> --override` lets it run again.';
    case 'installed.artifact-missing':
    case 'installed.artifact-changed':
    case 'installed.other-identity':
      return 'Remove this version with `palyra-ref skills remove`, and install it again from where it came.';
    case 'cli.unwritable':
      return problem.path === 'standard output'
        ? 'The command has done its work, and what it changed stays changed: only its answer is lost.'
        : undefined;
    case 'cli.nothing-installed':
      return '`palyra-ref skills install --artifact <file>` installs a skill.';
    case 'cli.audit-refused':
      return '`palyra-ref skills audit --artifact <file>` shows every check, and --policy may allow what you accept.';
    case 'cli.unsupported':
      return 'Download the artifacts into a folder and give it with --registry-dir.';
    case 'cli.no-state-root':
      return 'Give --state-root <folder>.';
    default:
      return undefined;
  }
}

/** One wish, by the name that each command has for it. */
function firstUse(words: string): string {
  return words === 'skills package verify' ? '--allow-tofu' : '--allow-untrusted';
}
