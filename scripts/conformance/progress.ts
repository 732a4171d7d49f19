import type { Progress } from '#conformance/run-suite.ts';
import type { Shell } from '../cli/shell.ts';

export interface ProgressDisplay {
  show(progress: Progress): void;
  end(): void;
}

const everyMs = { terminal: 100, lines: 5000 } as const;

/**
 * How far a run has come: on a terminal one line that rewrites itself, in CI a line every few seconds, and nothing where
 * nobody looks.
 */
export function progressDisplay(shell: Shell, nowMs = () => performance.now()): ProgressDisplay {
  const line = rewritingLine(shell);
  const inCi = isSet(shell.env['CI']);
  if (!line.isShown && !inCi) return { show: () => {}, end: () => {} };
  const started = nowMs();
  let shown = line.isShown ? Number.NEGATIVE_INFINITY : started;
  return {
    show: (progress) => {
      const now = nowMs();
      if (now - shown < (line.isShown ? everyMs.terminal : everyMs.lines)) return;
      shown = now;
      const text = progressText(progress, (now - started) / 1000);
      if (line.isShown) line.show(text);
      else shell.writeStderr(`${text}\n`);
    },
    end: line.end,
  };
}

export interface RewritingLine {
  /** Only on a terminal that can do it. */
  readonly isShown: boolean;
  show(text: string): void;
  /** Leaves no half line behind. */
  end(): void;
}

export function rewritingLine({ env, terminal, writeStderr }: Shell): RewritingLine {
  if (!terminal.stderr || env['TERM'] === 'dumb') return { isShown: false, show: () => {}, end: () => {} };
  return {
    isShown: true,
    show: (text) => writeStderr(`\r\u001b[K${text}`),
    end: () => writeStderr('\r\u001b[K'),
  };
}

export function progressText({ done, planned, failed }: Progress, seconds: number): string {
  const rate = seconds > 0 ? done / seconds : 0;
  const parts = [
    `${done}/${planned} cases`,
    `${Math.round(rate)}/s`,
    `${failed} failed`,
    ...(rate > 0 ? [`${duration((planned - done) / rate)} left`] : []),
  ];
  return parts.join(', ');
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== 'false' && value !== '0';
}
