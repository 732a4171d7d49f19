/** Why a run ended as it did, for whoever wrote the plugin. */
export interface Explanation {
  /** One sentence. */
  readonly what: string;
  /** What there is to know about it, a sentence each. */
  readonly details: readonly string[];
  /** What to try, the likeliest first. */
  readonly next: readonly string[];
}

const mostItems = 8;

/** A list of whatever length, short enough to read. */
export function listed(items: readonly string[]): string {
  const shown = items.slice(0, mostItems);
  const rest = items.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
