import { commonOptions, type OptionTable, type Parsed } from '../cli/options.ts';

export const globalOptions = {
  'state-root': {
    kind: 'value',
    shows: 'folder',
    about: 'Where state is kept. Default: PALYRA_STATE_ROOT, else $XDG_STATE_HOME/palyra or ~/.local/state/palyra.',
  },
  'vault-dir': {
    kind: 'value',
    shows: 'folder',
    about: 'Where the vault is kept. Default: PALYRA_VAULT_DIR, else <state-root>/vault.',
  },
  'vault-passphrase-stdin': {
    kind: 'flag',
    about:
      'Read the passphrase of the vault from standard input. Default: PALYRA_VAULT_PASSPHRASE, else vault.key in it.',
  },
  names: {
    kind: 'choice',
    choices: ['shipped', 'documented'],
    about: 'Whose names to use where shipping software and documentation differ, as for the SBOM entry.',
  },
  ...commonOptions,
} as const satisfies OptionTable;

export type GlobalOptions = Parsed<typeof globalOptions>;
