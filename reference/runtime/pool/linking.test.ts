import { expect, test } from 'vitest';
import { ask, gist, seven, text, withPool } from './testing/requests.ts';

const badSegment = '(memory 1) (data (i32.const 65536) "a")';
const many = Array.from({ length: 100_000 }, (_, at) => `h${at}.example`);
const noTime = { timeoutMilliseconds: 0 };

test.each([
  ['a hundred tables', '(table 100000 funcref)'.repeat(100), []],
  ['very many grants', '', many],
])('what cannot be linked is told so without any time left, with %s (TIME-LINK)', async (_, tables, grants) => {
  const module = text(`(module ${tables} ${badSegment} (func (export "run") (result i32) i32.const 7))`);
  await withPool({ workers: 1, graceMilliseconds: 1 }, async (pool) => {
    await pool.run(ask(seven));
    const run = {
      ...ask(module),
      ...noTime,
      grants: { http: grants, secret: grants, storage: grants, channel: grants },
    };
    expect(gist(await pool.run(run))).toMatch(/^linker: /);
  });
});
