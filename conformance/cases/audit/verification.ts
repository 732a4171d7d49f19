import { keyHexOf } from '#fixtures/signing/keys.ts';
import type { World } from '#fixtures/world.ts';
import type { Case, Edit } from '../../case.ts';
import { ordered, put, type refusals, rejected, replace } from '../../rows.ts';
import { storeValue } from '../trust/store-rows.ts';
import { addLines, audited, auditing, edited, plain, putModule } from './given.ts';
import { emptyModule } from './modules.ts';

const proves = ['AUD-VERIFIED'] as const;

const artifactFaults: readonly (readonly [id: string, code: Parameters<typeof refusals>[2], edit: Edit])[] = [
  ['not-an-archive', 'artifact.not-zip', put(['artifact'], 'no archive')],
  ['empty-file', 'artifact.not-zip', put(['artifact'], '')],
  ['without-a-manifest', 'artifact.missing-entry', put(['artifact', 'archive', 'omit'], ['skill.toml'])],
  ['without-a-provenance', 'artifact.missing-entry', put(['artifact', 'archive', 'omit'], ['provenance.json'])],
  ['without-a-signature', 'artifact.missing-entry', put(['artifact', 'archive', 'omit'], ['signature.json'])],
  ['without-modules', 'artifact.missing-entry', put(['artifact', 'modules'], [])],
  ['bad-manifest', 'manifest.blank', replace(['artifact', 'manifest'], '"Echo skill"', '""')],
  ['bad-sbom', 'artifact.bad-sbom', put(['artifact', 'sbom'], '{}')],
  ['bad-provenance', 'artifact.bad-provenance', put(['artifact', 'provenance'], '{}')],
  [
    'changed-module',
    'artifact.payload-hash-mismatch',
    put(['artifact', 'archive', 'entries', 'modules/main.wasm'], { content: emptyModule }),
  ],
  ['bad-signature', 'signature.invalid', put(['artifact', 'signing', 'form'], 'S plus L')],
  [
    'integrity-not-listed',
    'artifact.integrity-mismatch',
    put(['artifact', 'integrity', 'omit'], ['modules/main.wasm']),
  ],
];

const inArtifact = artifactFaults.map(([id, code, edit]) => rejected(`audit/refused-${id}`, proves, plain, code, edit));

const incompatible = rejected(
  'audit/refused-not-compatible',
  proves,
  plain,
  'compat.protocol-major',
  ({ parameters }) => {
    const { protocolMajor } = parameters.runtime;
    const line = (major: bigint) => `required_protocol_major = ${major}`;
    return replace(['artifact', 'manifest'], line(protocolMajor), line(protocolMajor + 1n));
  },
);

const hexOf = (world: World) => keyHexOf(world.signingSeed);
const otherHexOf = (world: World) => keyHexOf(world.otherSigningSeed);

const untrusted = rejected(
  'audit/refused-stranger',
  proves,
  plain,
  'trust.untrusted-publisher',
  put(['allowTofu'], false),
);
const otherPin = rejected('audit/refused-other-pin', proves, plain, 'trust.pin-mismatch', (world) =>
  put(['trustStore', 'tofu_publishers', world.publisher], otherHexOf(world)),
);
const otherKey = rejected('audit/refused-other-key', proves, plain, 'trust.key-mismatch', (world) =>
  put(['trustStore', 'trusted_publishers', world.publisher], [otherHexOf(world)]),
);
const badPin = rejected('audit/refused-bad-pin', proves, plain, 'trust.store-key', (world) =>
  put(['trustStore', 'tofu_publishers', world.otherPublisher], 'zz'),
);

const order = ['AUD-ORDER'] as const;
const badStore = rejected(
  'audit/order-store-of-another-shape',
  order,
  plain,
  'trust.store-shape',
  put(['trustStore', 'pins'], {}),
);
const badPolicy = rejected(
  'audit/order-policy-of-another-shape',
  order,
  plain,
  'audit.policy-shape',
  put(['policy'], '{"strict": true}'),
);
const noPolicy = rejected('audit/order-policy-not-json', order, plain, 'audit.policy-json', put(['policy'], '{'));
const notZip = 'audit/refused-not-an-archive';

const pairs: readonly (readonly [first: string, second: string])[] = [
  [badStore.id, badPolicy.id],
  [badStore.id, noPolicy.id],
  [badStore.id, notZip],
  [badPolicy.id, notZip],
  [noPolicy.id, notZip],
  [badPolicy.id, 'audit/refused-bad-signature'],
  [badPolicy.id, untrusted.id],
  [noPolicy.id, badPin.id],
  ['audit/refused-bad-signature', badPin.id],
  ['audit/refused-bad-sbom', otherPin.id],
  [incompatible.id, otherKey.id],
  [badPin.id, untrusted.id],
];

const pin = ['AUD-PIN', 'AUD-REPORT'] as const;
const failing = { devices: ['camera'] };
const pinned = (world: World) => storeValue({}, { [world.publisher]: hexOf(world) });
const camera = '[capabilities]\ndevice_capabilities = ["camera"]';

export const verificationCases: readonly Case[] = [
  ...inArtifact,
  incompatible,
  untrusted,
  otherPin,
  otherKey,
  badPin,
  badStore,
  badPolicy,
  noPolicy,
  ...pairs.map(([first, second]) => ordered(`${first}-before-${second.slice('audit/'.length)}`, order, first, second)),
  audited(
    'pin-of-a-stranger',
    pin,
    auditing(() => ({ trustStore: {} })),
    (world) => ({
      more: { trustDecision: 'tofu_newly_pinned', trustStore: pinned(world) },
    }),
  ),
  edited('pin-stays-where-a-check-fails', pin, addLines(camera), (world) => ({
    ...failing,
    more: { trustDecision: 'tofu_newly_pinned', trustStore: pinned(world) },
  })),
  edited('pin-stays-where-a-module-is-none', pin, putModule('\0asm'), (world) => ({
    modules: [{ path: 'modules/main.wasm', size: 4, is: 'no module' }],
    more: { trustDecision: 'tofu_newly_pinned', trustStore: pinned(world) },
  })),
  edited(
    'pinned-already',
    pin,
    (world) => put(['trustStore', 'tofu_publishers', world.publisher], hexOf(world)),
    (world) => ({ more: { trustDecision: 'tofu_pinned', trustStore: pinned(world) } }),
  ),
  edited(
    'on-the-allowlist',
    pin,
    (world) => put(['trustStore', 'trusted_publishers', world.publisher], [hexOf(world)]),
    (world) => ({
      more: { trustDecision: 'allowlisted', trustStore: storeValue({ [world.publisher]: [hexOf(world)] }, {}) },
    }),
  ),
  audited(
    'allowlisted-without-first-use',
    pin,
    auditing((world) => ({
      trustStore: { trusted_publishers: { [world.publisher]: [hexOf(world)] }, tofu_publishers: {} },
      allowTofu: false,
    })),
    (world) => ({
      more: { trustDecision: 'allowlisted', trustStore: storeValue({ [world.publisher]: [hexOf(world)] }, {}) },
    }),
  ),
];
