import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { replace } from '../../../rows.ts';
import {
  type ArtifactChange,
  addModule,
  both,
  field,
  mainModule,
  ofSkill,
  skillAnswer,
  withLines,
  withModule,
} from './given.ts';
import { giving } from './modules.ts';
import { refused, refusingSkill, runs } from './rows.ts';

const proves = ['RUN-TOOL'] as const;
const byManifest = ['RUN-MANIFEST-DEFAULTS'] as const;
const unknown = refusingSkill(proves, 'runner.unknown-tool');

const toolOf = ({ publisher, tool }: World) => `${publisher}.${tool}`;
const secondOf = ({ publisher }: World) => `${publisher}.second`;
const defaultOf = ({ parameters }: World) => parameters.names.defaultEntrypoint;

const withTool =
  (id: (world: World) => string): ArtifactChange =>
  (base, world) => {
    const lines = `[[entrypoints.tools]]
id = "${id(world)}"
name = "Second tool"
description = "Another one."
input_schema = {}
output_schema = {}`;
    return withLines(lines)(base, world);
  };
const withSecondTool = withTool(secondOf);

/** Identifiers that a manifest may have, and that no call can name: the id of a call is trimmed, and that of the manifest is not. */
const notTrimmed: readonly (readonly [where: string, spelled: (id: string) => string])[] = [
  ['before', (id) => `" ${id}"`],
  ['behind', (id) => `"${id}\\u0085"`],
];

/** What the manifest fills in for people is another export than the one that is called. */
const withDefaults: ArtifactChange = (base, world) => {
  const lines = `[operator]
display_name = "Echo"
[operator.plugin]
default_entrypoint = "serve"
default_module_path = "${mainModule}"
default_tool_id = "${toolOf(world)}"`;
  return both(withModule(giving([defaultOf(world), 42], ['serve', 7])), withLines(lines))(base, world);
};

/** The tool that a run is for, and what a manifest would rather have been asked for. */
export const toolCases: readonly Case[] = [
  runs(
    'tool',
    proves,
    ofSkill((world) => ({ tool_id: toolOf(world) })),
    (world) => ({ ...skillAnswer, skill: { tool_id: toolOf(world) } }),
  ),
  runs(
    'tool-trimmed',
    proves,
    ofSkill((world) => ({ tool_id: ` ${toolOf(world)}\u0085` })),
    (world) => ({ ...skillAnswer, skill: { tool_id: toolOf(world) } }),
  ),
  runs(
    'tool-that-is-second',
    proves,
    ofSkill((world) => ({ tool_id: secondOf(world) }), withSecondTool),
    (world) => ({ ...skillAnswer, entrypoint: 'run', skill: { tool_id: secondOf(world) } }),
  ),
  unknown('tool-unknown', ({ publisher }) => field('tool_id', `${publisher}.other`)),
  unknown('tool-in-capitals', (world) => field('tool_id', toolOf(world).toUpperCase())),
  unknown('tool-without-publisher', ({ tool }) => field('tool_id', tool)),
  unknown('tool-by-its-name', field('tool_id', 'Echo tool')),
  ...notTrimmed.map(([where, spelled]) =>
    refused(
      `tool-of-manifest-with-white-space-${where}`,
      proves,
      'tool-that-is-second',
      'runner.unknown-tool',
      (world) => replace(['installed', 0, 'artifact', 'manifest'], `"${secondOf(world)}"`, spelled(secondOf(world))),
    ),
  ),
  runs(
    'other-tool-with-white-space',
    proves,
    ofSkill(
      (world) => ({ tool_id: toolOf(world) }),
      withTool(({ publisher }) => ` ${publisher}.second `),
    ),
    (world) => ({ ...skillAnswer, skill: { tool_id: toolOf(world) } }),
  ),
  unknown('beginning-of-tool', (world) => field('tool_id', toolOf(world).slice(0, -1))),

  runs('manifest-with-defaults', byManifest, ofSkill({ entrypoint: null }, withDefaults), (world) => ({
    exit_code: 42n,
    entrypoint: defaultOf(world),
    skill: { tool_id: null, module_path: mainModule },
  })),
  runs('default-of-manifest-asked-for', byManifest, ofSkill({ entrypoint: 'serve' }, withDefaults), {
    exit_code: 7n,
    entrypoint: 'serve',
  }),
  refused(
    'second-module-beside-default',
    byManifest,
    'manifest-with-defaults',
    'runner.several-modules',
    addModule('zz.wasm', 'no module'),
  ),
];
