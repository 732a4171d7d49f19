import { type Expression, type List, parseScript } from './expression.ts';

/** A function of an instance called, or one of its globals read; without a name it is the last instance. */
export interface Action {
  readonly kind: 'invoke' | 'get';
  readonly instance: string | undefined;
  readonly name: string;
  readonly given: readonly List[];
}

/** A module as the suite writes it: as text or bytes, or as a text that may be none. */
export interface WrittenModule {
  readonly form: 'text' | 'binary' | 'quote';
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type Command =
  | { readonly kind: 'module'; readonly name: string | undefined; readonly module: WrittenModule }
  | { readonly kind: 'definition'; readonly name: string | undefined; readonly module: WrittenModule }
  | { readonly kind: 'instance'; readonly name: string | undefined; readonly definition: string | undefined }
  | { readonly kind: 'register'; readonly as: string; readonly instance: string | undefined }
  | { readonly kind: 'invoke'; readonly action: Action }
  | { readonly kind: 'assert_return'; readonly action: Action; readonly expected: readonly List[] }
  | { readonly kind: 'assert_trap' | 'assert_exhaustion'; readonly action: Action; readonly message: string }
  | { readonly kind: 'assert_exception'; readonly action: Action }
  | { readonly kind: ModuleAssertion; readonly module: WrittenModule; readonly message: string };

type ModuleAssertion = 'assert_trap_module' | 'assert_invalid' | 'assert_malformed' | 'assert_unlinkable';

/** A script without commands is one module. */
export function readScript(bytes: Buffer): readonly Command[] {
  const lists = parseScript(bytes.toString('latin1'));
  const isBare = lists.some((list) => headOf(list) === 'func');
  return isBare
    ? [{ kind: 'module', name: undefined, module: { form: 'text', bytes: copyOf(bytes) } }]
    : lists.map(command);
}

function command(list: List): Command {
  const kind = headOf(list);
  const [, second, third] = list.items;
  switch (kind) {
    case 'module':
      return moduleCommand(list);
    case 'register':
      return { kind, as: textOf(second), instance: third && wordOf(third) };
    case 'invoke':
      return { kind, action: actionOf(list) };
    case 'assert_return':
      return { kind, action: actionOf(second), expected: list.items.slice(2).map(listOf) };
    case 'assert_exception':
      return { kind, action: actionOf(second) };
    case 'assert_exhaustion':
      return { kind, action: actionOf(second), message: textOf(third) };
    case 'assert_trap':
      return headOf(second) === 'module'
        ? { kind: 'assert_trap_module', module: writtenModule(listOf(second)), message: textOf(third) }
        : { kind, action: actionOf(second), message: textOf(third) };
    case 'assert_invalid':
    case 'assert_malformed':
    case 'assert_unlinkable':
      return { kind, module: writtenModule(listOf(second)), message: textOf(third) };
    default:
      throw new SyntaxError(`There is no command ${kind}.`);
  }
}

function moduleCommand(list: List): Command {
  const [, second, third, fourth] = list.items;
  const verb = wordOf(second);
  if (verb === 'instance') return { kind: 'instance', name: nameOf(third), definition: nameOf(fourth) };
  const name = nameOf(verb === 'definition' ? third : second);
  return { kind: verb === 'definition' ? 'definition' : 'module', name, module: writtenModule(list) };
}

function writtenModule({ items, source }: List): WrittenModule {
  const words = items.slice(0, 4).map(wordOf);
  const form = words.find((word) => word === 'binary' || word === 'quote');
  if (form === undefined) return { form: 'text', bytes: latin1(source.replace(/^\(module\s+definition/, '(module')) };
  const bytes = Buffer.concat(items.flatMap((item) => (item.kind === 'text' ? [item.bytes, ...separator(form)] : [])));
  // What is quoted are the fields of a module, or a module.
  const isWhole = form === 'binary' || /^\s*\(module/.test(bytes.toString('latin1'));
  return { form, bytes: isWhole ? copyOf(bytes) : latin1(`(module ${bytes.toString('latin1')})`) };
}

function separator(form: 'binary' | 'quote'): readonly Buffer[] {
  return form === 'quote' ? [Buffer.from(' ')] : [];
}

function actionOf(expression: Expression | undefined): Action {
  const list = listOf(expression);
  const kind = headOf(list);
  if (kind !== 'invoke' && kind !== 'get') throw new SyntaxError(`There is no action ${kind}.`);
  const instance = nameOf(list.items[1]);
  const [name, ...given] = list.items.slice(instance === undefined ? 1 : 2);
  return { kind, instance, name: textOf(name), given: given.map(listOf) };
}

export function headOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'list' ? wordOf(expression.items[0]) : undefined;
}

export function wordOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'word' ? expression.word : undefined;
}

function nameOf(expression: Expression | undefined): string | undefined {
  const word = wordOf(expression);
  return word?.startsWith('$') ? word : undefined;
}

function textOf(expression: Expression | undefined): string {
  if (expression?.kind !== 'text') throw new SyntaxError('A string is missing.');
  return Buffer.from(expression.bytes).toString('utf8');
}

function listOf(expression: Expression | undefined): List {
  if (expression?.kind !== 'list') throw new SyntaxError('A list is missing.');
  return expression;
}

function latin1(text: string): Uint8Array<ArrayBuffer> {
  return copyOf(Buffer.from(text, 'latin1'));
}

function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
