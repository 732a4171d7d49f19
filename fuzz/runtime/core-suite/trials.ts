import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code } from '#fixtures/wasm/encoding.ts';
import { ByteReader } from '#reference/runtime/rewrite/byte-reader.ts';
import { sectionId } from '#reference/runtime/rewrite/sections.ts';
import { type Call, enclose } from '../differential/enclose.ts';
import type { NamedTrial } from '../differential/trial.ts';
import { exportedFunction, outlineOf } from '../outline-of.ts';
import { codeOfGiven } from './caller.ts';
import { meter } from './metered-module.ts';
import { type Action, type Command, readScript } from './script.ts';

const budgets = [1, 2, 3, 4, 6, 10, 50, 1_000_000].map(BigInt);
/** Each run makes an instance, and each instance an object of all its exports. */
const mostCalls = 50;
const limits = { memoryBytes: 16n * 65_536n, tableElements: 1000n, instances: 1n };
const grants = { http: 0, secret: 0, storage: 0, channel: 0 };

/**
 * The modules of the suite within the profile, with an entrypoint for every call that the suite makes: all that are made of
 * one in so many modules.
 */
export async function* coreSuiteTrials(folder: string, { oneIn = 1 } = {}): AsyncGenerator<NamedTrial> {
  let turn = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.wast'))) {
    const commands = readScript(readFileSync(join(folder, file)));
    for (const [position, command] of commands.entries()) {
      if (command.kind !== 'module' || turn++ % oneIn !== 0) continue;
      const metered = await meter(command.module);
      if (metered.kind === 'none') continue;
      const calls = await callsOf(metered.bytes, invocations(commands, position, command.name));
      for (let from = 0; from < calls.length; from += mostCalls) {
        const enclosed = enclose(metered.bytes, () => calls.slice(from, from + mostCalls));
        if (enclosed === undefined) break;
        const name = `${file}, command ${position}, from call ${from}`;
        yield { source: 'core suite', name, trial: { ...enclosed, budgets, limits, grants } };
      }
    }
  }
}

/** What is called of the module at this position: by its name, or without one until the next module comes. */
function invocations(commands: readonly Command[], position: number, name: string | undefined): readonly Action[] {
  const rest = commands.slice(position + 1);
  const next = rest.findIndex(({ kind }) => kind === 'module' || kind === 'instance');
  const isLast = (i: number) => next === -1 || i < next;
  return rest.flatMap((command, i) => {
    if (!('action' in command) || command.action.kind === 'get') return [];
    const { instance } = command.action;
    return (instance === undefined ? isLast(i) : instance === name) ? [command.action] : [];
  });
}

async function callsOf(bytes: Uint8Array, actions: readonly Action[]): Promise<readonly Call[]> {
  const outline = outlineOf(bytes);
  const called = actions.map(({ name, given }) => ({ ...exportedFunction(outline, name), given }));
  const codes = bodiesOf(await codeOfGiven(called));
  return called.map(({ index }, i) => ({ function: index, given: codes[i] ?? [] }));
}

/** The code of each function that has no locals, without its end. */
function bodiesOf(bytes: Uint8Array): readonly Code[] {
  const reader = new ByteReader(bytes);
  reader.at = outlineOf(bytes).sections.get(sectionId.code)?.start ?? bytes.length;
  return Array.from({ length: reader.at < bytes.length ? reader.u32() : 0 }, () => {
    const length = reader.u32();
    const start = reader.at;
    reader.skip(length);
    return [...bytes.subarray(start + 1, start + length - 1)];
  });
}
