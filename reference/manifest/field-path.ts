import { quote } from '#spec/failure/evidence.ts';

/** A key of the document as a segment of a path such as `entrypoints.tools[1].id`, fit to print. */
export function keySegment(key: string): string {
  return /^[A-Za-z0-9_-]{1,80}$/.test(key) ? key : quote(key);
}

export function indexSegment(index: number): string {
  return `[${index}]`;
}

export function joinPath(segment: string, rest: string): string {
  return rest === '' || rest.startsWith('[') ? `${segment}${rest}` : `${segment}.${rest}`;
}
