import { type SigningKey, signingKeyFromSeed } from '#reference/artifact/signing/signing-key.ts';
import { encodeBase64 } from '#reference/text/base64.ts';
import { encodeHex } from '#reference/text/hex.ts';
import { ok } from '#spec/result.ts';
import { writeNewSecret } from '../../cli/io.ts';
import type { OptionTable, Parsed } from '../../cli/options.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import type { GlobalOptions } from '../options.ts';
import { openVault } from '../vault.ts';

const keygenOptions = {
  output: { kind: 'value', shows: 'file', about: 'Write the key, as hex, to a new file that only you can read.' },
  'vault-ref': { kind: 'value', shows: 'scope/key', about: 'Put the key into the vault, in a place that is free.' },
  stdout: { kind: 'flag', about: 'Print the key on standard output; what is public goes to standard error.' },
  json: { kind: 'flag', about: 'Print what is public as JSON.' },
} as const satisfies OptionTable;

export default command({
  about: `Makes an Ed25519 key and shows its public half: the hex that \`skills package verify --trusted-publisher\` takes,
the base64 that stands in an artifact, and the key id. Nothing is ever overwritten. Whoever has the key can publish in
your name; whoever loses it cannot publish under it again.`,
  example: 'palyra-ref skills keygen --output publisher.key',
  options: keygenOptions,
  oneOf: [{ of: ['output', 'vault-ref', 'stdout'], required: true }],
  run: async (options, shell) => {
    const key = signingKeyFromSeed(shell.randomBytes(32));
    if (!key.ok) return key;
    const seed = encodeHex(key.value.seed);
    const kept = await keepSeed(seed, options, shell);
    if (!kept.ok) return kept;
    const shown = showPublic(key.value, kept.value, options.json);
    return ok(options.stdout ? { stdout: `${seed}\n`, stderr: shown } : { stdout: shown });
  },
});

/** Returns where the key is now. */
async function keepSeed(
  seed: string,
  options: Parsed<typeof keygenOptions> & GlobalOptions,
  shell: Shell,
): Promise<Outcome<string>> {
  if (options.output !== undefined) {
    const written = writeNewSecret(shell, options.output, Buffer.from(`${seed}\n`));
    return written.ok ? ok(options.output) : written;
  }
  const reference = options['vault-ref'];
  if (reference === undefined) return ok('standard output');
  const vault = await openVault(options, shell);
  if (!vault.ok) return vault;
  const put = vault.value.putNew(reference, Buffer.from(seed));
  if (!put.ok) return put;
  return put.value === 'taken' ? refuse({ code: 'cli.already-exists', path: reference }) : ok(`vault:${reference}`);
}

function showPublic({ keyId, publicKey }: SigningKey, keptAt: string, json: boolean): string {
  const fields = {
    key_id: keyId,
    public_key_hex: encodeHex(publicKey),
    public_key_base64: encodeBase64(publicKey),
    signing_key: keptAt,
  };
  return json ? jsonDocument(new Map(Object.entries(fields))) : markedLine('skills.keygen', fields);
}
