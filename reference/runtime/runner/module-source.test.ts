import { describe, expect, test } from 'vitest';
import { defaultPolicy } from './policy.ts';
import { planInput } from './run-plugin.ts';
import { bytesOf, openPolicy, sentenceOn, verdictOn, worldWith } from './testing/world.ts';

const wat = '(module)';
const skill = 'acme.echo';

describe('which check wins', () => {
  const oversized = { policy: { ...openPolicy, maxModuleBytes: 2n } };

  test('a host that runs nothing does not look at the input', () => {
    expect(verdictOn('not JSON', { policy: defaultPolicy })).toBe('runner.disabled');
  });

  test.each([
    ['blank names come in their order', { tool_id: ' ', module_wat: wat }, 'runner.blank-field'],
    ['an unused skill id is judged all the same', { skill_id: '\u0085', module_wat: wat }, 'runner.blank-field'],
    ['an unused skill id is no hindrance', { skill_id: skill, skill_version: '1', module_wat: wat }, 'planned'],
    ['nothing is named', {}, 'runner.no-module-source'],
    ['a module is in both forms', { module_wat: '', module_base64: '' }, 'runner.two-modules'],
    ['a module path stands beside a module', { module_wat: '', module_path: 'a' }, 'runner.inline-with-skill-field'],
    [
      'a tool stands beside both forms',
      { module_wat: '', module_base64: '', tool_id: 'a' },
      'runner.inline-with-skill-field',
    ],
    ['an empty text is an inline module', { module_wat: '', skill_id: skill }, 'runner.empty-module'],
    ['no bytes are no module', { module_base64: '' }, 'runner.empty-module'],
    ['a blank text is a module like any other', { module_wat: ' ' }, 'planned'],
    ['the entrypoint comes before the module', { module_wat: '', entrypoint: 'Run' }, 'runner.bad-entrypoint'],
    ['base64 comes before the entrypoint', { module_base64: '=', entrypoint: 'Run' }, 'runner.bad-base64'],
  ])('%s', (_, input, code) => {
    expect(verdictOn(input)).toBe(code);
  });

  test('inline modules need to be allowed before anything is said of them', () => {
    const policy = { ...openPolicy, allowInlineModules: false };
    const input = { module_wat: '', module_base64: '', tool_id: 'a' };
    expect(verdictOn(input, { policy })).toBe('runner.inline-not-allowed');
    expect(sentenceOn(input, { policy })).toContain('allow_inline_modules=true');
  });

  test('the entrypoint comes before the size, and the size before the capabilities', () => {
    expect(verdictOn({ module_wat: wat, entrypoint: '' }, oversized)).toBe('runner.bad-entrypoint');
    expect(verdictOn({ module_wat: wat, capabilities: { http_hosts: ['*'] } }, oversized)).toBe(
      'runner.module-too-large',
    );
    expect(sentenceOn({ module_wat: wat }, oversized)).toContain('max_module_size_bytes=2');
  });

  test('a module may be as large as the limit', () => {
    const limited = (maxModuleBytes: bigint) => ({ policy: { ...openPolicy, maxModuleBytes } });
    const input = { module_wat: '(module) ;; é' };
    expect(verdictOn(input, limited(14n))).toBe('planned');
    expect(verdictOn(input, limited(13n))).toBe('runner.module-too-large');
  });
});

describe('base64', () => {
  test.each([
    ['AGFzbQEAAAA=', 'planned'],
    ['KG1vZHVsZSk=', 'planned'],
    ['AGFzbQEAAAA', 'runner.bad-base64'],
    ['AGFzbQEAAAB=', 'runner.bad-base64'],
    ['AGFz\nbQEAAAA=', 'runner.bad-base64'],
    [' AGFzbQEAAAA=', 'runner.bad-base64'],
    ['_-8=', 'runner.bad-base64'],
    ['AA==AA==', 'runner.bad-base64'],
  ])('%j', (text, code) => {
    expect(verdictOn({ module_base64: text })).toBe(code);
  });
});

describe('the entrypoint', () => {
  test.each([
    [undefined, 'run'],
    [null, 'run'],
    [' run\u0085', 'run'],
    ['a-b_9', 'a-b_9'],
    ['-'.repeat(300), '-'.repeat(300)],
  ])('%j is called %j', (entrypoint, called) => {
    const plan = planInput(bytesOf({ module_wat: wat, entrypoint }), worldWith().world);
    expect(plan).toMatchObject({ value: { job: { entrypoint: called } } });
  });

  test.each(['', ' ', 'Run', 'a.b', 'a b', '\ufeffrun', 'é', 'a\u0000'])('%j cannot be called', (entrypoint) => {
    expect(verdictOn({ module_wat: wat, entrypoint })).toBe('runner.bad-entrypoint');
  });
});
