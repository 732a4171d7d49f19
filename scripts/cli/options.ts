/** What may stand on the line of a command, by the name it has after the two dashes. */
export type OptionTable = { readonly [name: string]: Option };

export type Option = { readonly about: string } & (
  | { readonly kind: 'flag' }
  | { readonly kind: 'value'; readonly shows: string; readonly required?: true }
  /** Its value may be left out, and is empty then; so no argument can follow it but behind two dashes. */
  | { readonly kind: 'optional'; readonly shows: string }
  | { readonly kind: 'integer'; readonly shows: string; readonly least: number; readonly most: number }
  /** The first choice is the default. */
  | { readonly kind: 'choice'; readonly choices: readonly [string, ...string[]] }
  /** Any number of them, repeated or with commas between; none stands for whatever `about` says. */
  | { readonly kind: 'choices'; readonly choices: readonly [string, ...string[]] }
  /** May be repeated. */
  | { readonly kind: 'list'; readonly shows: string; readonly required?: true }
  /** Stands without a name, in its place, and is required unless it says otherwise. */
  | {
      readonly kind: 'argument';
      readonly shows: string;
      readonly choices?: readonly [string, ...string[]];
      readonly optional?: true;
    }
  /** The last of the arguments: all that are left, and at least so many. */
  | { readonly kind: 'arguments'; readonly shows: string; readonly least: number }
  /** Everything behind two dashes, untouched. */
  | { readonly kind: 'rest'; readonly shows: string; readonly required?: true }
);

/** Of these options at most one may be given, or exactly one. */
export interface OneOf<Name extends string = string> {
  readonly of: readonly Name[];
  readonly required: boolean;
}

export type Parsed<T extends OptionTable> = { readonly [Name in keyof T]: ValueOf<T[Name]> };

type ValueOf<O extends Option> = O extends { readonly kind: 'flag' }
  ? boolean
  : O extends { readonly kind: 'argument'; readonly optional: true }
    ? string | undefined
    : O extends { readonly kind: 'choice' | 'argument'; readonly choices: readonly (infer Choice)[] }
      ? Choice
      : O extends { readonly kind: 'choices'; readonly choices: readonly (infer Choice)[] }
        ? readonly Choice[]
        : O extends { readonly kind: 'integer' }
          ? number | undefined
          : O extends { readonly kind: 'list' | 'arguments' | 'rest' }
            ? readonly string[]
            : O extends { readonly kind: 'argument' } | { readonly required: true }
              ? string
              : string | undefined;

/** Taken by every command of every program: the frame itself acts on them. */
export const commonOptions = {
  'output-format': {
    kind: 'choice',
    choices: ['text', 'json'],
    about: 'How an error is written to standard error.',
  },
  'no-color': { kind: 'flag', about: 'No colours. NO_COLOR does the same, and so does output that is not a terminal.' },
  help: { kind: 'flag', about: 'Show this help.' },
} as const satisfies OptionTable;
