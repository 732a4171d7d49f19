import type { Case } from '../../case.ts';
import { ordered, put, rejected, replace } from '../../rows.ts';
import { castOf } from './store-rows.ts';

const proves = ['TRUST-ORDER'] as const;
/** The stranger is pinned, so that one text of the store can be spoilt; the known publisher is met for the first time. */
const twin = 'trust/stranger-b-then-known-a-tofu';
const notTrusted = 'trust/stranger-b-then-known-a-strict';

const inArtifact: readonly Case[] = [
  rejected('trust/order-bad-sbom', proves, twin, 'artifact.bad-sbom', put(['artifact', 'sbom'], '{}')),
  rejected(
    'trust/order-bad-signature',
    proves,
    twin,
    'signature.invalid',
    put(['artifact', 'signing', 'form'], 'S plus L'),
  ),
  rejected(
    'trust/order-bad-manifest',
    proves,
    twin,
    'manifest.blank',
    replace(['artifact', 'manifest'], '"Echo skill"', '""'),
  ),
  rejected('trust/order-not-compatible', proves, twin, 'compat.protocol-major', ({ parameters }) => {
    const { protocolMajor } = parameters.runtime;
    const line = (major: bigint) => `required_protocol_major = ${major}`;
    return replace(['artifact', 'manifest'], line(protocolMajor), line(protocolMajor + 1n));
  }),
];
const inStore: readonly Case[] = [
  rejected('trust/order-bad-pin', proves, twin, 'trust.store-key', (world) =>
    put(['trustStore', 'tofu_publishers', world.otherPublisher], 'zz'),
  ),
  rejected(
    'trust/order-bad-name',
    proves,
    twin,
    'trust.store-publisher',
    put(['trustStore', 'trusted_publishers', 'No Name'], []),
  ),
];
const otherPin = rejected('trust/order-other-pin', proves, twin, 'trust.pin-mismatch', (world) =>
  put(['trustStore', 'tofu_publishers', world.publisher], castOf(world).otherKey),
);
const inDecision = [notTrusted, otherPin.id];

export const verifyOrderCases: readonly Case[] = [
  ...inArtifact,
  ...inStore,
  otherPin,
  ...pairs(inArtifact, inStore.map(idOf)),
  ...pairs(inArtifact, inDecision),
  ...pairs(inStore, inDecision),
];

function pairs(first: readonly Case[], second: readonly string[]): readonly Case[] {
  return first.flatMap(({ id }) =>
    second.map((later) => ordered(`${id}-then-${later.replace(/^trust\/(order-)?/, '')}`, proves, id, later)),
  );
}

function idOf({ id }: Case): string {
  return id;
}
