import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { exactly } from './exactly.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, minimal } from './sample.ts';

const proves = ['MAN-ALIASES'] as const;
const major = ({ parameters }: World) => `required_protocol_major = ${parameters.runtime.protocolMajor}\n`;
const oldMajor = ({ parameters }: World) => `min_protocol_major = ${parameters.runtime.protocolMajor}\n`;
const minimum = ({ parameters }: World) => `min_palyra_version = "${parameters.runtime.version}"\n`;
const oldMinimum = ({ parameters }: World) => `min_runtime_version = "${parameters.runtime.version}"\n`;
const version = 'manifest_version = 2\n';
const canonical = ({ parameters: { runtime } }: World) => ({
  compat: exactly({ required_protocol_major: runtime.protocolMajor, min_palyra_version: runtime.version }),
});

const both = changed('manifest/alias-both', minimal, [major, oldMajor], [minimum, oldMinimum]);
const inLegacy = changed('manifest/alias-in-legacy', both, [version, 'manifest_version = 1\n']);
const majorPlace = rowsAt('manifest/alias', proves, {
  sample: minimal,
  piece: major,
  shows: (required_protocol_major) => ({ compat: { required_protocol_major } }),
});
const minimumPlace = rowsAt('manifest/alias', proves, {
  sample: minimal,
  piece: minimum,
  shows: (min_palyra_version) => ({ compat: { min_palyra_version } }),
});

export const aliasCases: readonly Case[] = [
  acceptedSample(both, proves, canonical),
  acceptedSample(inLegacy, proves, canonical),
  acceptedSample(changed('manifest/alias-major', minimal, [major, oldMajor]), proves, canonical),
  acceptedSample(changed('manifest/alias-minimum', minimal, [minimum, oldMinimum]), proves, canonical),
  majorPlace.reads('major-most', 'min_protocol_major = 4294967295\n', 4_294_967_295n),
  minimumPlace.reads('minimum-as-written', 'min_runtime_version = " 09.8.7"\n', ' 09.8.7', ['MAN-VERBATIM']),
  majorPlace.refuses('major-beside', (world) => major(world) + oldMajor(world), 'manifest.alias-clash'),
  majorPlace.refuses('major-beside-and-first', (world) => oldMajor(world) + major(world), 'manifest.alias-clash'),
  minimumPlace.refuses('minimum-beside', (world) => minimum(world) + oldMinimum(world), 'manifest.alias-clash'),
  minimumPlace.refuses(
    'minimum-differs',
    (world) => `${minimum(world)}min_runtime_version = "9.9.9"\n`,
    'manifest.alias-clash',
  ),
  majorPlace.refuses('major-wrong-type', 'min_protocol_major = "1"\n', 'manifest.wrong-type'),
];
