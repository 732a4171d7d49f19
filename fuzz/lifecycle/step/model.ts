import type { LifecycleEvent, LifecyclePolicy } from '#reference/lifecycle/step/types.ts';

type Install = Extract<LifecycleEvent, { readonly kind: 'install' | 'update' }>;

/** From the lowest to the highest, written down by hand for the few versions there are. */
const ranked = ['__proto__', 'beta', '01.0.0', '1.0.0', '1.9.0', '1.10.0'];

/** The lifecycle in its plainest form: which versions are there, which one is current, and what was decided. */
export class Model {
  readonly #versions = new Map<string, Map<string, string>>();
  readonly #current = new Map<string, string>();
  readonly #statuses = new Map<string, string>();

  /** The result, or the code of the refusal. */
  take(event: LifecycleEvent, policy: LifecyclePolicy): string {
    switch (event.kind) {
      case 'install':
      case 'update':
        return this.#install(event, policy);
      case 'reaudit':
        return this.#reaudit(event);
      case 'enable':
        if (!event.override) return 'lifecycle.override-required';
        return this.#decide(event, 'active', 'enabled');
      case 'quarantine':
        return this.#decide(event, 'quarantined', 'quarantined');
      case 'audit': {
        const consequences = event.shouldQuarantine && event.quarantineOnFail;
        return this.#decide(event, consequences ? 'quarantined' : null, consequences ? 'quarantined' : 'audited');
      }
      case 'remove':
        return this.#remove(event);
      default:
        return event satisfies never;
    }
  }

  statuses(): readonly (readonly string[])[] {
    const rows = [...this.#statuses].map(([key, status]) => [...key.split('\n'), status]);
    return rows.sort(([a = '', b = ''], [c = '', d = '']) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1));
  }

  installed(): readonly (readonly (string | boolean)[])[] {
    const all = [...this.#versions].flatMap(([id, versions]) =>
      [...versions.keys()].map((version) => [id, version, this.#current.get(id) === version]),
    );
    return all.sort();
  }

  #install({ kind, record, audit }: Install, policy: LifecyclePolicy): string {
    const { skillId, version } = record;
    const versions = this.#versions.get(skillId) ?? new Map<string, string>();
    if (kind === 'update' && this.#current.get(skillId) === version) return 'already-current';
    if (audit.shouldQuarantine) return 'refused-by-audit';
    if (versions.has(version)) return 'lifecycle.already-installed';
    const result = versions.size === 0 ? 'installed' : 'updated';
    this.#versions.set(skillId, versions.set(version, record.artifactSha256.toLowerCase()));
    this.#current.set(skillId, version);
    const key = `${skillId}\n${version}`;
    if (policy.quarantineNew && !this.#statuses.has(key)) this.#statuses.set(key, 'quarantined');
    return result;
  }

  #remove(event: { readonly skillId: string; readonly version: string | null }): string {
    const id = event.skillId.trim().toLowerCase();
    const version = event.version === null ? this.#current.get(id) : event.version.trim();
    if (id === '' || version === '') return 'lifecycle.blank';
    const versions = this.#versions.get(id);
    if (version === undefined || !versions?.delete(version)) return 'lifecycle.not-installed';
    const left = ranked.filter((each) => versions.has(each)).at(-1);
    if (left === undefined) this.#current.delete(id);
    else if (this.#current.get(id) === version) this.#current.set(id, left);
    return 'removed';
  }

  #decide(
    event: { readonly skillId: string; readonly version: string | null; readonly principal: string },
    status: string | null,
    result: string,
  ): string {
    const id = event.skillId.trim().toLowerCase();
    const version = event.version === null ? this.#current.get(id) : event.version.trim();
    if (id === '' || version === '' || event.principal.trim() === '') return 'lifecycle.blank';
    if (version === undefined) return 'lifecycle.not-installed';
    if (status !== null) this.#statuses.set(`${id}\n${version}`, status);
    return result;
  }

  #reaudit({ findings }: Extract<LifecycleEvent, { readonly kind: 'reaudit' }>): string {
    for (const [id, version] of this.#current) {
      const found = findings.find((each) => each.skillId === id && each.version === version)?.finding;
      const isSame =
        found?.kind === 'audited' &&
        found.skillId === id &&
        found.version === version &&
        found.artifactSha256.toLowerCase() === this.#versions.get(id)?.get(version);
      if (!isSame || found.shouldQuarantine) this.#statuses.set(`${id}\n${version}`, 'quarantined');
    }
    return 'reaudited';
  }
}
