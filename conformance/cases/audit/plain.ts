import { assemble } from '#fixtures/artifact/encode.ts';
import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { put, replace } from '../../rows.ts';
import { addLines, audited, auditing, edited, having, lines, of, plain, putPolicy, skill } from './given.ts';
import { emptyModule } from './modules.ts';

const report = ['AUD-REPORT', 'AUD-CHECKS', 'AUD-VERIFIED-CHECKS', 'AUD-STATUS', 'AUD-PASSED'] as const;

function head(world: World) {
  const { payloadSha256 } = assemble(skill(world), world.parameters.names);
  return {
    skillId: world.skillId,
    version: '3.1.4',
    publisher: world.publisher,
    trustDecision: 'tofu_newly_pinned',
    payloadSha256,
    generatedAtUnixMs: world.nowUnixMs,
    manifestWarnings: [],
  };
}

const warnings = ['AUD-WARNINGS', 'AUD-CHECKS', 'AUD-PASSED'] as const;
const config = (properties: string) => `[operator.config]\nschema_version = 1\n${properties}`;
const property = (key: string, more = '') => `[operator.config.properties.${key}]\ntype = "string"\n${more}`;
const redaction = 'operator_config_redaction_recommended';

function told(codes: readonly string[]) {
  return () => ({
    warnings: codes,
    more: { manifestWarnings: codes.map((code) => ({ code, severity: 'warning' })) },
  });
}

export const plainCases: readonly Case[] = [
  audited(plain.slice('audit/'.length), report, auditing(), (world) => ({ more: head(world) })),
  audited('module-of-eight-bytes', report, of(having(() => [['main.wasm', emptyModule]])), () => ({
    modules: [{ path: 'modules/main.wasm', size: 8 }],
  })),
  edited('time-before-1970', ['AUD-REPORT'], put(['nowUnixMs'], -1n), () => ({ more: { generatedAtUnixMs: -1n } })),
  edited('time-of-64-bits', ['AUD-REPORT'], put(['nowUnixMs'], 2n ** 63n - 1n), () => ({
    more: { generatedAtUnixMs: 2n ** 63n - 1n },
  })),
  edited(
    'manifest-without-operator',
    warnings,
    replace(['artifact', 'manifest'], '\n[operator]\ndisplay_name = "Echo"\n', '\n'),
    told(['missing_operator_metadata']),
  ),
  edited(
    'manifest-of-version-1',
    warnings,
    (world) => put(['artifact', 'manifest'], legacy(world)),
    told(['legacy_manifest_version', 'missing_operator_metadata']),
  ),
  edited(
    'operator-without-name',
    warnings,
    replace(['artifact', 'manifest'], 'display_name = "Echo"', 'summary = "Says it again."'),
    told(['missing_operator_display_name']),
  ),
  edited('config-without-properties', warnings, addLines(config('')), told(['empty_operator_config_contract'])),
  edited('secret-not-redacted', warnings, addLines(config(property('api_token'))), told([redaction])),
  audited('secret-redacted', warnings, of(lines(config(property('api_token', 'redacted = true')))), told([])),
  edited(
    'two-secrets-not-redacted',
    warnings,
    addLines(config(`${property('b_token')}${property('plain')}${property('a_password')}`)),
    told([redaction, redaction]),
  ),
  edited(
    'name-missing-and-secret-not-redacted',
    warnings,
    replace(
      ['artifact', 'manifest'],
      'display_name = "Echo"',
      `summary = "Says it again."\n${config(property('api_token'))}`,
    ),
    told(['missing_operator_display_name', redaction]),
  ),
];

function legacy(world: World): string {
  const manifest = String(skill(world).manifest);
  return manifest
    .replace('manifest_version = 2', 'manifest_version = 1')
    .replace('\n[operator]\ndisplay_name = "Echo"\n', '');
}

const scopes = ['AUD-SCOPES', 'AUD-CHECKS'] as const;
const capabilities = (text: string) => addLines(`[capabilities]\n${text}`);
const filesystem = (text: string) => addLines(`[capabilities.filesystem]\n${text}`);
const secret = (scope: string, keys: string) => `[[capabilities.secrets]]\nscope = "${scope}"\nkey_names = [${keys}]\n`;

export const scopeCases: readonly Case[] = [
  edited('one-read-root', scopes, filesystem('read_roots = ["data/in"]'), () => ({ readRoots: ['data/in'] })),
  edited('one-write-root', scopes, filesystem('write_roots = ["data/out"]'), () => ({ writeRoots: ['data/out'] })),
  edited('roots-of-both-kinds', scopes, filesystem('read_roots = ["a", "b"]\nwrite_roots = ["c", "d"]'), () => ({
    readRoots: ['a', 'b'],
    writeRoots: ['c', 'd'],
  })),
  edited('two-hosts', scopes, capabilities('http_egress_allowlist = ["a.example.com", "b.example.com"]'), () => ({
    hosts: ['a.example.com', 'b.example.com'],
  })),
  edited(
    'one-secret',
    scopes,
    ({ skillId }) => addLines(secret(`skill:${skillId}`, '"api_key"')),
    ({ skillId }) => ({ scopes: [`skill:${skillId}`] }),
  ),
  edited(
    'two-secrets-of-two-scopes',
    scopes,
    ({ skillId }) => addLines(`${secret('global', '"b_key", "c_key"')}${secret(`skill:${skillId}`, '"a_key"')}`),
    ({ skillId }) => ({ scopes: ['global', `skill:${skillId}`] }),
  ),
  audited('node-capabilities', ['AUD-DEVICE'], of(lines('[capabilities]\nnode_capabilities = ["gpu"]'))),
];

