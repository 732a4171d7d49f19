import type { World } from '#fixtures/world.ts';
import type { Case, Edit } from '../../case.ts';
import { ordered, refusals } from '../../rows.ts';
import { type Change, editManifest, minimal, opened } from './given.ts';
import { maximumLine, minimumLine, nextVersion, previousVersion, protocolLine } from './versions.ts';

const bounded = 'artifact/maximum-is-host';
const protocolTooHigh = refusals(['COMPAT-PROTOCOL'], minimal, 'compat.protocol-major');
const hostTooOld = refusals(['COMPAT-MINIMUM'], minimal, 'compat.runtime-too-old');
const hostTooNew = refusals(['COMPAT-MAXIMUM'], bounded, 'compat.runtime-too-new');
const largestMajor = 2n ** 32n - 1n;

export const compatibility: readonly Case[] = [
  opened('artifact/protocol-is-host', ['COMPAT-PROTOCOL', 'COMPAT-MINIMUM']),
  opened('artifact/protocol-0', ['COMPAT-PROTOCOL'], (base, world) =>
    edited(base, protocolOf(world), protocolLine(0n)),
  ),
  protocolTooHigh('artifact/protocol-above-host', (world) => {
    return editManifest(protocolOf(world), protocolLine(world.parameters.runtime.protocolMajor + 1n));
  }),
  protocolTooHigh('artifact/protocol-largest', (world) => editManifest(protocolOf(world), protocolLine(largestMajor))),

  opened(
    'artifact/minimum-0',
    ['COMPAT-MINIMUM'],
    minimum(() => '0.0.0'),
  ),
  opened(
    'artifact/minimum-is-host-with-leading-0',
    ['COMPAT-MINIMUM'],
    minimum((host) => `0${host}`),
  ),
  hostTooOld('artifact/minimum-above-host', (world) => raiseMinimum(world, nextVersion(hostOf(world)))),
  hostTooOld('artifact/minimum-largest', (world) => raiseMinimum(world, `${largestMajor}.0.0`)),

  opened(
    bounded,
    ['COMPAT-MAXIMUM'],
    maximum((host) => host),
  ),
  opened('artifact/maximum-above-host', ['COMPAT-MAXIMUM'], maximum(nextVersion)),
  hostTooNew('artifact/maximum-below-host', (world) => lowerMaximum(world, previousVersion(hostOf(world)))),
  hostTooNew('artifact/maximum-0', (world) => lowerMaximum(world, '0.0.0')),

  ordered(
    'artifact/protocol-before-minimum',
    ['ART-VERIFY-ORDER'],
    'artifact/protocol-above-host',
    'artifact/minimum-above-host',
  ),
];

function minimum(version: (host: string) => string): Change {
  return (base, world) => edited(base, minimumOf(world), minimumLine(version(hostOf(world))));
}

/** With the lowest minimum there is, so that any maximum is above it. */
function maximum(version: (host: string) => string): Change {
  return (base, world) => {
    const lines = `${minimumLine('0.0.0')}\n${maximumLine(version(hostOf(world)))}`;
    return edited(base, minimumOf(world), lines);
  };
}

function edited(base: Parameters<Change>[0], line: string, by: string): ReturnType<Change> {
  return { ...base, manifest: `${base.manifest}`.replace(line, by) };
}

function raiseMinimum(world: World, version: string): Edit {
  return editManifest(minimumOf(world), minimumLine(version));
}

function lowerMaximum(world: World, version: string): Edit {
  return editManifest(maximumLine(hostOf(world)), maximumLine(version));
}

function protocolOf(world: World): string {
  return protocolLine(world.parameters.runtime.protocolMajor);
}

function minimumOf(world: World): string {
  return minimumLine(hostOf(world));
}

function hostOf(world: World): string {
  return world.parameters.runtime.version;
}
