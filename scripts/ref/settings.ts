import { join, posix, resolve, win32 } from 'node:path';
import type { Host } from '#reference/artifact/inspect.ts';
import { isBlank, trim } from '#reference/text/white-space.ts';
import { names, runtime } from '#spec/constants.ts';
import { ok } from '#spec/result.ts';
import { type Outcome, refuse } from '../cli/problem.ts';
import type { Shell } from '../cli/shell.ts';
import { isText } from '../cli/terminal.ts';
import type { GlobalOptions } from './options.ts';

export function hostOf(options: GlobalOptions): Host {
  return { names: names[options.names], runtime };
}

/** An option counts before its variable, and a variable before the default of the platform. */
export function stateRoot(options: GlobalOptions, shell: Shell): Outcome<string> {
  const given = folderFrom(options['state-root'], 'PALYRA_STATE_ROOT', shell);
  if (!given.ok) return given;
  return given.value === undefined ? platformStateRoot(shell) : ok(given.value);
}

export function vaultFolder(options: GlobalOptions, shell: Shell): Outcome<string> {
  const backend = variable(shell, 'PALYRA_VAULT_BACKEND', { mayBeBlank: true });
  if (!backend.ok) return backend;
  const value = trim(backend.value ?? '');
  if (!['', 'auto', 'default', 'encrypted_file'].includes(value)) {
    return refuse({
      code: 'cli.bad-value',
      source: 'PALYRA_VAULT_BACKEND',
      value,
      wanted: 'auto, default or encrypted_file',
    });
  }
  const given = folderFrom(options['vault-dir'], 'PALYRA_VAULT_DIR', shell);
  if (!given.ok) return given;
  return given.value === undefined ? below(stateRoot(options, shell), 'vault') : ok(given.value);
}

export function trustStorePath(flag: string | undefined, options: GlobalOptions, shell: Shell): Outcome<string> {
  if (flag !== undefined) return ok(flag);
  const given = variable(shell, 'PALYRA_SKILLS_TRUST_STORE');
  if (!given.ok) return given;
  return given.value === undefined ? below(stateRoot(options, shell), 'skills', 'trust-store.json') : ok(given.value);
}

/** The clock, unless SOURCE_DATE_EPOCH asks for a build that can be repeated byte for byte. */
export function buildTimeUnixMs(shell: Shell): Outcome<bigint> {
  const source = 'SOURCE_DATE_EPOCH';
  const given = variable(shell, source);
  if (!given.ok) return given;
  if (given.value === undefined) return ok(shell.nowUnixMs());
  if (!/^[0-9]{1,15}$/.test(given.value)) {
    return refuse({
      code: 'cli.bad-value',
      source,
      value: given.value,
      wanted: 'a whole number of seconds since 1970',
    });
  }
  return ok(BigInt(given.value) * 1000n);
}

/** A variable that is set and blank is nearly always a mistake of the script that set it. */
export function variable(shell: Shell, name: string, { mayBeBlank = false } = {}): Outcome<string | undefined> {
  const value = shell.env[name];
  if (value === undefined) return ok(undefined);
  if (!mayBeBlank && isBlank(value)) return refuse({ code: 'cli.blank', source: name });
  return isText(value) ? ok(value) : refuse({ code: 'cli.not-utf8', source: name });
}

function folderFrom(flag: string | undefined, name: string, shell: Shell): Outcome<string | undefined> {
  const given = flag === undefined ? variable(shell, name) : ok(flag);
  return given.ok && given.value !== undefined ? ok(resolve(shell.folder, given.value)) : given;
}

function below(folder: Outcome<string>, ...names: readonly string[]): Outcome<string> {
  return folder.ok ? ok(join(folder.value, ...names)) : folder;
}

interface Place {
  readonly variable: string;
  readonly below: readonly string[];
}

const posixPlaces: readonly Place[] = [
  { variable: 'XDG_STATE_HOME', below: ['palyra'] },
  { variable: 'HOME', below: ['.local', 'state', 'palyra'] },
];

const windowsPlaces: readonly Place[] = [
  { variable: 'LOCALAPPDATA', below: ['Palyra'] },
  { variable: 'APPDATA', below: ['Palyra'] },
];

/** These variables belong to the system: a blank or relative one counts as not set, as their own standard has it. */
function platformStateRoot({ env, platform }: Shell): Outcome<string> {
  const [path, places] = platform === 'win32' ? ([win32, windowsPlaces] as const) : ([posix, posixPlaces] as const);
  for (const { variable, below } of places) {
    const folder = env[variable] ?? '';
    if (path.isAbsolute(folder)) return ok(path.join(folder, ...below));
  }
  return refuse({ code: 'cli.no-state-root', variables: places.map(({ variable }) => variable).join(', ') });
}
