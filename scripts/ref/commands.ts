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
  {
    words: 'skills install',
    summary: 'Verify, audit and install an artifact',
    load: () => import('./commands/skills-install.ts'),
  },
  {
    words: 'skills list',
    summary: 'Show what is installed, and whether it may be used',
    load: () => import('./commands/skills-list.ts'),
  },
  {
    words: 'skills info',
    summary: 'Show all of one installed skill',
    load: () => import('./commands/skills-info.ts'),
  },
  {
    words: 'skills check',
    summary: 'Ask what could keep installed skills from being used',
    load: () => import('./commands/skills-check.ts'),
  },
  {
    words: 'skills verify',
    summary: 'Verify an installed artifact again',
    load: () => import('./commands/skills-verify.ts'),
  },
  {
    words: 'skills audit',
    summary: 'Look at what is in an artifact, or in what is installed',
    load: () => import('./commands/skills-audit.ts'),
  },
  {
    words: 'skills quarantine',
    summary: 'Keep a skill from being run',
    load: () => import('./commands/skills-quarantine.ts'),
  },
  {
    words: 'skills enable',
    summary: 'Let a skill run again',
    load: () => import('./commands/skills-enable.ts'),
  },
  {
    words: 'skills update',
    summary: 'Install what a registry folder offers',
    load: () => import('./commands/skills-update.ts'),
  },
  {
    words: 'skills remove',
    summary: 'Remove an installed version',
    load: () => import('./commands/skills-remove.ts'),
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
    words: 'plugins bind',
    summary: 'Make a plugin of an installed skill',
    load: () => import('./commands/plugins-bind.ts'),
  },
  {
    words: 'plugins list',
    summary: 'Show what is bound',
    load: () => import('./commands/plugins-list.ts'),
  },
  {
    words: 'plugins check',
    summary: 'Tell whether a plugin is ready, and why not',
    load: () => import('./commands/plugins-check.ts'),
  },
  {
    words: 'plugins remove',
    summary: 'Remove a binding',
    load: () => import('./commands/plugins-remove.ts'),
  },
  {
    words: 'deployment profiles',
    summary: 'List the deployment profiles',
    load: () => import('./commands/deployment-profiles.ts'),
  },
  {
    words: 'deployment manifest',
    summary: 'Show what a deployment profile means',
    load: () => import('./commands/deployment-manifest.ts'),
  },
  {
    words: 'hooks bind',
    summary: 'Run a plugin whenever an event comes',
    load: () => import('./commands/hooks-bind.ts'),
  },
  {
    words: 'hooks list',
    summary: 'Show the hooks',
    load: () => import('./commands/hooks-list.ts'),
  },
  {
    words: 'hooks check',
    summary: 'Tell whether a hook is ready',
    load: () => import('./commands/hooks-check.ts'),
  },
  {
    words: 'hooks enable',
    summary: 'Switch a hook on',
    load: () => import('./commands/hooks-enable.ts'),
  },
  {
    words: 'hooks disable',
    summary: 'Switch a hook off',
    load: () => import('./commands/hooks-disable.ts'),
  },
  {
    words: 'hooks remove',
    summary: 'Remove a hook',
    load: () => import('./commands/hooks-remove.ts'),
  },
  {
    words: 'host',
    summary: 'Serve hooks and re-audits, or do so once',
    load: () => import('./commands/host.ts'),
  },
  {
    words: 'subject',
    summary: 'Answer a conformance run on standard input and output',
    load: () => import('./commands/subject.ts'),
  },
];
