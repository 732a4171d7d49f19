import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

export interface ShownCommand {
  readonly text: string;
  readonly expected: number;
  readonly exit: number | null;
  readonly output: string;
}

/**
 * Runs what a document shows, in its order: a fence marked `file=NAME` is written, `run` executed, `exit=N` is the exit
 * status that the text promises. Shell fences run under `set -e` and find the commands of `bin` on their path.
 */
export function runDocument(markdown: string, folder: string, bin: string): readonly ShownCommand[] {
  mkdirSync(folder, { recursive: true });
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env['PATH']}`,
    PALYRA_STATE_ROOT: join(folder, 'state'),
  };
  // Modules resolve from the folder they stand in, so the examples see what is installed beside `bin`.
  if (!folder.startsWith(dirname(dirname(bin)))) symlinkSync(dirname(bin), join(folder, 'node_modules'));
  const shown: ShownCommand[] = [];
  for (const { language, marker, text } of fences(markdown)) {
    const file = fileOf(marker);
    if (file !== undefined) writeFileSync(join(folder, file), text);
    if (!/\brun\b/.test(marker)) continue;
    const expected = Number(/\bexit=(\d+)/.exec(marker)?.[1] ?? 0);
    const [command, args] = interpreter(language, text, join(folder, `example-${shown.length}.mjs`));
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
    shown.push({ text, expected, exit: status, output: stdout + stderr });
  }
  return shown;
}

/** A file that a document shows. */
export function readDocumentFile(document: string, name: string): string {
  const fence = fences(readFileSync(document, 'utf8')).find(({ marker }) => fileOf(marker) === name);
  if (fence === undefined) throw new Error(`${document} shows no file ${name}`);
  return fence.text;
}

function fences(markdown: string) {
  return [...markdown.matchAll(/^```(\w+) ([^\n]+)\n(.*?)^```$/gms)].map(
    ([, language = '', marker = '', text = '']) => ({ language, marker, text }),
  );
}

function fileOf(marker: string): string | undefined {
  return /\bfile=(\S+)/.exec(marker)?.[1];
}

function interpreter(language: string, text: string, script: string): readonly [string, readonly string[]] {
  if (language === 'sh') return ['bash', ['-ec', text]];
  writeFileSync(script, text);
  return [process.execPath, [script]];
}
