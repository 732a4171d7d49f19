import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { diskProblem } from '#reference/disk/problem.ts';
import { ok } from '#spec/result.ts';
import { writeOutput } from '../cli/io.ts';
import { type Outcome, refuse } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { refuseHarness } from './harness-failure.ts';
import { formats, renderedFiles, reportFile } from './renderings.ts';

const bufferedLength = 64 * 1024;

/**
 * Where a run writes. Until its report is whole it has another name, and nothing of an earlier run is left beside it, so
 * whatever stands there under a known name is a whole report of the latest run.
 */
export class ReportFolder {
  /** As it was given. */
  readonly name: string;
  readonly #path: string;
  readonly #unfinished: string;
  #file: number | undefined;
  #buffered = '';
  #problem: string | undefined;

  private constructor(name: string, path: string) {
    this.name = name;
    this.#path = path;
    this.#unfinished = join(path, `.${reportFile}.${process.pid}.unfinished`);
  }

  /** Found out before anything is asked: that there is a folder, and that it can be written to. */
  static open({ folder }: Shell, name: string): Outcome<ReportFolder> {
    const opened = new ReportFolder(name, resolve(folder, name));
    try {
      mkdirSync(opened.#path, { recursive: true });
      opened.#file = openSync(opened.#unfinished, 'w', 0o666);
      for (const file of [reportFile, ...formats.map((format) => renderedFiles[format])]) {
        rmSync(join(opened.#path, file), { force: true });
      }
    } catch (error) {
      opened.abandon();
      return refuseHarness('misuse', 'harness.no-reports', {
        message: `The reports cannot be written to ${name}: ${diskProblem(error)}.`,
        hint: 'Name a folder that is yours with --reports.',
      });
    }
    return ok(opened);
  }

  /** A disk that is full does not end a run; `finish` tells of it. */
  write(text: string): void {
    this.#buffered += text;
    if (this.#buffered.length >= bufferedLength) this.#flush();
  }

  finish(): Outcome<string> {
    this.#flush();
    const path = join(this.#path, reportFile);
    try {
      if (this.#file !== undefined) fsyncSync(this.#file);
      this.#close();
      if (this.#problem === undefined) renameSync(this.#unfinished, path);
    } catch (error) {
      this.#problem ??= diskProblem(error);
    }
    if (this.#problem === undefined) return ok(path);
    this.abandon();
    return refuse({ code: 'cli.unwritable', path: join(this.name, reportFile), detail: this.#problem });
  }

  /** Leaves nothing behind of a report that is not whole. */
  abandon(): void {
    try {
      this.#close();
      rmSync(this.#unfinished, { force: true });
    } catch {
      // A file that can be neither closed nor removed cannot be helped, and its name says what it is.
    }
  }

  writeBeside(file: string, text: string): Outcome<undefined> {
    return writeOutput(join(this.#path, file), Buffer.from(text));
  }

  #flush(): void {
    const text = this.#buffered;
    this.#buffered = '';
    if (this.#file === undefined || this.#problem !== undefined) return;
    try {
      writeAllSync(this.#file, Buffer.from(text));
    } catch (error) {
      this.#problem = diskProblem(error);
    }
  }

  #close(): void {
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) closeSync(file);
  }
}

function writeAllSync(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
