import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CaseSummary } from '#spec/compile/cases.ts';
import { compileChapters } from '#spec/compile/compile.ts';
import type { Complaint } from '#spec/compile/complaint.ts';
import { confirm } from '#spec/compile/confirm.ts';
import { jsonFile } from '#spec/compile/plain.ts';
import { proveChapters } from '#spec/compile/prove.ts';
import { parseRecord, recordFile } from '#spec/compile/record.ts';
import { sortTree } from '#spec/compile/tree.ts';
import { reasons } from '#spec/reasons.ts';
import { documentSchemas, schemaFiles } from '#spec/schema/files.ts';
import { outdated, readSource, readSources, writeFiles } from './files.ts';

const ledgerPath = 'spec/ids.json';
const confirmedPath = 'conformance/confirmed.json';
const casesPath = 'conformance/cases/index.ts';

/** `check` writes nothing; `confirmed` are the ids whose cases were read again, or `all`. */
export interface Options {
  readonly check: boolean;
  readonly confirmed: readonly string[];
}

/** Compiles the tree below `root`, and gives what is wrong with it. */
export async function compileTree(root: string, { check, confirmed }: Options): Promise<readonly Complaint[]> {
  const tree = sortTree(readSources(root));
  const ledgerFile = readSource(root, ledgerPath);
  const ledger = parseRecord(ledgerFile);
  const before = parseRecord(readSource(root, confirmedPath));
  if ('problem' in ledger) return [ledger];
  if ('problem' in before) return [before];

  const reasonMap = new Map(Object.entries(reasons));
  const schemas = new Set(documentSchemas.keys());
  const chapters = compileChapters({ chapters: tree.chapters, ledgerFile, ledger, reasons: reasonMap, schemas });
  const files = new Map([...schemaFiles].map(([file, schema]) => [file, jsonFile(schema)]));
  for (const [file, text] of chapters.files) files.set(file, text);
  if (!check) writeFiles(root, files);
  if (chapters.complaints.length > 0) return [...chapters.complaints, ...outdated(root, files)];

  const { requirements, tombstones } = chapters;
  const all = requirements.map(({ id }) => id);
  const ids = new Set(confirmed.includes('all') ? all : confirmed);
  const unknown = [...ids].filter((id) => !all.includes(id));
  if (unknown.length > 0) return unknown.map(notDeclared);
  const after = confirm(requirements, before, ids);
  files.set(confirmedPath, recordFile(after));

  // The cases import what was generated, so they load last.
  const cases = await loadCases(root);
  const proof =
    'problem' in cases
      ? { complaints: [cases], files: new Map<string, string>() }
      : proveChapters({ requirements, tombstones, reasons: reasonMap, confirmed: after, tree, cases });
  for (const [file, text] of proof.files) files.set(file, text);
  if (!check) writeFiles(root, files);
  return [...proof.complaints, ...outdated(root, files)];
}

async function loadCases(root: string): Promise<readonly CaseSummary[] | Complaint> {
  const place = { file: casesPath, line: 1 };
  const none = { ...place, problem: 'there are no cases', remedy: 'export them here as cases: readonly Case[]' };
  const path = join(root, casesPath);
  if (!existsSync(path)) return none;
  try {
    const { cases }: { readonly cases?: readonly CaseSummary[] } = await import(pathToFileURL(path).href);
    return cases ?? none;
  } catch (error) {
    return { ...place, problem: `the cases do not load: ${String(error)}`, remedy: 'repair them' };
  }
}

function notDeclared(id: string): Complaint {
  const problem = `${id} cannot be confirmed, because no chapter declares it`;
  return { file: confirmedPath, line: 1, problem, remedy: 'correct the id' };
}
