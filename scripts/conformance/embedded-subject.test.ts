import { expect, test } from 'vitest';
import { embeddedSubject } from './embedded-subject.ts';
import { parametersOf } from './names-option.ts';

test('the reference lets the process hear its signals, and only now and then', async () => {
  let now = 0;
  let heard = 0;
  const subject = embeddedSubject(parametersOf('shipped'), () => now);
  const ask = async () => {
    setImmediate(() => heard++);
    const before = heard;
    await subject.call('key.parse', { key: new Uint8Array(32) });
    return heard > before;
  };
  expect(await ask()).toBe(false);
  now = 200;
  expect(await ask()).toBe(true);
  expect(await ask()).toBe(false);
});
