import fc from 'fast-check';

/** Texts of valid manifests: every table may be there, in TOML that a person could have written. */
export const someManifest: fc.Arbitrary<string> = fc
  .record<Model>({
    publisher: identifier('p'),
    tools: fc.uniqueArray(fc.record({ id: identifier('t'), schema: someSchema(), risky: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
      selector: ({ id }) => id,
    }),
    name: someText(),
    version: fc.tuple(u32(), u32(), u32()).map((parts) => parts.join('.')),
    hosts: fc.array(fc.constantFrom('a.example', 'B.example.', ' c.example ', '127.0.0.1'), { maxLength: 3 }),
    writeRoots: fc.array(fc.constantFrom('data', 'cache/x', ' spaced ', 'a\\b'), { maxLength: 3 }),
    secrets: fc.array(
      fc.record({ scope: someScope(), keys: fc.array(identifier('k'), { minLength: 1, maxLength: 2 }) }),
      {
        maxLength: 2,
      },
    ),
    fuel: fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }),
    memory: fc.bigInt({ min: 65536n, max: 2n ** 64n - 1n }),
    operator: fc.option(fc.record({ summary: someText(), tags: fc.array(identifier('g'), { maxLength: 2 }) })),
    newline: fc.constantFrom('\n', '\r\n'),
  })
  .map((model) => lines(model).join(model.newline));

interface Model {
  readonly publisher: string;
  readonly tools: readonly { readonly id: string; readonly schema: string; readonly risky: boolean }[];
  readonly name: string;
  readonly version: string;
  readonly hosts: readonly string[];
  readonly writeRoots: readonly string[];
  readonly secrets: readonly { readonly scope: string; readonly keys: readonly string[] }[];
  readonly fuel: bigint;
  readonly memory: bigint;
  readonly operator: { readonly summary: string; readonly tags: readonly string[] } | null;
  readonly newline: string;
}

function lines(model: Model): readonly string[] {
  return [
    '# comments and blank lines are for the reader',
    `skill_id = ${quote(`${model.publisher}.skill`)}`,
    `name = ${quote(model.name)}`,
    `version = ${quote(model.version)}`,
    `publisher = ${quote(model.publisher)}`,
    '',
    ...model.tools.flatMap(({ id, schema, risky }) => [
      '[[entrypoints.tools]]',
      `id = ${quote(`${model.publisher}.${id}`)}`,
      'name = "tool"',
      `description = ${quote(model.name)}`,
      `input_schema = ${schema}`,
      'output_schema = {}',
      `risk = { requires_approval = ${risky} }`,
    ]),
    '[capabilities]',
    `http_egress_allowlist = [${model.hosts.map(quote).join(', ')}]`,
    `filesystem = { write_roots = [${model.writeRoots.map(quote).join(', ')}] }`,
    `quotas = { fuel_budget = ${model.fuel}, max_memory_bytes = 0x${model.memory.toString(16)} }`,
    ...model.secrets.flatMap(({ scope, keys }) => [
      '[[capabilities.secrets]]',
      `scope = ${quote(scope)}`,
      `key_names = [${keys.map(quote).join(', ')}]`,
    ]),
    '[compat]',
    'min_protocol_major = 1',
    'min_palyra_version = "0.1.0"',
    ...(model.operator === null
      ? []
      : [
          '[operator]',
          `summary = ${quote(model.operator.summary)}`,
          `tags = [${model.operator.tags.map(quote).join(', ')}]`,
        ]),
    '',
  ];
}

function identifier(first: string): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'abz09_-'), maxLength: 6 }).map((rest) => first + rest);
}

function someScope(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom('global', ' global '),
    identifier('s').map((name) => `skill:${name}`),
  );
}

function u32(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 2 ** 32 - 1 });
}

/** Never blank, otherwise anything a string can hold. */
function someText(): fc.Arbitrary<string> {
  return fc.string({ unit: 'binary', maxLength: 12 }).map((text) => `x${text.toWellFormed()}`);
}

/** Values that survive a trip through TOML: no null, no date. */
function someSchema(): fc.Arbitrary<string> {
  const { table } = fc.letrec<{ value: string; table: string }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      someText().map(quote),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }).map(String),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(float),
      fc.constantFrom('true', 'false'),
      fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      tie('table'),
    ),
    table: fc
      .uniqueArray(fc.tuple(fc.oneof(identifier('k'), fc.constantFrom('__proto__', '0', 'é', '')), tie('value')), {
        maxLength: 4,
        selector: ([key]) => key,
      })
      .map((pairs) => `{ ${pairs.map(([key, value]) => `${quote(key)} = ${value}`).join(', ')} }`),
  }));
  return table;
}

function float(value: number): string {
  const text = Object.is(value, -0) ? '-0.0' : String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function quote(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f]/g, (unit) => `\\u00${unit.charCodeAt(0).toString(16)}`);
}
