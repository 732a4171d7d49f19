import type { Program } from '../cli/program.ts';
import { signalExits } from '../cli/signals.ts';
import { commands } from './commands.ts';
import { globalOptions } from './options.ts';

export const palyraRef: Program = {
  name: 'palyra-ref',
  about: 'The reference implementation of Palyra skills: package, sign, verify, install, run.',
  commands,
  aliases: new Map([['skill', 'skills']]),
  options: globalOptions,
  exits: [
    ['0', 'Done; after `run`, the plugin finished, whatever its own exit code is.'],
    [
      '1',
      'The plugin was stopped or its module refused, the signer is not trusted, an audit wants quarantine, the trust store was tampered with, or this program has a bug.',
    ],
    ['2', 'The command line, a manifest, a key or an artifact is not valid.'],
    ['3', 'The vault does not open.'],
    ['5', 'The skill is made for another host, or this program has no such thing.'],
    [
      '6',
      'A manifest, a policy or an audit does not allow it; after `host --once`, the re-audit quarantined something.',
    ],
    ['7', 'A file or folder cannot be used as asked, or what is installed is not as it was.'],
    ['8', 'A file, a secret or a skill is not there.'],
    ...signalExits,
  ],
  firstSteps: `palyra-ref skills keygen --output publisher.key
palyra-ref skills package build --manifest skill.toml --module main.wasm \\
  --signing-key-file publisher.key --output echo.palyra-skill
palyra-ref skills package verify --artifact echo.palyra-skill --allow-tofu
palyra-ref skills install --artifact echo.palyra-skill`,
  refusals: async () => (await import('./refusals.ts')).refusals,
};
