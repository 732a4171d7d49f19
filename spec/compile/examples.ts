import { type Change, readChange } from './change.ts';
import type { Complaint } from './complaint.ts';
import type { Example } from './example-marker.ts';
import { byId } from './order.ts';

/** An example as the suite uses it: a manifest that is accepted, or one change of it that is refused. */
export type CompiledExample =
  | { readonly kind: 'accepted'; readonly id: string; readonly proves: readonly string[]; readonly text: string }
  | ({
      readonly kind: 'rejected';
      readonly id: string;
      readonly proves: readonly string[];
      readonly twin: string;
      readonly code: string;
    } & Change);

/** A JSON document of a chapter, and the schema it fits. */
interface DocumentExample {
  readonly id: string;
  readonly schema: string;
  readonly text: string;
}

/** What an example may refer to. */
export interface Vocabulary {
  readonly requirements: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  readonly schemas: ReadonlySet<string>;
}

export interface CompiledExamples {
  readonly examples: readonly CompiledExample[];
  readonly documents: readonly DocumentExample[];
  readonly complaints: readonly Complaint[];
}

export function compileExamples(marked: readonly Example[], known: Vocabulary): CompiledExamples {
  const examples: CompiledExample[] = [];
  const documents: DocumentExample[] = [];
  const complaints: Complaint[] = [];
  const manifests = new Map(
    marked.map((example) => [example.id, example.kind === 'manifest' ? textOf(example) : null]),
  );
  const seen = new Set<string>();

  for (const example of marked) {
    const { file, line, id } = example;
    const complain = (problem: string, remedy: string) => {
      complaints.push({ file, line, problem: `the example ${id} ${problem}`, remedy });
    };
    if (seen.has(id)) complain('has the id of another example', 'give it one of its own');
    seen.add(id);

    if (example.kind === 'document') {
      const { schema } = example;
      if (!known.schemas.has(schema)) complain(`names no schema: ${schema}`, `use ${[...known.schemas].join(', ')}`);
      documents.push({ id, schema, text: textOf(example) });
      continue;
    }
    const { proves } = example;
    for (const requirement of proves) {
      if (!known.requirements.has(requirement))
        complain(`proves ${requirement}, which no chapter declares`, 'correct the id');
    }
    if (example.kind === 'manifest') {
      examples.push({ kind: 'accepted', id, proves, text: textOf(example) });
      continue;
    }
    const { from: twin, fails: code } = example;
    if (!known.codes.has(code)) complain(`fails as ${code}, which is no failure code`, 'correct the code');
    const text = manifests.get(twin);
    if (text === undefined || text === null) {
      complain(`changes ${twin}, which is no accepted example`, 'name a toml example after from=');
      continue;
    }
    const change = readChange(example.lines, text);
    if ('problem' in change) complain(change.problem, `change one place of ${twin}`);
    else examples.push({ kind: 'rejected', id, proves, twin, code, ...change });
  }
  return { examples: byId(examples), documents: byId(documents), complaints };
}

function textOf({ lines }: Example): string {
  return lines.map((line) => `${line}\n`).join('');
}
