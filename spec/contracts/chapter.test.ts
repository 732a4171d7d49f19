import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { capabilityModule, contractKinds, names } from '../constants.ts';
import { shippedAdapters } from './adapters.ts';
import { contractDescriptors } from './descriptors.ts';
import { builtInSimulations } from './simulations.ts';
import { capabilityClasses, contractOperations, lifecyclePhases, sdk, sensitivities } from './vocabulary.ts';

const chapter = readFileSync('spec/runtime-contracts.md', 'utf8');

/** The rows of the table that begins with these columns, cell by cell. */
function table(...columns: readonly string[]): readonly (readonly string[])[] {
  const lines = chapter.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${columns.join(' | ')} |`));
  const rows = lines.slice(head + 2);
  return rows.slice(0, rows.indexOf('')).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** The names of a cell, in their order. */
function words(cell: string | undefined): readonly string[] {
  return [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
}

describe('the chapter and the data say the same', () => {
  test('of the names and their order', () => {
    const lists = [contractKinds, capabilityClasses, sensitivities, lifecyclePhases, contractOperations];
    expect(table('list', 'names').map(([, list]) => words(list))).toEqual(lists);
  });

  test('of every descriptor (CON-DESCRIPTORS)', () => {
    const abouts = table('kind', 'output', 'sensitivity');
    const errors = table('kind', 'errors, behind `contract_negotiation_failed`');
    const hooks = table('kind', 'audit hooks');
    const shown = abouts.map(([kind, output, sensitivity, operations, classes], index) => ({
      kind: words(kind),
      output: words(output),
      sensitivity: words(sensitivity),
      operations: words(operations),
      classes: words(classes),
      others: [errors, hooks].map((rows) => rows[index]?.map(words)),
    }));
    const published = contractDescriptors.map((each) => ({
      kind: [each.kind],
      output: each.outputSchema.split('.').slice(3, -1),
      sensitivity: [each.sensitivity],
      operations: each.operations,
      classes: each.allowedCapabilityClasses,
      others: [
        [[each.kind], each.errorCodes.slice(1), each.redactedFields],
        [[each.kind], each.auditHooks, each.observabilityHooks],
      ],
    }));
    expect(shown).toEqual(published);
  });

  test('of what all descriptors have in common (CON-DESCRIPTORS)', () => {
    for (const each of contractDescriptors) {
      const common = new Map(
        table('field', 'value').map(([field, value = '']) => [words(field)[0], words(value)[0] ?? value]),
      );
      const output = each.outputSchema.split('.')[3] ?? '';
      expect({
        version: `${each.version}`,
        sdk_abi_major: `${each.sdkAbiMajor}`,
        input_schema: each.inputSchema,
        output_schema: each.outputSchema,
        default_timeout_ms: `${each.defaultTimeoutMs}`,
        lifecycle: each.lifecycle,
        error_codes: each.errorCodes[0],
      }).toEqual({
        version: common.get('version'),
        sdk_abi_major: common.get('sdk_abi_major'),
        input_schema: common.get('input_schema')?.replace('KIND', each.kind),
        output_schema: common.get('output_schema')?.replace('KIND', each.kind).replace('OUTPUT', output),
        default_timeout_ms: common.get('default_timeout_ms'),
        lifecycle: lifecyclePhases,
        error_codes: common.get('error_codes'),
      });
    }
  });

  test('of the adapters of the daemon', () => {
    const shown = table('kind', 'adapter').map((row) => row.flatMap(words));
    expect(shown).toEqual(shippedAdapters.map(({ kind, adapter }) => [kind, adapter]));
    for (const [index, each] of shippedAdapters.entries()) {
      expect(each.supportedVersions).toEqual([1n]);
      expect(each.allowedCapabilityClasses).toEqual(contractDescriptors[index]?.allowedCapabilityClasses);
    }
  });

  test('of the fixtures that come with the SDK (CON-FIXTURES)', () => {
    const shown = table('fixture', 'declares').map(([name, declares, asks, expects]) => ({
      name: words(name),
      declares,
      asks: words(asks),
      expects,
    }));
    const fixtures = builtInSimulations.map(({ name, declarations, requestedCapabilityClasses, expectedAccepted }) => ({
      name: [name],
      declares: declarations.map(({ kind, version }) => `\`${kind}\` ${version}`).join(),
      asks: requestedCapabilityClasses,
      expects: expectedAccepted ? 'accepted' : 'rejected',
    }));
    expect(shown).toEqual(fixtures);
  });

  test('of the constants of the interface', () => {
    const { packageId, world, abiMarker, abi, contractVersion, contractTimeoutMs } = sdk;
    expect(table('constant', 'value').map(([, value = '']) => words(value)[0] ?? value)).toEqual([
      packageId,
      world,
      abiMarker,
      `${abi.major}, ${abi.minMajor}, ${abi.maxMajor}`,
      capabilityModule,
      names.shipped.defaultEntrypoint,
      `${contractVersion}`,
      `${contractTimeoutMs} ms`,
    ]);
  });
});
