import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { rowsAt, textsAt } from './rows-at.ts';
import { acceptedSample, changed, full, minimal, toolTable } from './sample.ts';

const emptied = rowsAt('manifest/tools', ['MAN-TOOLS'], { sample: minimal, piece: toolTable });

/** The second tool's id; the first one's is the publisher, a dot and the tool of the world. */
const ids = {
  sample: full,
  piece: ({ publisher }: World) => `\nid = "${publisher}.second"`,
  write: (text: string) => `\nid = ${text}`,
};
const namespace = textsAt('manifest/tool-id', ['MAN-TOOL-NAMESPACE'], ids);
const unique = textsAt('manifest/tool-id', ['MAN-TOOL-UNIQUE'], ids);

const spaced = changed('manifest/tool-id-below-a-spaced-publisher', minimal, [
  ({ publisher }) => `\npublisher = "${publisher}"`,
  ({ publisher }) => `\npublisher = " ${publisher}\\t"`,
]);

export const toolCases: readonly Case[] = [
  emptied.refuses('none', '[entrypoints]\ntools = []\n', 'manifest.no-tools'),
  accepts('nothing-behind-the-dot', ({ publisher }) => `${publisher}.`),
  accepts('two-dots', ({ publisher }) => `${publisher}..b`),
  accepts('colon-behind', ({ publisher }) => `${publisher}.b:c`),
  accepts('dot-last', ({ publisher }) => `${publisher}.b.`),
  accepts('spaces-around', ({ publisher }) => ` ${publisher}.b `),
  accepts('first-with-more-behind', ({ publisher, tool }) => `${publisher}.${tool}2`),
  acceptedSample(spaced, ['MAN-TOOL-NAMESPACE', 'MAN-TRIM', 'MAN-VERBATIM'], ({ publisher }) => ({
    publisher: ` ${publisher}\t`,
  })),
  namespace.refuses('publisher-alone', ({ publisher }) => publisher, 'manifest.tool-namespace'),
  namespace.refuses('no-dot', ({ publisher }) => `${publisher}b`, 'manifest.tool-namespace'),
  namespace.refuses('longer-publisher', ({ publisher }) => `${publisher}x.b`, 'manifest.tool-namespace'),
  namespace.refuses('colon-for-dot', ({ publisher }) => `${publisher}:b`, 'manifest.tool-namespace'),
  namespace.refuses('dash-for-dot', ({ publisher }) => `${publisher}-b`, 'manifest.tool-namespace'),
  namespace.refuses('other-publisher', ({ otherPublisher }) => `${otherPublisher}.b`, 'manifest.tool-namespace'),
  namespace.refuses('publisher-in-second-place', ({ publisher }) => `x.${publisher}.b`, 'manifest.tool-namespace'),
  namespace.refuses('dot-in-front', ({ publisher }) => `.${publisher}.b`, 'manifest.tool-namespace'),
  unique.refuses('twice', ({ publisher, tool }) => `${publisher}.${tool}`, 'manifest.duplicate-tool'),
  unique.refuses('twice-but-for-a-space', ({ publisher, tool }) => `${publisher}.${tool} `, 'manifest.duplicate-tool'),
  unique.refuses(
    'twice-but-for-a-next-line',
    ({ publisher, tool }) => `\u0085${publisher}.${tool}`,
    'manifest.duplicate-tool',
  ),
  ...thrice(),
];

function accepts(name: string, id: (world: World) => string): Case {
  const sample = changed(`manifest/tool-id-${name}`, full, [ids.piece, (world) => `\nid = "${id(world)}"`]);
  return acceptedSample(sample, ['MAN-TOOL-NAMESPACE'], (world) => ({
    entrypoints: { tools: [{ id: `${world.publisher}.${world.tool}` }, { id: id(world) }] },
  }));
}

/** The same id again, with another tool between the two. */
function thrice(): readonly Case[] {
  const third = (id: string) => `[[entrypoints.tools]]
id = "${id}"
name = "Third tool"
description = "Stands behind the second."
input_schema = {}
output_schema = {}

[capabilities]
`;
  const sample = changed('manifest/tool-third', full, [
    '[capabilities]\n',
    ({ publisher }) => third(`${publisher}.third`),
  ]);
  const rows = rowsAt('manifest/tool-id', ['MAN-TOOL-UNIQUE'], {
    sample,
    piece: ({ publisher }) => `\nid = "${publisher}.third"`,
  });
  return [
    acceptedSample(sample, ['MAN-TOOLS']),
    rows.refuses('twice-apart', ({ publisher, tool }) => `\nid = "${publisher}.${tool}"`, 'manifest.duplicate-tool'),
    rows.refuses('twice-in-a-row', ({ publisher }) => `\nid = "${publisher}.second"`, 'manifest.duplicate-tool'),
  ];
}