const device = ['AUD-DEVICE', 'AUD-CHECKS', 'AUD-PASSED'] as const;
const camera = 'device_capabilities = ["camera"]';
const wildcard = ['AUD-WILDCARDS', 'AUD-CHECKS', 'AUD-PASSED'] as const;
const optIn = (...flags: readonly string[]) =>
  `[capabilities.wildcard_opt_in]\n${flags.map((flag) => `${flag} = true\n`).join('')}`;
const flags = ['filesystem', 'http_egress', 'secrets', 'device', 'node'] as const;
const allowDevices = { allow_device_capabilities: true };
const allowWildcards = { allow_wildcard_capabilities: true };

export const forbiddenCases: readonly Case[] = [
  edited('device', device, capabilities(camera), () => ({ devices: ['camera'] })),
  edited('two-devices', device, capabilities('device_capabilities = ["camera", "microphone"]'), () => ({
    devices: ['camera', 'microphone'],
  })),
  edited('no-device-allowed', device, putPolicy(allowDevices), () => ({ policy: allowDevices })),
  audited('device-allowed', device, permissive(`[capabilities]\n${camera}`, allowDevices), () => ({
    devices: ['camera'],
    policy: allowDevices,
  })),
  audited(
    'device-where-wildcards-are-allowed',
    device,
    permissive(`[capabilities]\n${camera}`, allowWildcards),
    () => ({
      devices: ['camera'],
      policy: allowWildcards,
    }),
  ),
  ...flags.map((flag) =>
    edited(`wildcard-${flag.replace('_', '-')}`, wildcard, addLines(optIn(flag)), () => ({ wildcards: [flag] })),
  ),
  edited('wildcards-of-all-kinds', wildcard, addLines(optIn(...[...flags].reverse())), () => ({ wildcards: flags })),
  audited('wildcard-flags-false', wildcard, of(lines('[capabilities.wildcard_opt_in]\nnode = false'))),
  edited('no-wildcard-allowed', wildcard, putPolicy(allowWildcards), () => ({ policy: allowWildcards })),
  audited('wildcard-allowed', wildcard, permissive(optIn('secrets', 'node'), allowWildcards), () => ({
    wildcards: ['secrets', 'node'],
    policy: allowWildcards,
  })),
  audited('wildcard-where-devices-are-allowed', wildcard, permissive(optIn('device'), allowDevices), () => ({
    wildcards: ['device'],
    policy: allowDevices,
  })),
  audited(
    'device-and-wildcard',
    [...device, 'AUD-WILDCARDS'],
    permissive(`[capabilities]\n${camera}\n${optIn('node')}`, {}),
    () => ({
      devices: ['camera'],
      wildcards: ['node'],
    }),
  ),
];

function permissive(text: string, policy: { readonly [field: string]: boolean }) {
  return auditing((world) => ({ artifact: skill(world, lines(text)), policy: { json: policy } }));
}

const feed = ['AUD-FEED', 'AUD-STATUS'] as const;
const trimmed: readonly (readonly [id: string, feed: string])[] = [
  ['spaced', '  https://feed.example.com/a b \t'],
  ['between-odd-spaces', '\u2003\u0085https://feed.example.com\u3000'],
];
const kept: readonly (readonly [id: string, feed: string])[] = [
  ['plain', 'https://feed.example.com'],
  ['of-one-character', 'x'],
  ['behind-a-byte-order-mark', '\ufeffx'],
  ['of-a-zero-width-space', '\u200b'],
];

export const feedCases: readonly Case[] = [
  ...trimmed.map(([id, text]) =>
    edited(`feed-${id}`, feed, put(['vulnerabilityFeed'], text), () => ({ feed: withoutEnds(text) })),
  ),
  ...kept.map(([id, text]) => edited(`feed-${id}`, feed, put(['vulnerabilityFeed'], text), () => ({ feed: text }))),
  ...['', ' ', '\t\r\n', '\u00a0\u2028'].map((text, index) =>
    audited(
      `feed-blank-${index}`,
      feed,
      auditing(() => ({ vulnerabilityFeed: text })),
    ),
  ),
];

/** Of the two that are longer than what is left of them. */
function withoutEnds(text: string): string {
  return /https:[\w/. -]*\w/.exec(text)?.[0] ?? '';
}
