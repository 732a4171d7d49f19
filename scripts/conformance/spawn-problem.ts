const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such program, or no interpreter for it',
  EACCES: 'it is not a file that may be executed',
  ENOEXEC: 'it is not a program that this machine can run',
};

/** What Node says of a program that does not start, in words. */
export function spawnProblem(detail: string): string {
  const [, program, code = ''] = /^(?:spawn (.+) )?(E[A-Z]+)$/s.exec(detail) ?? [];
  const sentence = sentences[code];
  if (sentence === undefined) return detail;
  return program === undefined ? `${sentence}, ${code}` : `${program}: ${sentence}, ${code}`;
}
