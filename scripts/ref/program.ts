import type { Program } from '../cli/program.ts';
import { commands } from './commands.ts';
import { globalOptions } from './options.ts';

export const palyraRef: Program = {
  name: 'palyra-ref',
  about: 'The reference implementation of Palyra skills: package, sign, verify.',
  commands,
  aliases: new Map([['skill', 'skills']]),
  options: globalOptions,
  exits: [
    ['0', 'Done.'],
    ['1', 'The signer is not trusted, the trust store was tampered with, or this program has a bug.'],
    ['2', 'The command line, a manifest, a key or an artifact is not valid.'],
    ['3', 'The vault does not open.'],
    ['5', 'The skill is made for another host.'],
    ['7', 'A file or folder cannot be used as asked.'],
    ['8', 'A file or secret is not there.'],
    ['130', 'Interrupted.'],
  ],
  firstSteps: `palyra-ref skills keygen --output publisher.key
palyra-ref skills package build --manifest skill.toml --module main.wasm \\
  --signing-key-file publisher.key --output echo.palyra-skill
palyra-ref skills package verify --artifact echo.palyra-skill --allow-tofu`,
  refusals: async () => (await import('./refusals.ts')).refusals,
};
