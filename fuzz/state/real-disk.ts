import fs from 'node:fs';

/** The calls that the state and the database driver make, as they were before anything was played. */
export const real: Readonly<Record<string, unknown>> = Object.fromEntries(
  [
    'accessSync',
    'closeSync',
    'existsSync',
    'fstatSync',
    'fsyncSync',
    'ftruncateSync',
    'linkSync',
    'lstatSync',
    'mkdirSync',
    'mkdtempSync',
    'openSync',
    'readFileSync',
    'readSync',
    'readdirSync',
    'readlinkSync',
    'renameSync',
    'rmSync',
    'rmdirSync',
    'statSync',
    'symlinkSync',
    'unlinkSync',
    'writeFileSync',
    'writeSync',
  ].map((name) => [name, (fs as unknown as Record<string, unknown>)[name]]),
);

/** With their types, for whoever plays with them. */
export const disk = { ...fs };
