import type { StateChange, StatusRow } from '#reference/state/state.ts';

/** What commands of the lifecycle change, each with something of every kind that such a command touches. */
export const changes: Readonly<Record<string, StateChange>> = {
  install: {
    addVersions: [version('acme.new', '1.0.0')],
    currentLinks: new Map([['acme.new', '1.0.0']]),
    index: bytes('index with acme.new'),
    trustStore: bytes('store with a new pin'),
    logLines: [line('skill.audit'), line('skill.installed')],
    statuses: [status('acme.new', 'quarantined')],
    events: [event('event-install')],
  },
  update: {
    addVersions: [version('acme.old', '2.0.0')],
    currentLinks: new Map([['acme.old', '2.0.0']]),
    index: bytes('index with acme.old 2.0.0'),
    trustStore: bytes('the same store, saved again'),
    logLines: [line('skill.updated')],
  },
  reinstall: {
    addVersions: [version('acme.old', '1.0.0', 'other ')],
    index: bytes('index with another acme.old 1.0.0'),
    hooks: bytes('other hooks'),
    plugins: bytes('other plugins'),
    pluginConfigs: new Map([
      ['acme.plugin', undefined],
      ['acme.second', bytes('config')],
    ]),
  },
  remove: {
    removeVersions: [{ skillId: 'acme.old', version: '1.0.0' }],
    currentLinks: new Map([['acme.old', undefined]]),
    index: bytes('index without acme.old'),
    logLines: [line('skill.removed')],
  },
  quarantine: {
    statuses: [status('acme.old', 'quarantined')],
    events: [event('event-quarantine')],
    logLines: [line('skill.quarantined')],
  },
  'audit-again': {
    statuses: Array.from({ length: 20 }, (_, at) => status(`acme.s${at}`, 'quarantined')),
    events: Array.from({ length: 20 }, (_, at) => event(`event-audit-${at}`)),
    index: bytes('index with scans'),
    logLines: Array.from({ length: 20 }, () => line('skill.audit')),
  },
};

/** What a host holds before each of them. */
export const beforehand: StateChange = {
  addVersions: [version('acme.old', '1.0.0')],
  currentLinks: new Map([['acme.old', '1.0.0']]),
  index: bytes('index with acme.old 1.0.0'),
  trustStore: bytes('store'),
  hooks: bytes('hooks'),
  plugins: bytes('plugins'),
  pluginConfigs: new Map([['acme.plugin', bytes('config')]]),
  logLines: [line('skill.installed')],
  statuses: [status('acme.old', 'active')],
  events: [event('event-before')],
};

/** What a later command does, to see whether there is still one that can. */
export const afterwards: StateChange = {
  addVersions: [version('acme.later', '1.0.0')],
  index: bytes('index of later'),
  logLines: [line('skill.installed')],
  statuses: [status('acme.later', 'active')],
  events: [event('event-later')],
};

function version(skillId: string, version: string, prefix = '') {
  const entries = new Map([
    ['skill.toml', bytes(`${prefix}manifest`)],
    ['modules/main.wasm', bytes(`${prefix}module`)],
    ['assets/a/b.txt', bytes(`${prefix}asset`)],
  ]);
  return { skillId, version, entries, artifact: bytes(`${prefix}artifact`), metadata: bytes(`${prefix}metadata`) };
}

function status(skillId: string, value: string): StatusRow {
  const at = { detectedAtMs: 10n, createdAtUnixMs: 20n, updatedAtUnixMs: 30n };
  return { skillId, version: '1.0.0', status: value, reason: null, operatorPrincipal: 'system:daemon', ...at };
}

function event(eventId: string) {
  const caller = { principal: 'user:local', deviceId: 'device', channel: null };
  return { eventId, kind: 4, actor: 3, ...caller, payload: new Map([['event', eventId]]), recordedAtUnixMs: 40n };
}

function line(eventKind: string) {
  return { eventKind, timestampUnixMs: 50n, payload: new Map([['skill_id', 'acme.old']]) };
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text);
}
