/** Whether an id is what the pattern says: `*` stands for any run of characters, slashes included, and `?` for one. */
export function matchesGlob(pattern: string, id: string): boolean {
  let [at, star, resume] = [0, -1, 0];
  let p = 0;
  // Going back to the latest star alone is enough, so the time is at most the product of the lengths.
  while (at < id.length) {
    if (p < pattern.length && (pattern[p] === '?' || (pattern[p] === id[at] && pattern[p] !== '*'))) {
      p++;
      at++;
    } else if (pattern[p] === '*') {
      star = p++;
      resume = at;
    } else if (star !== -1) {
      p = star + 1;
      at = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
