import { encodeArtifact } from '#fixtures/artifact/encode.ts';
import { type ArtifactModel, baseArtifact } from '#fixtures/artifact/model.ts';
import type { World } from '#fixtures/world.ts';
import type { Case, RecipeValue } from '../../case.ts';
import { accepted, observed, put, rejected } from '../../rows.ts';
import { castOf, storeRecord } from './store-rows.ts';
import { verifying } from './verifying.ts';

/** Somebody who accepts the artifact as long as its publisher is spelled plainly. */
interface Host {
  readonly store: (world: World) => RecipeValue;
  readonly tofu: boolean;
  readonly decision: string;
}

const nobody = () => storeRecord({}, {});
const allowlist = (world: World) => storeRecord({ [world.publisher]: [castOf(world).key] }, {});
const pins = (world: World) => storeRecord({}, { [world.publisher]: castOf(world).key });

const hosts: readonly (readonly [string, Host])[] = [
  ['met', { store: nobody, tofu: true, decision: 'tofu_newly_pinned' }],
  ['allowed', { store: allowlist, tofu: true, decision: 'allowlisted' }],
  ['pinned', { store: pins, tofu: true, decision: 'tofu_pinned' }],
  ['allowed-strictly', { store: allowlist, tofu: false, decision: 'allowlisted' }],
  ['pinned-strictly', { store: pins, tofu: false, decision: 'tofu_pinned' }],
];

const spellings: readonly (readonly [string, (publisher: string) => string])[] = [
  ['space-in-front', (publisher) => ` ${publisher}`],
  ['space-behind', (publisher) => `${publisher} `],
  ['tab-behind', (publisher) => `${publisher}\t`],
  ['next-line-behind', (publisher) => `${publisher}\u0085`],
];

/** A spelling that no store can hold belongs to a stranger, whoever is known without the white space. */
export const spellingCases: readonly Case[] = [
  ...hosts.flatMap(([name, host]) => [
    plain(name, host),
    ...spellings.map((spelling) => respelled(name, host, spelling)),
  ]),
  hole('unknown', nobody),
  hole('allowed', allowlist),
  hole('pinned', pins),
];

/** The artifact is bytes here: its publisher stands in two documents, and one edit has to change both. */
function plain(name: string, { store, tofu, decision }: Host): Case {
  const given = verifying((world) => ({
    artifact: spelled(world, world.publisher),
    trustStore: store(world),
    allowTofu: tofu,
  }));
  return accepted(`trust/spelled-plainly-${name}`, ['TRUST-PUBLISHER-SPELLING', 'TRUST-UNKNOWN'], given, {
    value: () => ({ report: { trust_decision: decision } }),
  });
}

function respelled(name: string, { tofu }: Host, [spelling, change]: (typeof spellings)[number]): Case {
  const code = tofu ? 'trust.publisher-spelling' : 'trust.untrusted-publisher';
  const proves = [tofu ? 'TRUST-PUBLISHER-SPELLING' : 'TRUST-UNKNOWN'] as const;
  return rejected(`trust/spelled-with-${spelling}-${name}`, proves, `trust/spelled-plainly-${name}`, code, (world) =>
    put(['artifact'], spelled(world, change(world.publisher))),
  );
}

function hole(known: string, store: Host['store']): Case {
  const given = verifying((world) => ({ artifact: spelled(world, ` ${world.publisher}`), trustStore: store(world) }));
  return observed(`trust/spelling-hole-though-${known}`, ['TRUST-SPELLING-HOLE'], 'accepted', given);
}

/** The smallest artifact, its publisher written in this way and signed like that. */
function spelled(world: World, publisher: string): Uint8Array {
  const base = baseArtifact(world);
  const manifest = String(base.manifest).replace(
    `\npublisher = "${world.publisher}"`,
    `\npublisher = ${JSON.stringify(publisher)}`,
  );
  const model: ArtifactModel = { ...base, manifest, signing: { ...base.signing, publisher } };
  return encodeArtifact(model, world.parameters.names);
}
