import { expect, test } from 'vitest';
import { extended, verdictOn } from '../samples.ts';

const accepted = 'accepted';

function capabilities(lines: string): string {
  return verdictOn(extended(`[capabilities]\n${lines}`));
}

function root(value: string, more = ''): string {
  return capabilities(`filesystem.write_roots = ["${value}"]\n${more}`);
}

function host(value: string, more = ''): string {
  return capabilities(`http_egress_allowlist = ["${value}"]\n${more}`);
}

function scope(value: string): string {
  return capabilities(`secrets = [{ scope = "${value}", key_names = ["k"] }]`);
}

test.each(['a/b', 'a /b', '.../x', ' a ', 'a\\\\b'])('root %j is accepted (PATH-NORMAL)', (value) => {
  expect(root(value)).toBe(accepted);
});

test.each(['/a', 'a/', '', '..', 'a//b', 'c:/x', 'a\\u0000b'])('root %j is no path (PATH-NORMAL)', (value) => {
  expect(root(value)).toBe('artifact.invalid-path');
  expect(capabilities(`filesystem.read_roots = ["ok", "${value}"]`)).toBe('artifact.invalid-path');
});

test('a root with a wildcard needs the opt-in, and must be a path even then (MAN-WILDCARD)', () => {
  expect(root('a/*')).toBe('manifest.wildcard');
  expect(root('../*')).toBe('manifest.wildcard');
  expect(root('a/*', 'wildcard_opt_in.filesystem = true')).toBe(accepted);
  expect(root('../*', 'wildcard_opt_in.filesystem = true')).toBe('artifact.invalid-path');
});

test.each([
  'EXAMPLE.com',
  'example.com.',
  'example.com..',
  ' example.com ',
  '127.0.0.1',
  'localhost',
  '1',
  'a-.b',
  'a.-b',
  'xn--bcher-kva.de',
  'a'.repeat(300),
])('host %j is accepted (MAN-HOST)', (value) => {
  expect(host(value)).toBe(accepted);
});

test.each([
  '',
  '.',
  '..',
  '.a',
  '-a.com',
  'a-',
  'a-.',
  'a.-',
  'a..b',
  'a_b',
  'a:80',
  'a/b',
  'http://a',
  '[::1]',
  '::1',
  'a .',
  'bücher.de',
  '\u212a.com',
  'a\\nb',
])('host %j is refused (MAN-HOST)', (value) => {
  expect(host(value)).toBe('manifest.bad-host');
});

test('a host with a wildcard is refused, or with the opt-in accepted whatever it is (MAN-WILDCARD)', () => {
  expect(host('*.a.com')).toBe('manifest.wildcard');
  expect(host('BAD HOST *', 'wildcard_opt_in.http_egress = true')).toBe(accepted);
  expect(host('BAD HOST', 'wildcard_opt_in.http_egress = true')).toBe('manifest.bad-host');
  expect(host('*.a.com', 'wildcard_opt_in.filesystem = true')).toBe('manifest.wildcard');
});

test.each(['global', ' global ', 'skill: a', 'skill:a\\u00a0', 'principal:a', 'channel:a:b'])(
  'scope %j is accepted (MAN-SECRET-SCOPE)',
  (value) => {
    expect(scope(value)).toBe(accepted);
  },
);

test.each(['GLOBAL', 'Skill:a', 'principal:', 'skill: ', 'user:a', 'skill:A', 'skill:*', '*', '', 'global:a'])(
  'scope %j is refused (MAN-SECRET-SCOPE)',
  (value) => {
    expect(scope(value)).toBe('manifest.bad-secret-scope');
  },
);

test('a scope names its keys, and each is an identifier (MAN-SECRET-KEYS)', () => {
  expect(capabilities('secrets = [{ scope = "global" }]')).toBe('manifest.no-secret-keys');
  expect(capabilities('secrets = [{ scope = "global", key_names = [] }]')).toBe('manifest.no-secret-keys');
  expect(capabilities('secrets = [{ scope = "GLOBAL", key_names = [] }]')).toBe('manifest.bad-secret-scope');
  expect(capabilities('secrets = [{ scope = "global", key_names = ["k", "K"] }]')).toBe('manifest.bad-identifier');
});

test.each([
  ['secrets', 'secrets = [{ scope = "global", key_names = ["K*"] }]'],
  ['device', 'device_capabilities = ["camera", "Any *"]'],
  ['node', 'node_capabilities = ["*"]'],
])('a wildcard among the %s needs that opt-in and no other (MAN-WILDCARD)', (flag, lines) => {
  const other = flag === 'node' ? 'device' : 'node';
  expect(capabilities(lines)).toBe('manifest.wildcard');
  expect(capabilities(`${lines}\nwildcard_opt_in.${other} = true`)).toBe('manifest.wildcard');
  expect(capabilities(`${lines}\nwildcard_opt_in.${flag} = true`)).toBe(accepted);
});

test('without a wildcard, devices and nodes are identifiers (MAN-IDENTIFIER)', () => {
  expect(capabilities('device_capabilities = ["Camera"]\nwildcard_opt_in.device = true')).toBe(
    'manifest.bad-identifier',
  );
  expect(capabilities('node_capabilities = ["gpu:0", " a "]')).toBe(accepted);
});

test.each([
  ['wall_clock_timeout_ms', '0', '1'],
  ['fuel_budget', '0', '1'],
  ['max_memory_bytes', '65535', '65536'],
])('%s may not be %s, but %s (MAN-QUOTAS)', (key, tooSmall, least) => {
  expect(capabilities(`quotas.${key} = ${tooSmall}`)).toBe('manifest.quota-too-small');
  expect(capabilities(`quotas.${key} = ${least}`)).toBe(accepted);
  expect(capabilities(`quotas.${key} = 18446744073709551615`)).toBe(accepted);
});

test('roots come before hosts, hosts before secrets, secrets before devices, devices before quotas (MAN-ORDER)', () => {
  const lines = ['quotas.fuel_budget = 0'];
  expect(capabilities(lines.join('\n'))).toBe('manifest.quota-too-small');
  const worse: readonly (readonly [line: string, verdict: string])[] = [
    ['node_capabilities = ["N"]', 'manifest.bad-identifier'],
    ['device_capabilities = ["*"]', 'manifest.wildcard'],
    ['secrets = [["x", ["K"]]]', 'manifest.bad-secret-scope'],
    ['http_egress_allowlist = ["_"]', 'manifest.bad-host'],
    ['filesystem.write_roots = ["/"]', 'artifact.invalid-path'],
    ['filesystem.read_roots = ["*"]', 'manifest.wildcard'],
  ];
  for (const [line, verdict] of worse) {
    lines.push(line);
    expect(capabilities(lines.join('\n')), line).toBe(verdict);
  }
});

test('nothing else about the lists is judged (MAN-NO-OTHER-LIMITS)', () => {
  const many = Array.from({ length: 5000 }, () => '"a.example"').join(', ');
  expect(capabilities(`http_egress_allowlist = [${many}]`)).toBe(accepted);
});
