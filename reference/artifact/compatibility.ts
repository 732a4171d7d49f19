import type { Runtime } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { compareVersions, parseVersion } from '../manifest/version.ts';

/** COMPAT-PROTOCOL, COMPAT-MINIMUM, COMPAT-MAXIMUM: may this host run that skill? All three bounds are inclusive. */
export function checkCompatibility(manifest: Manifest, host: Runtime): Result<undefined> {
  const { requiredProtocolMajor, minPalyraVersion, maxPalyraVersion } = manifest.compat;
  if (requiredProtocolMajor > host.protocolMajor) {
    return fail({
      code: 'compat.protocol-major',
      requested: requiredProtocolMajor,
      current: host.protocolMajor,
    });
  }
  if (isAbove(minPalyraVersion, host.version)) {
    return fail({ code: 'compat.runtime-too-old', requested: minPalyraVersion, current: host.version });
  }
  if (maxPalyraVersion !== undefined && isAbove(host.version, maxPalyraVersion)) {
    return fail({ code: 'compat.runtime-too-new', maximum: maxPalyraVersion, current: host.version });
  }
  return ok(undefined);
}

function isAbove(left: string, right: string): boolean {
  const [a, b] = [parseVersion(left), parseVersion(right)];
  return a !== undefined && b !== undefined && compareVersions(a, b) > 0;
}
