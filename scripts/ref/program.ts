import type { Program } from '../cli/program.ts';
import { signalExits } from '../cli/signals.ts';
import { commands } from './commands.ts';
import { globalOptions } from './options.ts';

export const palyraRef: Program = {
  name: 'palyra-ref',
  about: 'The reference implementation of Palyra skills: package, sign, verify, run.',
  commands,
  aliases: new Map([['skill', 'skills']]),
  options: globalOptions,
  exits: [
    ['0', 'Done; after `run`, the plugin finished, whatever its own exit code is.'],
    [
      '1',
      'The plugin was stopped or its module refused, the signer is not trusted, the trust store was tampered with, or this program has a bug.',
    ],
    ['2', 'The command line, a manifest, a key or an artifact is not valid.'],
    ['3', 'The vault does not open.'],
    ['5', 'The skill is made for another host.'],
    ['6', 'The manifest does not allow what a run was to be granted.'],
    ['7', 'A file or folder cannot be used as asked.'],
    ['8', 'A file or secret is not there.'],
    ...signalExits,
  ],
  firstSteps: `palyra-ref skills keygen --output publisher.key
palyra-ref skills package build --manifest skill.toml --module main.wasm \\
  --signing-key-file publisher.key --output echo.palyra-skill
palyra-ref skills package verify --artifact echo.palyra-skill --allow-tofu`,
  refusals: async () => (await import('./refusals.ts')).refusals,
};
