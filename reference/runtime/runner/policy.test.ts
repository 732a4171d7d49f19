import { expect, test } from 'vitest';
import { defaultPolicy } from './policy.ts';

test('a host that nobody has set up runs nothing, and grants nothing (RUN-POLICY-DEFAULTS)', () => {
  expect(defaultPolicy).toEqual({
    enabled: false,
    allowInlineModules: false,
    maxModuleBytes: 262_144n,
    limits: { fuelBudget: 10_000_000n, memoryBytes: 67_108_864n, tableElements: 100_000n, instances: 256n },
    allowed: { http_hosts: [], secrets: [], storage_prefixes: [], channels: [] },
  });
});
