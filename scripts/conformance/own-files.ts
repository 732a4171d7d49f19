import type { BaselineCheck } from '#conformance/baseline/known-failures.ts';
import { describeFileProblem, type FileProblem } from '#conformance/blocks/problem.ts';
import type { ReasonMapUse } from '#conformance/reason-map/reason-for.ts';
import { ok } from '#spec/result.ts';
import { readInput } from '../cli/io.ts';
import { type Outcome, refuse } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { refuseHarness } from './harness-failure.ts';

/** Far above every file that a person writes for this suite. */
const mostBytes = 16 * 2 ** 20;

/** Ready to be shown a run. */
export async function readBaseline(path: string, shell: Shell): Promise<Outcome<BaselineCheck>> {
  const bytes = readOwnFile(shell, path);
  if (!bytes.ok) return bytes;
  const [{ parseBaseline }, { startBaseline }, { cases }] = await Promise.all([
    import('#conformance/baseline/parse.ts'),
    import('#conformance/baseline/known-failures.ts'),
    import('#conformance/cases/index.ts'),
  ]);
  const parsed = parseBaseline(bytes.value);
  if (!parsed.ok) return refuseFile('harness.bad-baseline', path, parsed.problems);
  const ids = cases.map(({ id }) => id);
  return ok(startBaseline(parsed.baseline, todayOf(shell), ids));
}

/** As it is, for whoever changes it; one that is not there yet is empty. */
export async function readBaselineText(path: string, shell: Shell): Promise<Outcome<string>> {
  const bytes = readOwnFile(shell, path);
  if (!bytes.ok) return bytes.failure.code === 'cli.file-not-found' ? ok('') : bytes;
  const { decodeFile } = await import('#conformance/blocks/read-blocks.ts');
  const decoded = decodeFile(bytes.value);
  return decoded.ok ? ok(decoded.text) : refuseFile('harness.bad-baseline', path, decoded.problems);
}

export async function readReasonMap(path: string, shell: Shell): Promise<Outcome<ReasonMapUse>> {
  const bytes = readOwnFile(shell, path);
  if (!bytes.ok) return bytes;
  const [{ parseReasonMap }, { useReasonMap }] = await Promise.all([
    import('#conformance/reason-map/parse.ts'),
    import('#conformance/reason-map/reason-for.ts'),
  ]);
  const parsed = parseReasonMap(bytes.value);
  return parsed.ok ? ok(useReasonMap(parsed.map)) : refuseFile('harness.bad-reason-map', path, parsed.problems);
}

function readOwnFile(shell: Shell, path: string): Outcome<Uint8Array> {
  const problem = () => ({ code: 'cli.input-too-large', source: path, limit: mostBytes }) as const;
  const file = readInput(shell, path, { bytes: mostBytes, problem });
  return file.ok ? ok(file.value.bytes) : file;
}

/** As in 2031-12-31, which is the same everywhere at a moment. */
function todayOf({ nowUnixMs }: Shell): string {
  return new Date(Number(nowUnixMs())).toISOString().slice(0, 10);
}

export function refuseFile(code: `harness.${string}`, path: string, problems: readonly FileProblem[]): Outcome<never> {
  const [first] = problems;
  if (first === undefined) return refuse({ code: 'cli.empty-input', source: path });
  const more = problems.length === 1 ? '' : `, and ${problems.length - 1} more like it`;
  return refuseHarness('misuse', code, { message: `${path}, ${describeFileProblem(first)}${more}.` });
}
