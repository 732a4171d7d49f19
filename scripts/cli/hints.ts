import { integrityRecordReference } from '#reference/trust/integrity-record.ts';
import { reasons } from '#spec/reasons.ts';
import { commands, programLine } from './commands.ts';
import { isCliFailure, type Problem } from './problem.ts';

/** The next step, where one helps more often than not. `words` is the command that was called. */
export function hintFor(problem: Problem, words: string): string | undefined {
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
    case 'cli.missing-command':
      return `The commands are: ${wordsBelow(problem.words).join(', ')}.`;
    case 'cli.unknown-command':
    case 'cli.unknown-option':
    case 'cli.missing-option':
    case 'cli.missing-value':
    case 'cli.missing-argument':
    case 'cli.unexpected-argument':
    case 'cli.conflicting-options':
      return `\`${programLine(words)} --help\` shows what there is.`;
  }
  if (isCliFailure(problem)) return undefined;
  const { area, requirement } = reasons[problem.code];
  return `The rule is ${requirement} in spec/${area}.md.`;
}

function wordsBelow(words: string): readonly string[] {
  return commands.map((row) => row.words).filter((name) => words === '' || name.startsWith(`${words} `));
}
