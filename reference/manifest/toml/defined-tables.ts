interface Place {
  readonly inner: Map<string, Place>;
  hasHeader: boolean;
  /** Of an array of tables: its last element, which is what a header or key below it means. */
  element: Place | undefined;
}

/**
 * The tables that have a header of their own, in a document with arrays of tables: smol-toml 1.9 forgets a header whose
 * table an array's header had made before, and then lets a dotted key of another table reach into it.
 */
export class DefinedTables {
  private readonly root = newPlace();
  private current = this.root;

  /** Moves on to the table of this header. */
  enter(segments: readonly string[], isArray: boolean): void {
    let place = this.root;
    for (const segment of segments) {
      const inner = (place.element ?? place).inner;
      place = inner.get(segment) ?? newPlace();
      inner.set(segment, place);
    }
    if (isArray) place.element = newPlace();
    else place.hasHeader = true;
    this.current = place.element ?? place;
  }

  /** Whether a dotted key of the current table adds to a table that has its own header (MAN-TOML). */
  isReopenedBy(segments: readonly string[]): boolean {
    let place: Place | undefined = this.current;
    for (const segment of segments.slice(0, -1)) {
      place = (place.element ?? place).inner.get(segment);
      if (place === undefined) return false;
      if (place.hasHeader) return true;
    }
    return false;
  }
}

function newPlace(): Place {
  return { inner: new Map(), hasHeader: false, element: undefined };
}
