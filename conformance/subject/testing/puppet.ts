import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Observation } from '../../outcome.ts';
import type { Connection, SubjectSource, Surroundings } from '../connection.ts';
import { overStdio, type StdioOptions } from '../over-stdio.ts';

export const puppetFile = fileURLToPath(new URL('puppet.mjs', import.meta.url));

/** The program of `puppet.mjs`, with something to do at its start. */
export function puppet(start = '', options: Partial<StdioOptions> = {}): SubjectSource {
  return overStdio({ argv: [process.execPath, puppetFile, start], folder: '/', ...options });
}

/** Of a subject that says hello as it should. */
export async function connect(source: SubjectSource, surroundings: Surroundings = 'usual'): Promise<Connection> {
  const connected = await source.connect(surroundings);
  if (!connected.ok) throw new Error(`${connected.diagnosis.code}: ${connected.diagnosis.detail}\n${connected.stderr}`);
  return connected.connection;
}

/** A call whose answer is what the program makes it. */
export function run(connection: Connection, program: string): Promise<Observation> {
  return connection.call('trust.load', { run: program });
}

/** How many processes there are that have this word on their command line. */
export function running(word: string): number {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'stat=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(word) && !/^\s*Z/.test(line)).length;
}

/** Gives the tests of a file a folder for what is temporary, shows what is in it, and expects it empty in the end. */
export function useTemporaryFolder(): () => readonly string[] {
  const before = process.env['TMPDIR'];
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'palyra-test-'));
    process.env['TMPDIR'] = folder;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    const left = readdirSync(folder);
    rmSync(folder, { recursive: true, force: true });
    expect(left).toEqual([]);
  });
  return () => readdirSync(folder);
}
