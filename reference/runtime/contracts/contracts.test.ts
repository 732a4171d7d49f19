import { describe, expect, test } from 'vitest';
import { contractKinds } from '#spec/constants.ts';
import { shippedAdapters } from '#spec/contracts/adapters.ts';
import { contractDescriptors } from '#spec/contracts/descriptors.ts';
import { builtInSimulations } from '#spec/contracts/simulations.ts';
import { acceptsAbi, descriptorOf } from './descriptor.ts';
import { negotiate, negotiationToJson } from './negotiate.ts';
import { simulate, simulationToJson } from './simulate.ts';
import { contractSnapshot, fingerprint } from './snapshot.ts';

describe('what the SDK publishes', () => {
  test('the snapshot of all descriptors has the published fingerprint (CON-FINGERPRINT)', () => {
    expect(contractSnapshot().length).toBe(6105);
    expect(fingerprint(contractSnapshot())).toBe(0xf78973f0e89b94ecn);
  });

  test('only the first version of each kind has a descriptor', () => {
    for (const [index, kind] of contractKinds.entries()) {
      expect(descriptorOf({ kind, version: 1n })).toBe(contractDescriptors[index]);
      expect(descriptorOf({ kind, version: 0n })).toBeUndefined();
      expect(descriptorOf({ kind, version: 2n })).toBeUndefined();
    }
  });

  test('both ends of a range of majors belong to it (CON-ABI)', () => {
    expect([0n, 1n, 2n].map((major) => acceptsAbi(major))).toEqual([false, true, false]);
    const range = { minMajor: 2n, maxMajor: 3n };
    expect([1n, 2n, 3n, 4n].map((major) => acceptsAbi(major, range))).toEqual([false, true, true, false]);
  });
});

describe('a simulation', () => {
  test('the three built-in fixtures end as their author expects (CON-FIXTURES)', () => {
    const reports = builtInSimulations.map(simulate);
    expect(reports.map(({ accepted }) => accepted)).toEqual(builtInSimulations.map((each) => each.expectedAccepted));
    expect(reports.map((report) => report.supportedContractCount)).toEqual([1, 1, 0]);
    expect(reports.map((report) => report.rejectedReasons)).toEqual([
      [],
      [{ code: 'class-not-allowed', class: 'secrets' }],
      [
        { code: 'unsupported-contract', declaration: { kind: 'connector_adapter', version: 2n } },
        { code: 'class-not-allowed', class: 'channels' },
      ],
    ]);
  });

  test('a fixture without anything is told all that is missing, and a class asked for twice denied twice (CON-SIMULATION)', () => {
    const report = simulate({
      name: ' \u0085',
      expectedAccepted: true,
      declarations: [],
      requestedCapabilityClasses: ['secrets', 'secrets'],
    });
    expect(report.rejectedReasons.map(({ code }) => code)).toEqual([
      'blank-name',
      'no-declarations',
      'class-not-allowed',
      'class-not-allowed',
    ]);
  });

  test('a contract declared twice counts twice, and one allows what another does not (CON-SIMULATION)', () => {
    const report = simulate({
      name: ' a ',
      expectedAccepted: false,
      declarations: [
        { kind: 'delivery_adapter', version: 1n },
        { kind: 'delivery_adapter', version: 1n },
        { kind: 'model_auth_provider', version: 1n },
      ],
      requestedCapabilityClasses: ['channels', 'secrets'],
    });
    expect(simulationToJson(report)).toEqual(
      new Map<string, unknown>([
        ['fixture_name', ' a '],
        ['accepted', true],
        ['supported_contract_count', 3n],
        ['rejected_reasons', []],
      ]),
    );
  });
});

describe('a negotiation', () => {
  const memory = { kind: 'memory_provider', version: 2n } as const;

  test('a plugin without declarations is of the old kind and ready, whatever else is said', () => {
    const request = { declarations: [], capabilityClasses: ['channels'], adapters: [] } as const;
    expect(negotiate(request)).toEqual({ mode: 'untyped_legacy', ready: true, entries: [] });
  });

  test('the daemon serves every published contract with the classes it allows', () => {
    const declarations = contractDescriptors.map(({ kind, version }) => ({ kind, version }));
    const report = negotiate({ declarations, capabilityClasses: [], adapters: shippedAdapters });
    expect(report).toMatchObject({ mode: 'typed', ready: true });
    expect(report.entries.map(({ declaration }) => declaration)).toEqual(declarations);
  });

  test('the reasons come in their order, and name the versions and classes in theirs', () => {
    const adapters = [
      {
        kind: 'memory_provider',
        adapter: 'first',
        supportedVersions: [10n, 3n, 10n],
        allowedCapabilityClasses: ['http_hosts'],
      },
      {
        kind: 'memory_provider',
        adapter: 'second',
        supportedVersions: [2n],
        allowedCapabilityClasses: ['channels', 'secrets'],
      },
    ] as const;
    const report = negotiate({
      declarations: [memory],
      capabilityClasses: ['channels', 'secrets', 'channels', 'http_hosts'],
      adapters,
    });
    expect(report).toEqual({
      mode: 'typed',
      ready: false,
      entries: [
        {
          declaration: memory,
          adapter: 'first',
          descriptor: undefined,
          reasons: [
            { code: 'no-descriptor' },
            { code: 'version-not-supported', versions: [3n, 10n] },
            { code: 'classes-not-allowed', classes: ['secrets', 'channels'] },
          ],
        },
      ],
    });
  });

  test('a host says what an author looks for, and leaves out what there is not (CON-HOST-REPORT)', () => {
    const report = negotiate({
      declarations: [memory, { kind: 'context_engine', version: 1n }],
      capabilityClasses: ['channels', 'secrets', 'channels', 'http_hosts'],
      adapters: [
        {
          kind: 'memory_provider',
          adapter: 'journal',
          supportedVersions: [10n, 3n, 10n],
          allowedCapabilityClasses: ['http_hosts'],
        },
      ],
    });
    const [withAdapter, withDescriptor] = [negotiationToJson(report).get('entries')].flat();
    expect(withAdapter).toEqual(
      new Map<string, unknown>([
        ['kind', 'memory_provider'],
        ['requested_version', 2n],
        ['status', 'rejected'],
        ['adapter', 'journal'],
        [
          'reasons',
          [
            expect.stringMatching(/memory_provider\b.*\b2\b/),
            expect.stringMatching(/journal\b.*\b3, 10\b/),
            expect.stringMatching(/journal\b.*\bsecrets, channels\b/),
          ],
        ],
      ]),
    );
    expect(withDescriptor).toEqual(
      new Map<string, unknown>([
        ['kind', 'context_engine'],
        ['requested_version', 1n],
        ['status', 'rejected'],
        ['descriptor', expect.any(Map)],
        ['reasons', [expect.stringContaining('context_engine')]],
      ]),
    );
  });

  test('a kind without an adapter is turned down with its descriptor, and an accepted one stays accepted beside it', () => {
    const declarations = [
      { kind: 'memory_provider', version: 1n },
      memory,
      { kind: 'context_engine', version: 1n },
    ] as const;
    const adapters = shippedAdapters.filter(({ kind }) => kind === 'context_engine');
    const report = negotiate({ declarations, capabilityClasses: [], adapters });
    expect(report.ready).toBe(false);
    expect(report.entries.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['no-adapter'],
      ['no-descriptor', 'no-adapter'],
      [],
    ]);
    expect(report.entries.map(({ descriptor }) => descriptor?.kind)).toEqual([
      'memory_provider',
      undefined,
      'context_engine',
    ]);
  });
});
