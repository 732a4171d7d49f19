import { parseChapter } from './chapter.ts';
import type { Complaint, Source } from './complaint.ts';
import {
  examplesModule,
  type ReasonRow,
  reasonsJson,
  requirementIdsModule,
  requirementsJson,
  requirementsModule,
} from './emit.ts';
import { compileExamples } from './examples.ts';
import { checkLedger, nextLedger } from './ledger.ts';
import { type IdRecord, recordFile } from './record.ts';
import type { Requirement, Tombstone } from './requirement.ts';

export interface ChapterInput {
  readonly chapters: readonly Source[];
  /** The file of the ledger, and what it says. */
  readonly ledgerFile: Source;
  readonly ledger: IdRecord;
  readonly reasons: ReadonlyMap<string, ReasonRow>;
  /** The schemas that a JSON example may name. */
  readonly schemas: ReadonlySet<string>;
}

export interface CompiledChapters {
  readonly requirements: readonly Requirement[];
  readonly tombstones: readonly Tombstone[];
  readonly complaints: readonly Complaint[];
  /** Generated files by their path; none of those that the complaints make doubtful. */
  readonly files: ReadonlyMap<string, string>;
}

/** From the chapters alone: what they declare, and every file that follows from it. */
export function compileChapters({ chapters, ledgerFile, ledger, reasons, schemas }: ChapterInput): CompiledChapters {
  const parsed = chapters.map(parseChapter);
  const requirements = parsed.flatMap((chapter) => chapter.requirements);
  const tombstones = parsed.flatMap((chapter) => chapter.tombstones);
  const reasonFiles: ReadonlyMap<string, string> = new Map([['spec/reasons.json', reasonsJson(reasons)]]);

  const malformed = parsed.flatMap((chapter) => chapter.complaints);
  // A block that was not understood would seem to have vanished.
  if (malformed.length > 0) return { requirements, tombstones, complaints: malformed, files: reasonFiles };

  const { examples, complaints } = compileExamples(
    parsed.flatMap((chapter) => chapter.examples),
    { requirements: new Set(requirements.map(({ id }) => id)), codes: new Set(reasons.keys()), schemas },
  );
  const doubts = [...checkLedger(requirements, tombstones, ledger, ledgerFile), ...complaints];
  if (doubts.length > 0) return { requirements, tombstones, complaints: doubts, files: reasonFiles };

  const files = new Map([
    ...reasonFiles,
    ['spec/generated/requirement-ids.ts', requirementIdsModule(requirements)],
    ['spec/generated/requirements.ts', requirementsModule(requirements)],
    ['spec/generated/examples.ts', examplesModule(examples)],
    ['spec/requirements.json', requirementsJson(requirements, tombstones)],
    [ledgerFile.file, recordFile(nextLedger(requirements, tombstones))],
  ]);
  return { requirements, tombstones, complaints: [], files };
}
