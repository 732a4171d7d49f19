import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, full, minimal, type Sample } from './sample.ts';

const proves = ['MAN-TOML'] as const;
const syntax = 'manifest.toml-syntax';

const schema = rowsAt('manifest/table', proves, {
  sample: minimal,
  piece: '{ type = "object" }',
  shows: (input_schema) => ({ entrypoints: { tools: [{ input_schema }] } }),
});
const hosts = rowsAt('manifest/array', proves, {
  sample: full,
  piece: '["api.example.com", "cdn.example.com"]',
  shows: (http_egress_allowlist) => ({ capabilities: { http_egress_allowlist } }),
});

function reads(name: string, text: (world: World) => string): Case {
  const sample: Sample = { id: `manifest/table-${name}`, text };
  return acceptedSample(sample, proves, ({ publisher, tool, parameters }) => ({
    publisher,
    entrypoints: { tools: [{ id: `${publisher}.${tool}`, output_schema: { type: 'array' } }] },
    compat: { min_palyra_version: parameters.runtime.version },
  }));
}

/** The three parts of the smallest manifest: the root, the tool, and what it is compatible with. */
function parts(world: World) {
  const [root = '', tool = '', compat = ''] = minimal.text(world).split(/\n\n\[+[a-z.]+\]+\n/);
  return { root, tool, compat, inline: (lines: string) => lines.trim().replaceAll('\n', ', ') };
}

export const tableCases: readonly Case[] = [
  reads('inline-tools', (world) => {
    const { root, tool, compat, inline } = parts(world);
    return `entrypoints = { tools = [ { ${inline(tool)} } ] }\n${root}\n[compat]\n${compat}`;
  }),
  reads('dotted-tools', (world) => {
    const { root, tool, compat, inline } = parts(world);
    return `${root}\nentrypoints.tools = [{ ${inline(tool)} }]\n[compat]\n${compat}`;
  }),
  reads('dotted-compat', (world) => {
    const { root, tool, compat } = parts(world);
    return `${compat.replace(/^(?=.)/gm, 'compat.')}\n${root}\n[[entrypoints.tools]]\n${tool}\n`;
  }),
  reads('sections-reversed', (world) => {
    const { root, tool, compat } = parts(world);
    const lines = root.split('\n').reverse().join('\n');
    return `${lines}\n[compat]\n${compat}\n[[entrypoints.tools]]\n${tool.split('\n').reverse().join('\n')}\n`;
  }),
  reads('dotted-schema', (world) =>
    minimal.text(world).replace('output_schema = { type = "array" }', 'output_schema.type = "array"'),
  ),
  acceptedSample(
    changed(
      'manifest/table-parent-after-child',
      full,
      [
        '[capabilities]\nhttp_egress_allowlist = ["api.example.com", "cdn.example.com"]\n',
        '[capabilities.filesystem]\nread_roots = ["a"]\n\n[capabilities]\nhttp_egress_allowlist = ["b"]\n',
      ],
      ['\n[capabilities.filesystem]\nread_roots = ["data/in"]\nwrite_roots = ["data/out"]\n', ''],
    ),
    proves,
    () => ({ capabilities: { filesystem: { read_roots: ['a'] }, http_egress_allowlist: ['b'] } }),
  ),
  schema.reads('inline-over-lines', '{\n  type = "object",\n  x = 1\n}', { type: 'object', x: 1n }),
  schema.reads('inline-trailing-comma', '{ type = "object", x = 1, }', { type: 'object', x: 1n }),
  schema.reads('inline-comments', '{ # one\n type = "object" # two\n , # three\n x = 1, # four\n}', {
    type: 'object',
    x: 1n,
  }),
  schema.reads('inline-crlf', '{\r\n type = "object",\r\n}', { type: 'object' }),
  schema.reads('inline-no-space', '{a=1,b={c=true},d=[0]}', { a: 1n, b: { c: true }, d: [0n] }),
  schema.reads('inline-empty-strings', `{ a = "", b = '', c = """""", d = '''''' }`, { a: '', b: '', c: '', d: '' }),
  schema.reads('inline-comment-behind-number', '{ a = 1# one\n}', { a: 1n }),
  schema.reads('inline-in-inline', '{ a = { b = { } } }', { a: { b: new Map() } }),
  schema.refuses('inline-comma-only', '{ , }', syntax),
  schema.refuses('inline-leading-comma', '{ , a = 1 }', syntax),
  schema.refuses('inline-two-commas', '{ a = 1,, b = 2 }', syntax),
  schema.refuses('inline-no-comma', '{ a = 1 b = 2 }', syntax),
  schema.refuses('inline-newline-for-comma', '{ a = 1\n b = 2 }', syntax),
  schema.refuses('inline-unclosed', '{ a = 1', syntax),
  schema.refuses('inline-closed-as-array', '{ a = 1 ]', syntax),
  schema.refuses('inline-value-alone', '{ 1 }', syntax),
  schema.refuses('inline-colon', '{ "type": "object" }', syntax),
  hosts.reads('over-lines', '[\n  "a", # comment\n\n  # comment\n  "b"\n]', ['a', 'b']),
  hosts.reads('trailing-comma', '["a", "b", ]', ['a', 'b']),
  hosts.reads('comma-on-its-own-line', '["a"\n,\n"b"\n,\n]', ['a', 'b']),
  hosts.reads('crlf', '[\r\n"a",\r\n]', ['a']),
  hosts.reads('no-space', '["a","b"]', ['a', 'b']),
  hosts.refuses('comma-only', '[,]', syntax),
  hosts.refuses('leading-comma', '[, "a"]', syntax),
  hosts.refuses('two-commas', '["a",, "b"]', syntax),
  hosts.refuses('no-comma', '["a" "b"]', syntax),
  hosts.refuses('newline-for-comma', '["a"\n"b"]', syntax),
  hosts.refuses('unclosed', '["a", "b"', syntax),
  hosts.refuses('closed-twice', '["a"]]', syntax),
  hosts.refuses('pair-inside', '[a = 1]', syntax),
];
