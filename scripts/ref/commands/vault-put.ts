import { largestSecretBytes } from '#reference/vault/vault.ts';
import { ok } from '#spec/result.ts';
import { readInput } from '../../cli/io.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import { type Shell, stdinName } from '../../cli/shell.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { openVault } from '../vault.ts';

export default command({
  about: `The secret is kept byte for byte, with the line end if there is one, and replaces what was there. It is never an
argument, because arguments can be seen by others. The vault is one encrypted file. Its key is vault.key beside it, made
on first use and readable by you alone, unless a passphrase is given.`,
  example: `printf %s "$TOKEN" | palyra-ref vault put skill:acme.echo/api-token --stdin`,
  options: {
    reference: { kind: 'argument', shows: 'scope/key', about: 'The scope is global, or skill:<id> and the like.' },
    stdin: { kind: 'flag', about: 'Read the secret from standard input.' },
    file: { kind: 'value', shows: 'file', about: 'Read the secret from this file.' },
    json: { kind: 'flag', about: 'Print the result as JSON.' },
  },
  oneOf: [
    { of: ['stdin', 'file'], required: true },
    { of: ['stdin', 'vault-passphrase-stdin'], required: false },
  ],
  run: async ({ reference, file, json, ...options }, shell) => {
    const secret = await readSecret(file, shell);
    if (!secret.ok) return secret;
    const vault = await openVault(options, shell);
    if (!vault.ok) return vault;
    const put = vault.value.put(reference, secret.value);
    if (!put.ok) return put;
    const fields = { reference, bytes: BigInt(secret.value.length) };
    return ok({ stdout: json ? jsonDocument(new Map(Object.entries(fields))) : markedLine('vault.put', fields) });
  },
});

async function readSecret(path: string | undefined, shell: Shell): Promise<Outcome<Uint8Array>> {
  const source = path ?? stdinName;
  const problem = () => ({ code: 'cli.input-too-large', source, limit: largestSecretBytes }) as const;
  const file = path === undefined ? undefined : readInput(shell, path, { bytes: largestSecretBytes, problem });
  if (file?.ok === false) return file;
  const bytes = file === undefined ? await shell.readStdin(largestSecretBytes) : ok(file.value.bytes);
  return bytes.ok && bytes.value.length === 0 ? refuse({ code: 'cli.empty-input', source }) : bytes;
}
