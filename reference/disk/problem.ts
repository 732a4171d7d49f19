/** What the operating system said, short enough for one line of a failure. */
export function diskProblem(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);
}
