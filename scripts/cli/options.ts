/** What may stand on the line of a command, by the name it has after the two dashes. */
export type OptionTable = { readonly [name: string]: Option };

export type Option = { readonly about: string } & (
  | { readonly kind: 'flag' }
  | { readonly kind: 'value'; readonly shows: string; readonly required?: true }
  /** The first choice is the default. */
  | { readonly kind: 'choice'; readonly choices: readonly [string, ...string[]] }
  /** May be repeated. */
  | { readonly kind: 'list'; readonly shows: string; readonly required?: true }
  /** Stands without a name, in its place, and is required. */
  | { readonly kind: 'argument'; readonly shows: string }
);

/** Of these options at most one may be given, or exactly one. */
export interface OneOf<Name extends string = string> {
  readonly of: readonly Name[];
  readonly required: boolean;
}

export type Parsed<T extends OptionTable> = { readonly [Name in keyof T]: ValueOf<T[Name]> };

type ValueOf<O extends Option> = O extends { readonly kind: 'flag' }
  ? boolean
  : O extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
    ? Choice
    : O extends { readonly kind: 'list' }
      ? readonly string[]
      : O extends { readonly kind: 'argument' } | { readonly required: true }
        ? string
        : string | undefined;

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
  'output-format': {
    kind: 'choice',
    choices: ['text', 'json'],
    about: 'How an error is written to standard error.',
  },
  'no-color': { kind: 'flag', about: 'No colours. NO_COLOR does the same, and so does output that is not a terminal.' },
  help: { kind: 'flag', about: 'Show this help.' },
} as const satisfies OptionTable;

export type GlobalOptions = Parsed<typeof globalOptions>;
