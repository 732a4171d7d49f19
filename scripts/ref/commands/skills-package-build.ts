import { referenceIdentity } from '#reference/identity.ts';
import { assetsFolder, manifestEntry, modulesFolder, provenanceEntry } from '#spec/constants.ts';
import { ok } from '#spec/result.ts';
import { chooseOutput, type ReadFile, writeOutput } from '../../cli/io.ts';
import type { Outcome } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { readContents, readDocument } from '../inputs.ts';
import { buildTimeUnixMs, hostOf } from '../settings.ts';
import { readSigningKey, refuseKeyAsContent, signingKeyOptions } from '../signing-key.ts';

export default command({
  about: `Reads the manifest, packs it with its modules and assets, signs the whole, and checks the result before it is
written. The name of a file inside the artifact is its relative path as given, or the bare file name of an absolute path.
SBOM and provenance are generated unless they are given. With SOURCE_DATE_EPOCH set, in seconds, the same input gives
the same bytes.`,
  example: `palyra-ref skills package build --manifest skill.toml --module main.wasm \\
  --signing-key-file publisher.key --output echo.palyra-skill`,
  options: {
    manifest: { kind: 'value', shows: 'file', required: true, about: 'The manifest, in TOML.' },
    module: { kind: 'list', shows: 'file', required: true, about: 'A module; its name must end in .wasm.' },
    asset: { kind: 'list', shows: 'file', about: 'Any other file that the skill brings along.' },
    sbom: { kind: 'value', shows: 'file', about: 'A CycloneDX document. Default: generated.' },
    provenance: { kind: 'value', shows: 'file', about: 'A provenance record. Default: generated.' },
    output: { kind: 'value', shows: 'file', required: true, about: 'The artifact; a file that is there is replaced.' },
    ...signingKeyOptions,
    json: { kind: 'flag', about: 'Print the result as JSON.' },
  },
  oneOf: [
    { of: ['signing-key-file', 'signing-key-vault-ref', 'signing-key-stdin'], required: true },
    { of: ['signing-key-stdin', 'vault-passphrase-stdin'], required: false },
  ],
  run: async (options, shell) => {
    const host = hostOf(options);
    const now = buildTimeUnixMs(shell);
    if (!now.ok) return now;
    const manifest = readDocument(shell, options.manifest, manifestEntry);
    if (!manifest.ok) return manifest;
    const modules = readContents(shell, options.module, modulesFolder);
    if (!modules.ok) return modules;
    const assets = readContents(shell, options.asset, assetsFolder);
    if (!assets.ok) return assets;
    const sbom = readSidecar(shell, options.sbom, host.names.sbomEntry);
    if (!sbom.ok) return sbom;
    const provenance = readSidecar(shell, options.provenance, provenanceEntry);
    if (!provenance.ok) return provenance;
    const key = await readSigningKey(options, shell);
    if (!key.ok) return key;

    const contents = [
      { path: options.manifest, bytes: manifest.value.bytes },
      ...modules.value,
      ...assets.value,
      { path: options.sbom ?? '', bytes: sbom.value?.bytes ?? noBytes },
      { path: options.provenance ?? '', bytes: provenance.value?.bytes ?? noBytes },
    ];
    const harmless = refuseKeyAsContent(key.value.key, contents);
    if (!harmless.ok) return harmless;
    const inputs = [manifest.value, ...modules.value, ...assets.value, sbom.value, provenance.value, key.value.file];
    const output = chooseOutput(shell, options.output, inputs);
    if (!output.ok) return output;
    const { buildArtifact } = await import('#reference/artifact/build.ts');
    const built = buildArtifact(
      {
        manifest: manifest.value.bytes,
        modules: modules.value,
        assets: assets.value,
        sbom: sbom.value?.bytes ?? null,
        provenance: provenance.value?.bytes ?? null,
        key: key.value.key,
        nowUnixMs: now.value,
      },
      host,
      referenceIdentity,
    );
    if (!built.ok) return built;
    const {
      artifact,
      manifest: { publisher, skillId, version },
      payloadSha256,
      signature,
    } = built.value;
    const written = writeOutput(output.value, artifact);
    if (!written.ok) return written;

    if (options.json) {
      const result = {
        artifact_path: options.output,
        payload_sha256: payloadSha256,
        publisher,
        skill_id: skillId,
        version,
        signature_key_id: signature.keyId,
        artifact_bytes: BigInt(artifact.length),
      };
      return ok({ stdout: jsonDocument(new Map(Object.entries(result))) });
    }
    const fields = {
      artifact: options.output,
      skill_id: skillId,
      publisher,
      version,
      payload_sha256: payloadSha256,
      key_id: signature.keyId,
      bytes: artifact.length,
    };
    return ok({ stdout: markedLine('skills.package.build', fields) });
  },
});

const noBytes = new Uint8Array();

function readSidecar(shell: Shell, path: string | undefined, entry: string): Outcome<ReadFile | undefined> {
  return path === undefined ? ok(undefined) : readDocument(shell, path, entry);
}
