import { expect, test } from 'vitest';
import { capabilityModule } from '#spec/constants.ts';
import { i32 } from '../rewrite/value-type.ts';
import { importsToLink } from './link.ts';

const count = { module: capabilityModule, name: 'http-count', type: { params: [], results: [i32] } };
const handle = { module: capabilityModule, name: 'http-handle', type: { params: [i32], results: [i32] } };
const mistyped = { ...count, type: handle.type };
const unknown = { ...count, module: 'env' };

test.each([
  ['each function once', [count, handle, { ...count }], [count, handle]],
  ['the first that nobody has, before those of another type', [count, mistyped, unknown, unknown], [unknown]],
  ['the first of another type', [count, mistyped, handle], [mistyped]],
])('of many imports there is kept %s', (_, imports, kept) => {
  expect(importsToLink(imports)).toEqual(kept);
});
