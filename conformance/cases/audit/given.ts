import { type ArtifactModel, baseArtifact } from '#fixtures/artifact/model.ts';
import type { World } from '#fixtures/world.ts';
import type { Content } from '#fixtures/zip/content.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { AcceptedCase, ChangedCase, Edit, Recipe, RecipeValue } from '../../case.ts';
import type { AuditModel } from '../../recipe/models.ts';
import { accepted, changed, put, replace } from '../../rows.ts';
import { type Expected, sound, whole } from './expected.ts';
import { stamped } from './modules.ts';

/** The audit that most others are one edit away from: nothing is wrong, and nobody has a feed. */
export const plain = 'audit/plain';

export type Proves = readonly RequirementId[];
type Given = Partial<AuditModel>;
export type Change = (base: ArtifactModel, world: World) => ArtifactModel;

export const mainModule = 'modules/main.wasm';

/** A skill that draws no warning, shown to a host that knows nobody and trusts on first use. */
export function auditing(part: (world: World) => Given = () => ({})): (world: World) => Recipe {
  return (world) => ({
    operation: 'audit.run',
    model: {
      artifact: skill(world),
      trustStore: { trusted_publishers: {}, tofu_publishers: {} },
      allowTofu: true,
      policy: null,
      vulnerabilityFeed: null,
      nowUnixMs: world.nowUnixMs,
      ...part(world),
    } satisfies AuditModel as RecipeValue,
  });
}

export function skill(world: World, change: Change = (base) => base): ArtifactModel {
  const base = baseArtifact(world);
  const modules = [{ path: 'main.wasm', bytes: stamped(world) }];
  const manifest = `${base.manifest}\n[operator]\ndisplay_name = "Echo"\n`;
  return change({ ...base, manifest, modules, archive: { ...base.archive, method: 'deflated' } }, world);
}

/** The artifact, changed, as it is audited by default. */
export function of(change: Change): (world: World) => Recipe {
  return auditing((world) => ({ artifact: skill(world, change) }));
}

export function lines(text: string): Change {
  return (base) => ({ ...base, manifest: `${base.manifest}\n${text}\n` });
}

type Modules = (world: World) => readonly (readonly [path: string, bytes: Content])[];

/** These modules, whose paths begin behind `modules/`. */
export function having(modules: Modules): Change {
  return (base, world) => ({ ...base, modules: modules(world).map(([path, bytes]) => ({ path, bytes })) });
}

export function both(first: Change, second: Change): Change {
  return (base, world) => second(first(base, world), world);
}

/** An audit of which all is said. */
export function audited(
  id: string,
  proves: Proves,
  given: (world: World) => Recipe,
  expected: (world: World) => Expected = () => ({}),
): AcceptedCase {
  return accepted(`audit/${id}`, proves, given, { value: (world) => sound(world, expected(world)) });
}

/** One edit away from another audit. */
export function edited(
  id: string,
  proves: Proves,
  edit: Edit | ((world: World) => Edit),
  expected: (world: World) => Expected,
  twin = plain,
): ChangedCase {
  return changed(`audit/${id}`, proves, twin, edit, { value: (world) => sound(world, expected(world)) });
}

/** The same, where checks beyond the core ones may fail: nothing is said of the verdict. */
export function editedChecks(
  id: string,
  proves: Proves,
  edit: Edit | ((world: World) => Edit),
  expected: (world: World) => Expected,
  twin = plain,
): ChangedCase {
  return changed(`audit/${id}`, proves, twin, edit, { value: (world) => ({ checks: whole(world, expected(world)) }) });
}

export function putModule(bytes: Content): Edit {
  return put(['artifact', 'modules', 0, 'bytes'], bytes);
}

export function putPolicy(fields: { readonly [field: string]: bigint | boolean }): Edit {
  return put(['policy'], { json: fields });
}

/** In the manifest, behind the name of the operator. */
export function addLines(text: string): Edit {
  return replace(['artifact', 'manifest'], 'display_name = "Echo"\n', `display_name = "Echo"\n\n${text}\n`);
}
