import type { Case } from '../../case.ts';
import { observed } from '../../rows.ts';
import { changed, minimal, parsing } from './sample.ts';

const schemas = 'input_schema = { type = "object" }\noutput_schema = { type = "array" }\n';
const header = '[entrypoints.tools.input_schema';

/** Shipping software reads this, although the TOML specification forbids it. */
function accepts(name: string, by: string): Case {
  const sample = changed(`manifest/lax-${name}`, minimal, [schemas, `output_schema = {}\n${by}`]);
  return observed(sample.id, ['MAN-TOML-LAX'], 'accepted', parsing(sample.text));
}

export const laxCases: readonly Case[] = [
  observed('manifest/half-a-million-keys', ['MAN-BULK'], 'accepted', (world) => ({
    operation: 'manifest.parse',
    model: { text: `${minimal.text(world)}\n[operator]\ntags = [${'"a",'.repeat(500_000)}]\n` },
  })),
  accepts('newline-before-equals', 'input_schema = { type\n = "array" }\n'),
  accepts('newline-after-equals', 'input_schema = { type =\n "array" }\n'),
  accepts('comment-after-equals', 'input_schema = { type = # why\n "array" }\n'),
  accepts('dotted-key-into-array-of-tables', `[${header}.a.b]]\n${header}.a]\nb.c.d = 1\n`),
  accepts('dotted-key-into-implied-table', `${header}.a.b.c]\n${header}.a]\nb.x = 1\n`),
];
