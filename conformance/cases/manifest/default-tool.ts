import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { rowsAt, textsAt } from './rows-at.ts';
import { acceptedSample, changed, full } from './sample.ts';

const proves = ['MAN-DEFAULT-TOOL'] as const;
const code = 'manifest.unknown-default-tool';
const line = ({ publisher, tool }: World) => `default_tool_id = "${publisher}.${tool}"`;
const rows = textsAt('manifest/default-tool', proves, {
  sample: full,
  piece: line,
  write: (text) => `default_tool_id = ${text}`,
});

const second = changed('manifest/default-tool-second', full, [
  line,
  ({ publisher }) => `default_tool_id = "${publisher}.second"`,
]);
const spaced = changed('manifest/default-tool-spaces-around', full, [
  line,
  ({ publisher, tool }) => `default_tool_id = " ${publisher}.${tool} "`,
]);
const nextLine = changed('manifest/default-tool-next-line-behind', full, [
  line,
  ({ publisher, tool }) => `default_tool_id = "${publisher}.${tool}\\u0085"`,
]);
/** A tool's id is compared as it is written, a reference to it trimmed: such a tool can never be the default. */
const spacedTool = rowsAt('manifest/default-tool', proves, {
  sample: second,
  piece: ({ publisher }) => `\nid = "${publisher}.second"`,
});

export const defaultToolCases: readonly Case[] = [
  acceptedSample(second, proves, ({ publisher }) => ({
    operator: { plugin: { default_tool_id: `${publisher}.second` } },
  })),
  acceptedSample(spaced, [...proves, 'MAN-TRIM', 'MAN-VERBATIM'], ({ publisher, tool }) => ({
    operator: { plugin: { default_tool_id: ` ${publisher}.${tool} ` } },
  })),
  acceptedSample(nextLine, [...proves, 'MAN-TRIM', 'MAN-VERBATIM'], ({ publisher, tool }) => ({
    operator: { plugin: { default_tool_id: `${publisher}.${tool}\u0085` } },
  })),
  rows.refuses('no-such-tool', ({ publisher }) => `${publisher}.third`, code),
  rows.refuses('tool-without-publisher', ({ tool }) => tool, code),
  rows.refuses('publisher-alone', ({ publisher }) => `${publisher}.`, code),
  rows.refuses('longer-than-a-tool', ({ publisher, tool }) => `${publisher}.${tool}2`, code),
  spacedTool.refuses('tool-written-with-space', ({ publisher }) => `\nid = " ${publisher}.second"`, code),
];
