import type { Exports } from '#reference/runtime/engine/web-assembly.ts';
import type { RuntimeFailure } from '#spec/failure/runtime.ts';
import { type ActionCommand, act, type Instance } from './act.ts';
import { type Group, joinGroups, profile, type Tally } from './groups.ts';
import { instantiateMetered, meter } from './metered-module.ts';
import type { Command, WrittenModule } from './script.ts';
import { unlikeTrap } from './traps.ts';

interface Playing {
  readonly host: Exports;
  readonly tally: Tally;
  /** Something that is not as the suite has it. */
  readonly fail: (what: string) => void;
}

/** There is no instance where the module, or one that it is linked to, is refused or beyond this engine. */
interface Loaded {
  group: Group;
  instance: Instance | undefined;
}

interface Linked {
  readonly group: Group;
  readonly instantiate?: () => Instance;
  readonly failure?: RuntimeFailure;
}

type OtherCommand = Exclude<Command, ActionCommand>;

/** Carries out the commands of one script on metered modules. */
export async function play(commands: readonly Command[], playing: Playing): Promise<void> {
  const player = new Player(playing);
  let actions: ActionCommand[] = [];
  for (const command of commands) {
    if ('action' in command) {
      actions.push(command);
      continue;
    }
    // What is called in a row shares a caller; the next module may take over the name of the last.
    await player.act(actions);
    actions = [];
    await player.carryOut(command);
  }
  await player.act(actions);
}

class Player {
  readonly #playing: Playing;
  readonly #instances = new Map<string | undefined, Loaded>();
  readonly #registered = new Map<string, Loaded>();
  readonly #definitions = new Map<string | undefined, WrittenModule>();

  constructor(playing: Playing) {
    this.#playing = playing;
  }

  async act(commands: readonly ActionCommand[]): Promise<void> {
    const { tally, fail } = this.#playing;
    const planned = commands.flatMap((command) => {
      const { group, instance } = known(this.#instances, command.action.instance);
      tally.add(command.kind, group);
      if (instance === undefined && group === profile) fail(`${command.kind}: nobody is there to carry it out`);
      return instance === undefined ? [] : [{ command, instance }];
    });
    await act(planned, fail);
  }

  async carryOut(command: OtherCommand): Promise<void> {
    const { kind } = command;
    switch (kind) {
      case 'module':
        return this.#load(command.name, command.module);
      case 'definition': {
        const { group, failure } = await this.#link(command.module);
        this.#count(kind, group, failure);
        this.#definitions.set(command.name, command.module);
        return;
      }
      case 'instance':
        return this.#load(command.name, known(this.#definitions, command.definition));
      case 'register':
        this.#registered.set(command.as, known(this.#instances, command.instance));
        return;
      default:
        return this.#refuse(command);
    }
  }

  async #load(name: string | undefined, written: WrittenModule): Promise<void> {
    const { group, instantiate, failure } = await this.#link(written);
    this.#count('module', group, failure);
    const loaded = { group, instance: instantiate?.() };
    this.#instances.set(undefined, loaded);
    if (name !== undefined) this.#instances.set(name, loaded);
  }

  async #refuse(command: Extract<OtherCommand, { readonly message: string }>): Promise<void> {
    const { kind, module, message } = command;
    const { group, instantiate, failure } = await this.#link(module);
    if (kind !== 'assert_invalid' && kind !== 'assert_malformed') this.#count(kind, group, failure);
    else this.#playing.tally.add(kind, group === profile && failure !== undefined ? failure.code : group);
    if (instantiate === undefined) return;
    const unlike = kind === 'assert_trap_module' ? unlikeTrap(instantiate, message) : unlikeFault(kind, instantiate);
    if (unlike !== undefined) this.#playing.fail(`${kind} ${message}: ${unlike}`);
  }

  /** A module of the suite that is valid may be outside of the profile, and fail for nothing else. */
  #count(kind: string, group: Group, failure: RuntimeFailure | undefined): void {
    this.#playing.tally.add(kind, group);
    const code = failure?.code ?? 'runtime.excluded-feature';
    if (code !== 'runtime.excluded-feature' && code !== 'runtime.missing-feature') {
      this.#playing.fail(`${kind}: it is refused as ${code}`);
    }
  }

  /** What is there to instantiate, and the group of everything that it would be made of. */
  async #link(written: WrittenModule): Promise<Linked> {
    const metered = await meter(written);
    const linked = metered.imports.flatMap((each) => this.#registered.get(each.module) ?? []);
    const group = joinGroups([metered.group, ...linked.map((each) => each.group)]);
    // Whoever shares a memory or a table with a module that does not run misses what it would do to them.
    for (const each of linked) each.group = group;
    const isHere = metered.kind === 'module' && linked.every(({ instance }) => instance !== undefined);
    if (!isHere) for (const each of linked) each.instance = undefined;
    if (metered.kind === 'none') return { group, failure: metered.failure };
    if (!isHere) return { group };
    const exports = [...this.#registered].map(([name, { instance }]) => [name, instance?.exports] as const);
    const imports = Object.fromEntries([['spectest', this.#playing.host], ...exports]);
    return { group, instantiate: () => ({ exports: instantiateMetered(metered, imports), outline: metered.declared }) };
  }
}

/** What is to be refused before it is linked cannot come as far; what cannot be linked says so. */
function unlikeFault(kind: 'assert_invalid' | 'assert_malformed' | 'assert_unlinkable', instantiate: () => Instance) {
  if (kind !== 'assert_unlinkable') return 'it is taken';
  try {
    instantiate();
    return 'it is linked';
  } catch (error) {
    return error instanceof Error && error.name === 'LinkError' ? undefined : `it ends with ${error}`;
  }
}

function known<T>(things: ReadonlyMap<string | undefined, T>, name: string | undefined): T {
  const thing = things.get(name);
  if (thing === undefined) throw new RangeError(`There is nothing called ${name}.`);
  return thing;
}
