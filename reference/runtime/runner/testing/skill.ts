import { names, runtime } from '#spec/constants.ts';
import { buildArtifact } from '../../../artifact/build.ts';
import { signingKeyFromSeed } from '../../../artifact/signing/signing-key.ts';
import { referenceIdentity } from '../../../identity.ts';
import { extended, replaced } from '../../../manifest/samples.ts';
import type { InstalledSkill } from '../installed-skills.ts';

/** The skill `acme.echo` with these lines in its manifest and these modules in its artifact. */
export function skillWith(
  lines = '',
  modules: readonly string[] = ['echo.wasm'],
  index: Partial<InstalledSkill> = {},
): InstalledSkill {
  const artifact = artifactOf(extended(lines), modules);
  return { skillId: 'acme.echo', version: '1.2.3', current: true, artifact: () => artifact, ...index };
}

/** The same skill in another version. */
export function skillOf(version: string, current: boolean): InstalledSkill {
  const artifact = artifactOf(replaced('1.2.3', version), ['echo.wasm']);
  return { skillId: 'acme.echo', version, current, artifact: () => artifact };
}

function artifactOf(manifest: string, modules: readonly string[]): Uint8Array {
  const key = signingKeyFromSeed(new Uint8Array(32).fill(7));
  if (!key.ok) throw new Error(key.failure.code);
  const input = {
    manifest: Buffer.from(manifest),
    modules: modules.map((path) => ({ path, bytes: Buffer.from(`;; ${path}`) })),
    assets: [],
    sbom: null,
    provenance: null,
    key: key.value,
    nowUnixMs: 0n,
  };
  const built = buildArtifact(input, { names: names.shipped, runtime }, referenceIdentity);
  if (!built.ok) throw new Error(JSON.stringify(built.failure));
  return built.value.artifact;
}
