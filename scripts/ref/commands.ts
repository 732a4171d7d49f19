import type { CommandRow } from '../cli/program.ts';

/** A command is one row here and one file in `commands/`. */
export const commands: readonly CommandRow[] = [
  {
    words: 'skills package build',
    summary: 'Build and sign an artifact',
    load: () => import('./commands/skills-package-build.ts'),
  },
  {
    words: 'skills package verify',
    summary: 'Check an artifact and decide on trust in its signer',
    load: () => import('./commands/skills-package-verify.ts'),
  },
  {
    words: 'skills package inspect',
    summary: 'Check an artifact and show what it holds',
    load: () => import('./commands/skills-package-inspect.ts'),
  },
  { words: 'run', summary: 'Run a plugin once, within limits', load: () => import('./commands/run.ts') },
  {
    words: 'skills keygen',
    summary: 'Make a new signing key',
    load: () => import('./commands/skills-keygen.ts'),
  },
  { words: 'vault put', summary: 'Put a secret into the vault', load: () => import('./commands/vault-put.ts') },
  { words: 'vault get', summary: 'Take a secret out of the vault', load: () => import('./commands/vault-get.ts') },
  { words: 'vault list', summary: 'List what the vault holds', load: () => import('./commands/vault-list.ts') },
  {
    words: 'vault delete',
    summary: 'Remove a secret from the vault',
    load: () => import('./commands/vault-delete.ts'),
  },
  {
    words: 'subject',
    summary: 'Answer a conformance run on standard input and output',
    load: () => import('./commands/subject.ts'),
  },
];
