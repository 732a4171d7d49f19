import { describe, expect, test } from 'vitest';
import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import { planInput } from './run-plugin.ts';
import { allowing, bytesOf, sentenceOn, verdictOn, worldWith } from './testing/world.ts';

function asking(which: CapabilityClass, ...values: readonly string[]) {
  return { module_wat: '(module)', capabilities: { [which]: values } };
}

function granted(which: CapabilityClass, asked: readonly string[], allowed: readonly string[]) {
  const { world } = worldWith({ policy: allowing({ [which]: allowed }) });
  const plan = planInput(bytesOf(asking(which, ...asked)), world);
  return plan.ok ? plan.value.granted[which] : plan.failure.code;
}

describe('one spelling for each value', () => {
  test.each<[CapabilityClass, string, string]>([
    ['http_hosts', ' API.Example.COM... ', 'api.example.com'],
    ['http_hosts', 'localhost', 'localhost'],
    ['http_hosts', '127.0.0.1', '127.0.0.1'],
    ['http_hosts', 'a-.b', 'a-.b'],
    ['http_hosts', 'a.-b', 'a.-b'],
    ['secrets', ' global/k\u0085', 'global/k'],
    ['secrets', '../a//b.', '../a//b.'],
    ['secrets', 'skill:acme.echo/api_token', 'skill:acme.echo/api_token'],
    ['secrets', 'principal:a:b/c:d', 'principal:a:b/c:d'],
    ['secrets', 'global/a:b', 'global/a:b'],
    ['channels', '/', '/'],
    ['storage_prefixes', 'a//b/', 'a//b/'],
  ])('%s: %j', (which, asked, value) => {
    expect(granted(which, [asked], [value])).toEqual([value]);
  });

  test.each<[CapabilityClass, string]>([
    ...[
      '...',
      '*',
      '*.example.com',
      'a..b',
      '-a',
      'a-',
      '.a',
      'host:443',
      'http://a',
      'a_b',
      '[::1]',
      '\u212a',
      'a b',
    ].map((host): [CapabilityClass, string] => ['http_hosts', host]),
    ...['DB_PASSWORD', 'a:b', 'global:a/b', 'skill:/a', 'skill:a', 'skill:a/', 'skill:a/b/c', 'user:a/b', 'a/b:c'].map(
      (secret): [CapabilityClass, string] => ['secrets', secret],
    ),
    ...['A', 'a:b', 'skill:a/b', 'a b', '\ufeffa'].map((channel): [CapabilityClass, string] => ['channels', channel]),
    ...['../x', '/x', 'a..b', '\\x', 'a\0', 'A'].map((prefix): [CapabilityClass, string] => [
      'storage_prefixes',
      prefix,
    ]),
  ])('%s: %j is none', (which, asked) => {
    expect(verdictOn(asking(which, asked))).toBe('runner.bad-capability');
    expect(sentenceOn(asking(which, asked))).toContain(`capabilities.${which}`);
  });

  test('blank entries ask for nothing, and the others stand in the order of their bytes, once', () => {
    expect(granted('http_hosts', ['b.a', ' ', 'A.b', 'a.b.', ''], ['a.b', 'b.a', 'c'])).toEqual(['a.b', 'b.a']);
  });
});

describe('what is denied', () => {
  test('a prefix is compared as a whole', () => {
    expect(granted('storage_prefixes', ['plugins/cache/'], ['plugins/cache'])).toBe('runner.denied');
  });

  test('all that is denied of a class is named, in order', () => {
    const input = asking('http_hosts', 'z.example', 'a.example', 'b.example');
    expect(sentenceOn(input, { policy: allowing({ http_hosts: ['a.example'] }) })).toMatch(
      /http_hosts: "b\.example", "z\.example"$/,
    );
  });

  test('of very much that is denied the first ten are named', () => {
    const hosts = Array.from({ length: 20_000 }, (_, at) => `h${at}.example`);
    expect(sentenceOn(asking('http_hosts', ...hosts))).toMatch(/^.{10,300}"h10004\.example" and 19990 more$/);
  });

  test('the classes are judged in their order', () => {
    const input = { module_wat: ' ', capabilities: { channels: ['c'], storage_prefixes: ['s'], secrets: ['k'] } };
    expect(sentenceOn(input)).toContain('secrets: "k"');
    expect(sentenceOn(input, { policy: allowing({ secrets: ['k'] }) })).toContain('storage_prefixes: "s"');
    expect(sentenceOn(input, { policy: allowing({ secrets: ['k'], storage_prefixes: ['s'] }) })).toContain(
      'channels: "c"',
    );
  });

  test('what is misspelt anywhere wins over what is denied', () => {
    const input = { module_wat: ' ', capabilities: { http_hosts: ['denied.example'], channels: ['A'] } };
    expect(verdictOn(input)).toBe('runner.bad-capability');
  });

  test('a misspelt entry of the policy is found although nobody asks, and after those of the request', () => {
    const policy = allowing({ http_hosts: ['*'], channels: ['A'] });
    expect(sentenceOn({ module_wat: ' ' }, { policy })).toMatch(/^policy\.allowed_http_hosts .*invalid host/);
    expect(sentenceOn(asking('channels', 'B'), { policy })).toMatch(/^capabilities\.channels/);
  });
});
