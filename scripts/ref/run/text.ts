import { describeCause } from '#spec/failure/runner.ts';
import { describeRuntime } from '#spec/failure/runtime.ts';
import { reasons } from '#spec/reasons.ts';
import { runnerDefaults } from '#spec/runner.ts';
import { type Paint, printable } from '../../cli/terminal.ts';
import { columns, wrap } from '../../cli/wrap.ts';
import { explain } from './explain/explain.ts';
import { whereStopped } from './explain/where.ts';
import { type GrantedHandles, grantedHandles } from './handles.ts';
import { profileText } from './profile-text.ts';
import { showBytes, showCount } from './quantities.ts';
import { fuelUsed, type RunResult } from './result.ts';
import { traceText } from './trace-text.ts';

export interface Shown {
  readonly explain: boolean;
  readonly trace: boolean;
  readonly profile: boolean;
}

const unknown = 'not known: the run had to be ended from outside';

export function resultText(result: RunResult, shown: Shown, paint: Paint): string {
  const handles = grantedHandles(result.plan);
  const { measured, insight, ending } = result;
  const sections = [headline(result, paint) + columns(rows(result, handles), 2)];
  if (shown.explain) sections.push(explanationText(result, paint));
  if (shown.trace) {
    const calls = measured === undefined ? `  ${unknown}\n` : traceText(measured.hostCalls, handles);
    sections.push(`${paint('bold', 'Host calls')}\n${calls}`);
  }
  if (shown.profile) {
    const profile = measured === undefined ? `  ${unknown}\n` : profileText(insight?.profile ?? []);
    sections.push(`${paint('bold', 'Fuel by function')}\n${profile}`);
  }
  if (!shown.explain && ending.kind !== 'finished') sections.push('--explain says why, and what to try next.\n');
  return sections.join('\n');
}

function headline(result: RunResult, paint: Paint): string {
  const { ending } = result;
  switch (ending.kind) {
    case 'finished':
      return `${paint('bold', 'finished')} with exit code ${ending.exitCode}\n`;
    case 'stopped': {
      const what = `${describeCause(ending.cause)}${whereStopped(result)}`;
      return `${paint('red', 'stopped')} (${ending.class}): ${printable(what)}\n`;
    }
    case 'refused': {
      const { failure } = ending;
      const { requirement } = reasons[failure.code];
      return `${paint('red', 'refused')} ${failure.code} (${requirement}): ${printable(describeRuntime(failure))}\n`;
    }
    default:
      return ending satisfies never;
  }
}

function rows(result: RunResult, handles: GrantedHandles): readonly (readonly string[])[] {
  const { plan, measured } = result;
  const { limits, timeoutMs, entrypoint } = plan.job;
  const used = fuelUsed(result);
  const fuel =
    measured === undefined || used === undefined
      ? unknown
      : `${showCount(used)} used, ${showCount(measured.fuelLeft)} left of ${showCount(limits.fuelBudget)}`;
  const memory =
    measured === undefined
      ? unknown
      : `${showBytes(BigInt(measured.peakMemoryBytes))} at its peak, of ${showBytes(limits.memoryBytes)}`;
  return [
    ...moduleRows(result),
    ['entrypoint', entrypoint],
    ['fuel', fuel],
    ['memory', memory],
    ['time', `${timeoutMs} ms at most`],
    ...handleRows(handles),
    ['host calls', measured === undefined ? unknown : showCount(measured.hostCalls.count)],
  ].map((row) => row.map(printable));
}

function moduleRows({ path, plan }: RunResult): readonly (readonly string[])[] {
  const { skill } = plan.source;
  const bytes = plan.job.module.length;
  const most = runnerDefaults.maxModuleBytes;
  const note = bytes > most ? `; a host takes ${showCount(most)} unless its policy says otherwise` : '';
  const module = `${skill?.modulePath ?? (path === '-' ? 'standard input' : path)}, ${showCount(bytes)} bytes${note}`;
  if (skill === undefined) return [['module', module]];
  const { skillId, version, toolId } = skill;
  return [['skill', `${skillId} ${version}`], ...(toolId === undefined ? [] : [['tool', toolId]]), ['module', module]];
}

function handleRows(handles: GrantedHandles): readonly (readonly string[])[] {
  const granted = handles.filter(([, list]) => list.length > 0);
  if (granted.length === 0) return [['handles', 'none; --http, --secret, --storage and --channel grant some']];
  return granted.map(([capability, list], at) => [
    at === 0 ? 'handles' : '',
    `${capability} ${list.map(({ handle, grant }) => `${handle} ${grant}`).join(', ')}`,
  ]);
}

function explanationText(result: RunResult, paint: Paint): string {
  const { what, details, next } = explain(result);
  const why = [what, ...details].map((each) => `${wrap(printable(each), 2)}\n`);
  const steps = next.map((each) => `${wrap(`- ${printable(each)}`, 2, 4)}\n`);
  const tried = steps.length === 0 ? '' : `\n${paint('bold', 'What to try')}\n${steps.join('')}`;
  return `${paint('bold', 'Why')}\n${why.join('')}${tried}`;
}
