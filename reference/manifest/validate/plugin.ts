import { moduleSuffix, modulesFolder } from '#spec/constants.ts';
import { trim } from '../../text/white-space.ts';
import type { Contract, Manifest, Plugin } from '../manifest.ts';
import { checkIdentifier, checkPath, firstOf, type Verdict } from './check.ts';

/** The only version there is of any contract. */
const contractVersion = 1n;

export function checkPlugin(plugin: Plugin, manifest: Manifest): Verdict {
  const kinds = new Set<string>();
  return (
    checkToolId(plugin.defaultToolId, manifest) ??
    checkModulePath(plugin.defaultModulePath) ??
    checkEntrypoint(plugin.defaultEntrypoint) ??
    firstOf(plugin.contracts, (contract) => checkContract(contract, kinds))
  );
}

/**
 * MAN-DEFAULT-TOOL: compared with the ids as they are written, so white space around an id hides its tool. That the id
 * begins with the publisher follows, since every tool's does.
 */
function checkToolId(value: string | undefined, { entrypoints }: Manifest): Verdict {
  if (value === undefined) return undefined;
  const verdict = checkIdentifier('operator.plugin.default_tool_id', value);
  if (verdict !== undefined) return verdict;
  const id = trim(value);
  const isDeclared = entrypoints.tools.some((tool) => tool.id === id);
  return isDeclared ? undefined : { code: 'manifest.unknown-default-tool', id: value };
}

/** MAN-DEFAULT-MODULE: the text as it is written has the look of a module, and then it must be a path. */
function checkModulePath(value: string | undefined): Verdict {
  if (value === undefined) return undefined;
  const isModule = value.startsWith(modulesFolder) && value.endsWith(moduleSuffix) && !/\0|\.\./.test(value);
  return isModule ? checkPath(value) : { code: 'manifest.bad-default-module', value };
}

function checkEntrypoint(value: string | undefined): Verdict {
  if (value === undefined || /^[a-z0-9_-]+$/.test(trim(value))) return undefined;
  return { code: 'manifest.bad-entrypoint', value };
}

function checkContract({ kind, version }: Contract, seen: Set<string>): Verdict {
  if (version !== contractVersion) return { code: 'manifest.unsupported-contract', kind, version };
  if (seen.has(kind)) return { code: 'manifest.duplicate-contract', kind };
  seen.add(kind);
  return undefined;
}
