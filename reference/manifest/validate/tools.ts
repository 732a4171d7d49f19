import { isJsonObject, type Json } from '#spec/json/value.ts';
import { trim } from '../../text/white-space.ts';
import type { Manifest, Tool } from '../manifest.ts';
import { checkIdentifier, checkNotBlank, firstOf, type Verdict } from './check.ts';

export function checkTools({ publisher, entrypoints }: Manifest): Verdict {
  if (entrypoints.tools.length === 0) return { code: 'manifest.no-tools' };
  const seen = new Set<string>();
  // MAN-ORDER: every rule for one tool before the first rule for the next.
  return firstOf(entrypoints.tools, (tool, index) => checkTool(tool, `entrypoints.tools[${index}]`, publisher, seen));
}

function checkTool(tool: Tool, path: string, publisher: string, seen: Set<string>): Verdict {
  return (
    checkToolId(tool.id, `${path}.id`, trim(publisher), seen) ??
    checkNotBlank(`${path}.name`, tool.name) ??
    checkNotBlank(`${path}.description`, tool.description) ??
    checkSchema(`${path}.input_schema`, tool.inputSchema) ??
    checkSchema(`${path}.output_schema`, tool.outputSchema)
  );
}

function checkToolId(value: string, path: string, publisher: string, seen: Set<string>): Verdict {
  const verdict = checkIdentifier(path, value);
  if (verdict !== undefined) return verdict;
  const id = trim(value);
  // MAN-TOOL-NAMESPACE: the dot keeps `acmex.echo` out of `acme`.
  if (!id.startsWith(`${publisher}.`)) return { code: 'manifest.tool-namespace', id: value, publisher };
  if (seen.has(id)) return { code: 'manifest.duplicate-tool', id: value };
  seen.add(id);
  return undefined;
}

function checkSchema(path: string, schema: Json): Verdict {
  return isJsonObject(schema) ? undefined : { code: 'manifest.schema-not-object', path };
}
