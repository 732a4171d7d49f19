/** How often something was seen, where it was seen at all. */
export function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
