import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { AcceptedCase, RejectedCase } from '../../case.ts';
import { rejected, replace } from '../../rows.ts';
import { quoted } from './quoted.ts';
import { acceptedSample, changed, type Piece, pieceIn, type Sample } from './sample.ts';

/** One place of an accepted manifest, whose text varies from row to row. */
export interface Place {
  readonly sample: Sample;
  /** What stands there in the sample, and nowhere else. */
  readonly piece: Piece;
  /** The part of the parsed manifest that shows what was read at this place. */
  readonly shows?: (value: WireValue, world: World) => WireValue;
}

type Proves = readonly RequirementId[];

/** Rows whose ids begin with `prefix`; each writes another piece at the place. */
export function rowsAt(prefix: string, proves: Proves, place: Place) {
  const { sample, piece, shows } = place;
  return {
    reads(name: string, by: Piece, value?: WireValue, also: Proves = []): AcceptedCase {
      const shown = value === undefined || shows === undefined ? undefined : (world: World) => shows(value, world);
      return acceptedSample(changed(`${prefix}-${name}`, sample, [piece, by]), [...proves, ...also], shown);
    },
    refuses(name: string, by: Piece, code: FailureCode, also: Proves = []): RejectedCase {
      const edit = (world: World) => replace(['text'], pieceIn(world, piece), pieceIn(world, by));
      return rejected(`${prefix}-${name}`, [...proves, ...also], sample.id, code, edit);
    },
  };
}

/** The same for a place that holds one text: rows give the text itself, and what is accepted is read unchanged. */
export function textsAt(
  prefix: string,
  proves: Proves,
  place: Place & { readonly write?: (literal: string) => string },
) {
  const rows = rowsAt(prefix, proves, place);
  const write = (text: Piece) => (world: World) => (place.write ?? same)(quoted(pieceIn(world, text)));
  return {
    reads: (name: string, text: string, also: Proves = []) => rows.reads(name, write(text), text, also),
    refuses: (name: string, text: Piece, code: FailureCode, also: Proves = []) =>
      rows.refuses(name, write(text), code, also),
  };
}

function same(literal: string): string {
  return literal;
}
