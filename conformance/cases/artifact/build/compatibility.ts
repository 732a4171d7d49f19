import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { refusals } from '../../../rows.ts';
import { maximumLine, minimumLine, nextVersion, previousVersion, protocolLine } from '../versions.ts';
import { type Built, builds, editManifest, minimalBuild } from './given.ts';

const bounded = 'artifact/build-for-hosts-up-to-this';
const hostTooOld = refusals(['COMPAT-MINIMUM'], minimalBuild, 'compat.runtime-too-old');
const hostTooNew = refusals(['COMPAT-MAXIMUM'], bounded, 'compat.runtime-too-new');

export const buildCompatibility: readonly Case[] = [
  builds(
    'artifact/build-for-protocol-0',
    ['COMPAT-PROTOCOL'],
    asking((world) => [protocolOf(world), protocolLine(0n)]),
  ),
  hostTooOld('artifact/build-for-the-next-host', (world) => {
    return editManifest(minimumLine(hostOf(world)), minimumLine(nextVersion(hostOf(world))));
  }),
  builds(
    bounded,
    ['COMPAT-MAXIMUM'],
    asking((world) => [minimumLine(hostOf(world)), range(hostOf(world))]),
  ),
  hostTooNew('artifact/build-for-hosts-before-this', (world) => {
    return editManifest(maximumLine(hostOf(world)), maximumLine(previousVersion(hostOf(world))));
  }),
];

/** Another line in what is given and in what is written. */
function asking(lines: (world: World) => readonly [string, string]): Built {
  return {
    given: (base, world) => ({ ...base, manifest: `${base.manifest}`.replace(...lines(world)) }),
    written: (written, world) => ({ ...written, manifest: `${written.manifest}`.replace(...lines(world)) }),
  };
}

function range(maximum: string): string {
  return `${minimumLine('0.0.0')}\n${maximumLine(maximum)}`;
}

function protocolOf(world: World): string {
  return protocolLine(world.parameters.runtime.protocolMajor);
}

function hostOf(world: World): string {
  return world.parameters.runtime.version;
}
