import { parseSigningKey, type SigningKey } from '#reference/artifact/signing/signing-key.ts';
import { ok } from '#spec/result.ts';
import { type ReadFile, readInput } from '../cli/io.ts';
import type { OptionTable, Parsed } from '../cli/options.ts';
import { type Outcome, refuse } from '../cli/problem.ts';
import { type Shell, stdinName } from '../cli/shell.ts';
import type { GlobalOptions } from './options.ts';
import { openVault } from './vault.ts';

export const signingKeyOptions = {
  'signing-key-file': { kind: 'value', shows: 'file', about: 'Sign with the key in this file.' },
  'signing-key-vault-ref': { kind: 'value', shows: 'scope/key', about: 'Sign with this key of the vault.' },
  'signing-key-stdin': { kind: 'flag', about: 'Sign with the key on standard input: 32 bytes, hex, or base64.' },
} as const satisfies OptionTable;

type SigningKeyOptions = Parsed<typeof signingKeyOptions> & GlobalOptions;

/** Far above every form of a key, and small enough to hold whatever was given by mistake. */
const mostBytes = 4096;

interface KeyCandidate {
  readonly path: string;
  readonly bytes: Uint8Array;
}

interface GivenKey {
  readonly key: SigningKey;
  /** Undefined where the key comes from no file. */
  readonly file: ReadFile | undefined;
}

export async function readSigningKey(options: SigningKeyOptions, shell: Shell): Promise<Outcome<GivenKey>> {
  const path = options['signing-key-file'];
  if (path !== undefined) {
    const problem = () => ({ code: 'cli.input-too-large', source: path, limit: mostBytes }) as const;
    const file = readInput(shell, path, { bytes: mostBytes, problem });
    return file.ok ? parse(file.value.bytes, path, file.value) : file;
  }
  const reference = options['signing-key-vault-ref'];
  if (reference !== undefined) {
    const vault = await openVault(options, shell);
    if (!vault.ok) return vault;
    const bytes = vault.value.get(reference);
    return bytes.ok ? parse(bytes.value, reference) : bytes;
  }
  const bytes = await shell.readStdin(mostBytes);
  return bytes.ok ? parse(bytes.value, stdinName) : bytes;
}

function parse(bytes: Uint8Array, source: string, file?: ReadFile): Outcome<GivenKey> {
  if (bytes.length === 0) return refuse({ code: 'cli.empty-input', source });
  const key = parseSigningKey(bytes);
  return key.ok ? ok({ key: key.value, file }) : key;
}

/** The first of these files that holds the key in any form in which it could be given, under whatever name. */
export function refuseKeyAsContent({ seed }: SigningKey, contents: readonly KeyCandidate[]): Outcome<undefined> {
  const found = contents.find(({ bytes }) => {
    const key = bytes.length <= mostBytes ? parseSigningKey(bytes) : undefined;
    return key?.ok === true && Buffer.compare(key.value.seed, seed) === 0;
  });
  return found === undefined ? ok(undefined) : refuse({ code: 'cli.key-is-content', path: found.path });
}
