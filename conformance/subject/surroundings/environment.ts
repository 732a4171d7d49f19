import type { Surroundings } from '../connection.ts';

/** By its value, every process that a subject has started is found again. */
const markVariable = 'PALYRA_CONFORMANCE_MARK';

/** Without these many programs do not start; the rest of the caller's environment stays with the caller. */
const needed = [
  'PATH',
  'HOME',
  ...(process.platform === 'win32'
    ? [
        'SystemRoot',
        'SystemDrive',
        'ComSpec',
        'PATHEXT',
        'USERPROFILE',
        'APPDATA',
        'LOCALAPPDATA',
        'ProgramData',
        'ProgramFiles',
      ]
    : []),
];

const places: Readonly<Record<Surroundings, Readonly<Record<string, string>>>> = {
  usual: { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' },
  unusual: {
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    TZ: 'Pacific/Kiritimati',
    PALYRA_CONFORMANCE_ELSEWHERE: 'yes',
  },
};

export interface EnvironmentParts {
  readonly surroundings: Surroundings;
  readonly temporary: string;
  readonly mark: string;
  /** What the caller wants the subject to have besides, or otherwise. */
  readonly extra: Readonly<Record<string, string>>;
}

export function subjectEnvironment({ surroundings, temporary, mark, extra }: EnvironmentParts): NodeJS.ProcessEnv {
  const passed = needed.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(passed),
    TMPDIR: temporary,
    ...(process.platform === 'win32' && { TMP: temporary, TEMP: temporary }),
    ...places[surroundings],
    ...extra,
    [markVariable]: mark,
  };
}
