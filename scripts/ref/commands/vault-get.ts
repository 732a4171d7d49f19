import { ok } from '#spec/result.ts';
import { writeNewSecret } from '../../cli/io.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { openVault } from '../vault.ts';

export default command({
  about: `Where the secret goes must be said, so that none appears on a screen by accident. It comes out byte for byte as it
was put in.`,
  example: 'palyra-ref vault get global/publisher-key --output publisher.key',
  options: {
    reference: { kind: 'argument', shows: 'scope/key', about: 'As it was given to `vault put`.' },
    stdout: { kind: 'flag', about: 'Print the secret on standard output.' },
    output: { kind: 'value', shows: 'file', about: 'Write the secret to a new file that only you can read.' },
    json: { kind: 'flag', about: 'With --output: print the result as JSON.' },
  },
  oneOf: [
    { of: ['stdout', 'output'], required: true },
    { of: ['stdout', 'json'], required: false },
  ],
  run: async ({ reference, output, json, ...options }, shell) => {
    const vault = await openVault(options, shell);
    if (!vault.ok) return vault;
    const secret = vault.value.get(reference);
    if (!secret.ok) return secret;
    if (output === undefined) return ok({ stdout: secret.value });
    const written = writeNewSecret(shell, output, secret.value);
    if (!written.ok) return written;
    const fields = { reference, output, bytes: BigInt(secret.value.length) };
    return ok({ stdout: json ? jsonDocument(new Map(Object.entries(fields))) : markedLine('vault.get', fields) });
  },
});
