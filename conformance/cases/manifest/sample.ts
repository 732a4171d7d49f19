import { fullManifestText, manifestText } from '#fixtures/manifest.ts';
import type { World } from '#fixtures/world.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { AcceptedCase, Recipe } from '../../case.ts';
import { accepted } from '../../rows.ts';

/** An accepted manifest from which other cases are one edit away. */
export interface Sample {
  /** Of the case that accepts it. */
  readonly id: string;
  readonly text: (world: World) => string;
}

/** A piece of a manifest; a function where it holds a name of the world. */
export type Piece = string | ((world: World) => string);

export const minimal: Sample = { id: 'manifest/minimal', text: manifestText };
export const full: Sample = { id: 'manifest/full', text: fullManifestText };

/** The tables of the smallest manifest, for the cases that write them in another way or not at all. */
export function toolTable({ publisher, tool }: World): string {
  return `[[entrypoints.tools]]
id = "${publisher}.${tool}"
name = "Echo tool"
description = "Returns its input."
input_schema = { type = "object" }
output_schema = { type = "array" }
`;
}

export function compatTable({ parameters: { runtime } }: World): string {
  return `[compat]\nrequired_protocol_major = ${runtime.protocolMajor}\nmin_palyra_version = "${runtime.version}"\n`;
}

/** The one integrity record of the complete manifest. */
export const integrityTable = `[[integrity.files]]
path = "docs/readme.txt"
sha256 = "${'0'.repeat(64)}"
`;

export function pieceIn(world: World, piece: Piece): string {
  return typeof piece === 'string' ? piece : piece(world);
}

/** Another sample, made from one by changing the only occurrence of each named piece. */
export function changed(id: string, from: Sample, ...changes: readonly (readonly [Piece, Piece])[]): Sample {
  const text = (world: World) =>
    changes.reduce((sofar, [piece, by]) => swap(sofar, pieceIn(world, piece), pieceIn(world, by)), from.text(world));
  return { id, text };
}

/** Another sample with further lines at its end. */
export function extended(id: string, from: Sample, lines: Piece): Sample {
  return { id, text: (world) => `${from.text(world)}\n${pieceIn(world, lines)}` };
}

export function parsing(text: (world: World) => string | Uint8Array): (world: World) => Recipe {
  return (world) => ({ operation: 'manifest.parse', model: { text: text(world) } });
}

/** The case that accepts a sample; `manifest` is what must be read from it. */
export function acceptedSample(
  sample: Sample,
  proves: readonly RequirementId[],
  manifest?: (world: World) => WireValue,
): AcceptedCase {
  const expected = manifest === undefined ? {} : { value: (world: World) => ({ manifest: manifest(world) }) };
  return accepted(sample.id, proves, parsing(sample.text), expected);
}

/** A change that names nothing, or more than one place, is a mistake in the table. */
function swap(text: string, piece: string, by: string): string {
  const parts = text.split(piece);
  if (parts.length !== 2) throw new Error(`${JSON.stringify(piece)} stands ${parts.length - 1} times in the sample`);
  return parts.join(by);
}
