import { describe, expect, test } from 'vitest';
import { parseRunInput } from './input.ts';
import { noCapabilities } from './policy.ts';
import { sentenceOn, verdictOn } from './testing/world.ts';

const module = '(module)';

describe('the shape of the input', () => {
  test('an object with nothing in it is read, and asks for nothing', () => {
    expect(parseRunInput(Buffer.from('{} \n'))).toEqual({
      ok: true,
      value: { texts: new Map(), capabilities: noCapabilities },
    });
  });

  test('null is as good as absence, and an empty text is a text', () => {
    const read = parseRunInput(
      Buffer.from('{"skill_id": null, "module_wat": "", "capabilities": {"channels": ["a"]}}'),
    );
    expect(read).toEqual({
      ok: true,
      value: { texts: new Map([['module_wat', '']]), capabilities: { ...noCapabilities, channels: ['a'] } },
    });
  });

  test.each([
    ['', 'runner.not-json'],
    ['{"module_wat": "\\ud800"}', 'runner.not-json'],
    ['{"module_wat": "a\tb"}', 'runner.not-json'],
    ['\ufeff{}', 'runner.not-json'],
    ['{} x', 'runner.not-json'],
    ['{"module_wat": "a",}', 'runner.not-json'],
    ['['.repeat(100_000), 'runner.not-json'],
    ['{"module_wat": "a", "module_wat": "a"}', 'runner.repeated-field'],
    ['{"capabilities": {"secrets": [], "secrets": []}}', 'runner.repeated-field'],
    ['{"dev": true}', 'runner.unknown-field'],
    ['{"__proto__": {}}', 'runner.unknown-field'],
    ['{"capabilities": {"hosts": []}}', 'runner.unknown-field'],
    ['null', 'runner.wrong-type'],
    ['"text"', 'runner.wrong-type'],
    ['{"entrypoint": 1}', 'runner.wrong-type'],
    ['{"module_base64": ["AA=="]}', 'runner.wrong-type'],
    ['{"capabilities": null}', 'runner.wrong-type'],
    ['{"capabilities": {"secrets": null}}', 'runner.wrong-type'],
    ['{"capabilities": {"secrets": "a"}}', 'runner.wrong-type'],
    ['{"capabilities": {"secrets": [null]}}', 'runner.wrong-type'],
  ])('%j is no input', (text, code) => {
    expect(verdictOn(text)).toBe(code);
  });

  test('bytes that are not UTF-8 are no input', () => {
    expect(parseRunInput(new Uint8Array([0x22, 0xff, 0x22]))).toMatchObject({ failure: { code: 'runner.not-json' } });
  });

  test('NUL may stand in a text as an escape', () => {
    expect(verdictOn('{"module_wat": "(module) ;;\\u0000"}')).toBe('planned');
  });

  test('an unknown field is named', () => {
    expect(sentenceOn({ dev: true })).toMatch(/unknown field.*dev/);
    expect(sentenceOn({ capabilities: { hosts: [] } })).toMatch(/capabilities .*unknown field.*hosts/);
  });
});

describe('the positional form', () => {
  const seven = [null, null, null, null, module, null, null];

  test.each([
    [seven, 'planned'],
    [[...seven, {}], 'planned'],
    [[...seven, []], 'planned'],
    [[...seven, [[], [], [], []]], 'planned'],
    [[...seven, [['a.example']]], 'runner.denied'],
    [seven.slice(1), 'runner.wrong-type'],
    [[], 'runner.wrong-type'],
    [[...seven, {}, null], 'runner.wrong-type'],
    [[...seven, null], 'runner.wrong-type'],
    [[...seven, [[], [], [], [], []]], 'runner.wrong-type'],
    [[...seven, [null]], 'runner.wrong-type'],
  ])('%j', (input, code) => {
    expect(verdictOn(input)).toBe(code);
  });

  test('a list of capabilities may be an array in an object too', () => {
    expect(verdictOn({ module_wat: module, capabilities: [[], [' ']] })).toBe('planned');
  });
});
