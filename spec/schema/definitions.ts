import { capabilitySchemas } from './capabilities.ts';
import { manifestSchemas } from './manifest.ts';
import { operatorSchemas } from './operator.ts';
import { runtimeSchemas } from './runtime.ts';
import type { Definitions, Properties, Schema } from './schema.ts';
import { trustSchemas } from './trust.ts';
import { wireSchemas } from './wire.ts';

const definitions: Definitions = {
  ...manifestSchemas,
  ...capabilitySchemas,
  ...operatorSchemas,
  ...runtimeSchemas,
  ...trustSchemas,
  ...wireSchemas,
};

/** The schema with `$defs` for everything it refers to, so that its file stands alone; `parts` are its own ones. */
export function bundle(schema: Schema, parts: Properties = {}): Schema {
  const known: Properties = { ...definitions, ...parts };
  const used = new Map<string, Schema>();
  const collect = (part: Schema) => {
    for (const [, name = ''] of JSON.stringify(part, printBigint).matchAll(/"#\/\$defs\/(\w+)"/g)) {
      const definition = known[name];
      if (definition === undefined || used.has(name)) continue;
      used.set(name, definition);
      collect(definition);
    }
  };
  collect(schema);
  const $defs = Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
  return used.size === 0 ? schema : { ...schema, $defs };
}

function printBigint(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
