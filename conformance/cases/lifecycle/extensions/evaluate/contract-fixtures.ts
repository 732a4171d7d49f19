import type { World } from '#fixtures/world.ts';
import { packageKinds } from '#spec/extensions.ts';
import type { Case } from '../../../../case.ts';
import { accepted, changed, observed, put } from '../../../../rows.ts';
import { answers, asking, type Members } from './asking.ts';

const codes = ['EXT-COMPATIBILITY'] as const;
const verdict = ['EXT-FIXTURE-PASSED'] as const;
const unasked = ['EXT-FIXTURE-UNASKED'] as const;
const fits = 'lifecycle/extensions-fixture-fits';
const fixture = ['request', 'fixture'] as const;
const expected = [...fixture, 'expected_reason_codes'];

const major = 'abi_required_protocol_major_unsupported';
const below = 'host_below_min_palyra_version';
const above = 'host_above_max_palyra_version';

function row(name: string): string {
  return `lifecycle/extensions-fixture-${name}`;
}

function fixtureOf(changes: (world: World) => Members = () => ({})) {
  return asking('contract_fixture', (world) => ({
    fixture: {
      fixture_id: world.tool,
      package_kind: 'skill',
      manifest_version: 2n,
      required_protocol_major: world.parameters.runtime.protocolMajor,
      min_host_version: world.parameters.runtime.version,
      expected_reason_codes: [],
      ...changes(world),
    },
  }));
}

function observes(passed: boolean, ...observed_reason_codes: readonly string[]) {
  return answers(({ tool }) => ({ fixture_id: tool, passed, observed_reason_codes }));
}

/** The neighbours of the host that the world vouches for. */
function nextPatch(version: string): string {
  const [major = '', minor = '', patch = ''] = version.split('.');
  return patch === '4294967295' ? `${BigInt(major) + 1n}.0.0` : `${major}.${minor}.${BigInt(patch) + 1n}`;
}

function nextMajor({ parameters }: World): bigint {
  return parameters.runtime.protocolMajor + 1n;
}

const newest = '4294967295.4294967295.4294967295';

export const contractFixtureCases: readonly Case[] = [
  accepted(fits, [...codes, ...verdict, ...unasked], fixtureOf(), observes(true)),
  accepted(
    row('with-the-widest-bounds'),
    codes,
    fixtureOf(() => ({ required_protocol_major: 0n, min_host_version: '0.0.0', max_host_version: newest })),
    observes(true),
  ),
  accepted(
    row('made-for-this-host-alone'),
    codes,
    fixtureOf(({ parameters }) => ({ max_host_version: parameters.runtime.version })),
    observes(true),
  ),
  changed(
    row('of-the-next-major'),
    codes,
    fits,
    (world) => put([...fixture, 'required_protocol_major'], nextMajor(world)),
    observes(false, major),
  ),
  changed(
    row('of-the-next-version'),
    codes,
    fits,
    ({ parameters }) => put([...fixture, 'min_host_version'], nextPatch(parameters.runtime.version)),
    observes(false, below),
  ),
  changed(
    row('of-a-far-version'),
    codes,
    fits,
    put([...fixture, 'min_host_version'], '4294967295.0.0'),
    observes(false, below),
  ),
  changed(
    row('of-a-bygone-version'),
    codes,
    row('with-the-widest-bounds'),
    put([...fixture, 'max_host_version'], '0.0.0'),
    observes(false, above),
  ),
  accepted(
    row('major-before-minimum'),
    codes,
    fixtureOf((world) => ({ required_protocol_major: nextMajor(world), min_host_version: newest })),
    observes(false, major),
  ),
  accepted(
    row('major-before-maximum'),
    codes,
    fixtureOf((world) => ({
      required_protocol_major: nextMajor(world),
      min_host_version: '0.0.0',
      max_host_version: '0.0.0',
    })),
    observes(false, major),
  ),
  accepted(
    row('major-that-is-expected'),
    verdict,
    fixtureOf((world) => ({ required_protocol_major: nextMajor(world), expected_reason_codes: [major] })),
    observes(true, major),
  ),
  accepted(
    row('minimum-that-is-expected'),
    verdict,
    fixtureOf(() => ({ min_host_version: newest, expected_reason_codes: [below] })),
    observes(true, below),
  ),
  accepted(
    row('maximum-that-is-expected'),
    verdict,
    fixtureOf(() => ({ min_host_version: '0.0.0', max_host_version: '0.0.0', expected_reason_codes: [above] })),
    observes(true, above),
  ),
  changed(row('expecting-what-is-not'), verdict, fits, put(expected, [below]), observes(false)),
  changed(
    row('expecting-another-fault'),
    verdict,
    row('minimum-that-is-expected'),
    put([...expected, 0], above),
    observes(false, below),
  ),
  changed(
    row('expecting-nothing'),
    verdict,
    row('minimum-that-is-expected'),
    put(expected, []),
    observes(false, below),
  ),
  changed(
    row('expecting-one-fault-too-many'),
    verdict,
    row('minimum-that-is-expected'),
    put(expected, [below, above]),
    observes(false, below),
  ),
  changed(
    row('expecting-it-twice'),
    verdict,
    row('minimum-that-is-expected'),
    put(expected, [below, below]),
    observes(false, below),
  ),
  ...packageKinds.slice(1).map((kind) =>
    accepted(
      row(`kind-${kind.replace('_', '-')}`),
      unasked,
      fixtureOf(() => ({ package_kind: kind })),
      observes(true),
    ),
  ),
  ...[0n, 1n, 3n, 4_294_967_295n].map((version) =>
    accepted(
      row(`manifest-version-${version}`),
      unasked,
      fixtureOf(() => ({ manifest_version: version })),
      observes(true),
    ),
  ),
  accepted(
    row('manifest-version-of-a-misfit'),
    unasked,
    fixtureOf(() => ({ manifest_version: 9n, min_host_version: newest })),
    observes(false, below),
  ),
  observed(
    row('minimum-that-is-none'),
    ['EXT-UNREADABLE-BOUND'],
    'accepted',
    fixtureOf(() => ({ min_host_version: '1.x' })),
  ),
  observed(
    row('maximum-that-is-none'),
    ['EXT-UNREADABLE-BOUND'],
    'accepted',
    fixtureOf(() => ({ max_host_version: '' })),
  ),
];
