import { describe, expect, test } from 'vitest';
import { contractDescriptors } from '#spec/contracts/descriptors.ts';
import { parseJson } from '#spec/json/parse.ts';
import type { Json } from '#spec/json/value.ts';
import { descriptorToJson } from './descriptor.ts';
import { readDescriptor, readNegotiation, readSimulation } from './read.ts';

function json(text: string): Json {
  const parsed = parseJson(new TextEncoder().encode(text));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.value;
}

function negotiation(declarations: string, adapters = '[]', classes = '[]') {
  return readNegotiation(
    json(`{"declarations": ${declarations}, "capability_classes": ${classes}, "adapters": ${adapters}}`),
  );
}

describe('descriptors', () => {
  test('every published descriptor reads back as itself', () => {
    for (const value of contractDescriptors)
      expect(readDescriptor(descriptorToJson(value))).toEqual({ ok: true, value });
  });

  test('only the kind and the version of a descriptor are needed, and nothing else may be said (CON-OTHER-RECORDS)', () => {
    expect(readDescriptor(json('{"kind": "memory_provider", "version": 7}'))).toEqual({
      ok: true,
      value: {
        kind: 'memory_provider',
        version: 7n,
        sdkAbiMajor: 1n,
        inputSchema: '',
        outputSchema: '',
        defaultTimeoutMs: 2000n,
        sensitivity: 'internal',
        lifecycle: [],
        operations: [],
        allowedCapabilityClasses: [],
        errorCodes: [],
        redactedFields: [],
        auditHooks: [],
        observabilityHooks: [],
      },
    });
    expect(readDescriptor(json('{"kind": "memory_provider"}'))).toMatchObject({
      failure: { code: 'contracts.missing-field', path: 'version' },
    });
    expect(readDescriptor(json('{"kind": "memory_provider", "version": 7, "timeout": 1}'))).toMatchObject({
      failure: { code: 'contracts.unknown-field', field: 'timeout' },
    });
  });
});

describe('declarations', () => {
  test('a declaration without a version is of the first', () => {
    expect(negotiation('[{"kind": "memory_provider"}]')).toMatchObject({
      value: { declarations: [{ kind: 'memory_provider', version: 1n }] },
    });
  });

  test.each([
    ['{"kind": "memory_provider", "versions": 1}', 'contracts.unknown-field', 'declarations[0]'],
    ['{"kind": "memory"}', 'contracts.unknown-name', 'declarations[0].kind'],
    ['{"version": 1}', 'contracts.missing-field', 'declarations[0].kind'],
    ['{"kind": "memory_provider", "version": 4294967296}', 'contracts.wrong-type', 'declarations[0].version'],
    ['{"kind": "memory_provider", "version": -1}', 'contracts.wrong-type', 'declarations[0].version'],
    ['{"kind": "memory_provider", "version": 1.0}', 'contracts.wrong-type', 'declarations[0].version'],
    ['{"kind": "memory_provider", "version": null}', 'contracts.wrong-type', 'declarations[0].version'],
    ['["memory_provider", 1]', 'contracts.wrong-type', 'declarations[0]'],
  ])('%s is refused', (text, code, path) => {
    expect(negotiation(`[${text}]`)).toMatchObject({ failure: { code, path } });
  });
});

describe('adapters and simulations', () => {
  test('an adapter may say what nobody knows, and need not say what it supports', () => {
    expect(negotiation('[]', '[{"kind": "memory_provider", "adapter": "a", "since": null}]')).toMatchObject({
      value: {
        adapters: [{ kind: 'memory_provider', adapter: 'a', supportedVersions: [], allowedCapabilityClasses: [] }],
      },
    });
  });

  test('a fixture may ask for no class, and says nothing that nobody knows (CON-OTHER-RECORDS)', () => {
    const fixture = '"name": "", "expected_accepted": false, "declarations": []';
    expect(readSimulation(json(`{${fixture}}`))).toMatchObject({ value: { requestedCapabilityClasses: [] } });
    expect(readSimulation(json(`{${fixture}, "__proto__": 1}`))).toMatchObject({
      failure: { code: 'contracts.unknown-field', field: '__proto__' },
    });
  });

  test('what a report repeats has an end (CON-BULK)', () => {
    const classes = (count: number) => JSON.stringify(Array(count).fill('secrets'));
    expect(negotiation('[]', '[]', classes(1000))).toMatchObject({ ok: true });
    expect(negotiation('[]', '[]', classes(1001))).toMatchObject({ failure: { code: 'contracts.too-large' } });
    const named = (name: string) => `[{"kind": "memory_provider", "adapter": "${name}"}]`;
    expect(negotiation('[]', named('é'.repeat(2048)))).toMatchObject({ ok: true });
    expect(negotiation('[]', named(`${'é'.repeat(2048)}a`))).toMatchObject({
      failure: { code: 'contracts.too-large', actual: 4097 },
    });
  });
});
