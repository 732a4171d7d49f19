/** The tokens of a pointer, or what is wrong with it. */
export type Pointer =
  | { readonly ok: true; readonly tokens: readonly string[] }
  | { readonly ok: false; readonly detail: string };

/** A2-POINTER: nothing but `~0` and `~1` is decoded. */
export function parsePointer(path: string): Pointer {
  if (path === '') return { ok: true, tokens: [] };
  if (!path.startsWith('/')) return { ok: false, detail: 'it must be empty or begin with /' };
  if (/~(?![01])/.test(path)) return { ok: false, detail: 'behind ~ only 0 or 1 may stand' };
  return { ok: true, tokens: path.slice(1).split('/').map(decodeToken) };
}

/** In one pass: `~01` is `~1`. */
function decodeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

const indexForm = /^(?:0|[1-9][0-9]*)$/;

/** A2-APPLY-INDEX: undefined where the token is none. One of too many digits is beyond every array. */
export function arrayIndex(token: string): number | undefined {
  return indexForm.test(token) ? Number(token) : undefined;
}
