import type { Result } from '#spec/result.ts';
import type { FileRead } from '../disk/read-file.ts';
import type { JournalEvent, StatusRow } from './change.ts';

/** What is there. Every part is read when it is asked for, once. */
export interface StateSnapshot {
  /** Undefined where there is no file, here and below. */
  index(): Result<Uint8Array | undefined>;
  trustStore(): Result<Uint8Array | undefined>;
  hooks(): Result<Uint8Array | undefined>;
  plugins(): Result<Uint8Array | undefined>;
  pluginConfig(pluginId: string): Result<Uint8Array | undefined>;
  /** All rows, by skill and version. */
  statuses(): Result<readonly StatusRow[]>;
  /** In the order in which they were recorded, after `since`. */
  events(since: bigint, most: number): Result<readonly JournalRow[]>;
  /** `artifact.palyra-skill` of a version; `state.unsafe-name` where no folder can have that name. */
  artifact(skillId: string, version: string, limit: number): Result<FileRead>;
  /** `install-metadata.json` of a version. */
  metadata(skillId: string, version: string): Result<Uint8Array | undefined>;
  /** The lines of `audit.ndjson` that are not as they were written; STATE-LOG-WRONG-LINE. */
  wrongLogLines(): Result<readonly WrongLine[]>;
}

interface JournalRow extends Omit<JournalEvent, 'payload'> {
  readonly seq: bigint;
  /** JSON, as it was recorded. */
  readonly payload: string;
}

export interface WrongLine {
  /** Counted from 1. */
  readonly line: number;
  readonly problem: 'not-json' | 'checksum' | 'too-long' | 'torn';
}
