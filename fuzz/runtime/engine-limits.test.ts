import { expect, test } from 'vitest';
import { type Code, unsigned } from '#fixtures/wasm/encoding.ts';
import * as op from '#fixtures/wasm/operators.ts';
import { moduleHeader } from '#fixtures/wasm/wasm-module.ts';
import { rewriteModule } from '#reference/runtime/rewrite/rewrite-module.ts';
import { moduleCaps } from '#spec/constants.ts';
import { engine, guest, verdict } from './guest.ts';
import { bytes, moduleOf, repeated, section, withRun } from './hostile/large-module.ts';

/** As many types as a module can have, so that those of the meter are too many for the engine. */
function typesAtCap(): Uint8Array<ArrayBuffer> {
  const count = unsigned(moduleCaps.types);
  const types = Buffer.alloc(3 * moduleCaps.types, Uint8Array.of(0x60, 0, 0));
  const size = unsigned(count.length + types.length);
  return Uint8Array.from(Buffer.concat([Uint8Array.from([...moduleHeader, 1, ...size, ...count]), types]));
}

test('a module too large for the engine alone is refused, and the next one runs (RT-ENGINE)', () => {
  expect(engine.prepare(typesAtCap())).toMatchObject({ ok: false, failure: { code: 'runtime.engine-refused' } });
  expect(verdict(guest(op.i32Const(7)))).toBe(7);
});

const noType: Code = [0x60, 0x00, 0x00];
const oneType = section(1, 1, noType);
const emptyBody = section(10, 1, [0x02, 0x00, op.end]);

/** Modules with so many of one thing, valid unless their code is not. */
const withMany: Readonly<
  Record<string, readonly [few: number, many: number, (count: number) => Uint8Array<ArrayBuffer>]>
> = {
  imports: [65_000, 150_000, (count) => moduleOf(oneType, section(2, count, repeated([0, 0, 0, 0], count)))],
  exports: [
    65_000,
    150_000,
    (count) => moduleOf(oneType, section(3, 1, [0]), section(7, count, exportsOf(count)), emptyBody),
  ],
  'targets of a branch table': [
    65_000,
    1_000_000,
    (count) => withRun(bytes(op.i32Const(7), op.i32Const(0), [0x0e, unsigned(count)], repeated([0], count + 1))),
  ],
  'entries of an element segment': [
    1_000_000,
    10_000_001,
    (count) =>
      moduleOf(
        oneType,
        section(3, 1, [0]),
        section(9, 1, bytes([0x01, 0x00], unsigned(count), repeated([0], count))),
        emptyBody,
      ),
  ],
};

/** Each has a name of its own, of four bytes. */
function exportsOf(count: number): Uint8Array {
  const items = Buffer.alloc(7 * count);
  for (let i = 0; i < count; i++) {
    items[7 * i] = 4;
    for (let k = 0; k < 4; k++) items[7 * i + 1 + k] = 0x21 + (Math.floor(i / 90 ** k) % 90);
  }
  return items;
}

test.each(Object.entries(withMany))(
  'more %s than the engine takes are no fault of the module, which is refused as the engine does (RT-ENGINE)',
  (_, [few, many, module]) => {
    expect(engine.prepare(module(few)).ok).toBe(true);
    const prepared = engine.prepare(module(many));
    if (!prepared.ok) expect(prepared.failure.code).toBe('runtime.engine-refused');
  },
);

test('a module that is not valid is not excused by how much it has of something', () => {
  const count = 66_000;
  const unknownLocal = section(10, 1, bytes([0x05, 0x00, 0x20, 0x00, 0x1a, op.end]));
  const imports = section(2, count, repeated([0, 0, 0, 0], count));
  const invalid = moduleOf(oneType, imports, section(3, 1, [0]), unknownLocal);
  expect(engine.prepare(invalid)).toMatchObject({ failure: { code: 'runtime.invalid' } });
});

test('a function that only its meter makes too large is refused as the engine would (RT-ENGINE)', () => {
  const loops = withRun(bytes(repeated([0x03, op.none, op.end], 600_000), op.i32Const(7)));
  expect(engine.prepare(loops)).toMatchObject({ failure: { code: 'runtime.engine-refused' } });
});

const unconditional: readonly (readonly [what: string, unit: Code, labels: number])[] = [
  ['blocks', op.block(op.none, []), 1],
  ['conditions', [op.i32Const(0), op.ifThen(op.none, [], [])], 2],
  ['loops', op.loop(op.none, []), 4],
];

test.each(unconditional)(
  'a function may have few locals and many %s, but not many of both (RT-BULK)',
  (_, unit, labels) => {
    const locals: Code = [0x01, unsigned(25_000), op.i32];
    const most = moduleCaps.localsAtLabels / 25_000 / labels;
    const module = (times: number) => withRun(bytes(repeated(unit, times), op.i32Const(7)), { locals });
    const failure = { code: 'runtime.too-large', what: 'localsAtLabels', limit: moduleCaps.localsAtLabels };
    expect(rewriteModule(module(most)).ok).toBe(true);
    expect(rewriteModule(module(most + 1))).toMatchObject({ failure });
  },
);

test('a function may call what gives a thousand values, but not so often that a validator runs out of memory (RT-BULK)', () => {
  const type = (times: number) => bytes([0x60, 0x00], unsigned(times), repeated([op.i32], times));
  const gives = (times: number) => repeated([0x41, 0x00], times);
  const body = (code: Uint8Array) => bytes(unsigned(code.length + 2), [0x00], code, [op.end]);
  const calls = (times: number) => {
    const leaves = bytes(repeated([0x10, 0x00], times), [0x00]);
    const code = bytes(body(gives(1000)), body(leaves));
    return moduleOf(section(1, 1, type(1000)), section(3, 2, [0, 0]), section(10, 2, code));
  };
  const most = moduleCaps.values / 1000;
  const failure = { code: 'runtime.too-large', what: 'values', limit: moduleCaps.values };
  expect(engine.prepare(calls(most)).ok).toBe(true);
  expect(engine.prepare(calls(most + 1))).toMatchObject({ failure });
  expect(engine.prepare(calls(300_000))).toMatchObject({ failure });
});

test('a profile of a module has counters with short names, however long those of the guest are', () => {
  const module = withRun(bytes(op.i32Const(7)), { times: 1000, names: ['~'.repeat(90_000), '~0~', '~1~counter7'] });
  const rewritten = rewriteModule(module, { profiled: true });
  expect(rewritten.ok && rewritten.value.controls.counters).toBe('~2~counter');
  expect(rewritten.ok && rewritten.value.bytes.length).toBeLessThan(500_000);
});

test('a profile of more functions than there is room for is no fault of the module', () => {
  const module = withRun(bytes(op.i32Const(7)), { times: 100_001 });
  expect(rewriteModule(module).ok).toBe(true);
  expect(rewriteModule(module, { profiled: true })).toMatchObject({ failure: { code: 'runtime.engine-refused' } });
});
