/**
 * What is wrong with a file that a person wrote for this suite, a baseline or a reason map. The line is counted from 1,
 * and the sentence says what to do about it.
 */
export type FileProblem = { readonly line: number } & (
  | { readonly problem: 'too large'; readonly limit: number }
  | { readonly problem: 'not UTF-8' }
  | { readonly problem: 'long line'; readonly limit: number }
  | { readonly problem: 'control character' }
  | { readonly problem: 'unreadable line'; readonly header: string }
  | { readonly problem: 'other header'; readonly found: string; readonly header: string }
  | { readonly problem: 'key before a header'; readonly key: string; readonly header: string }
  | { readonly problem: 'unreadable value'; readonly key: string }
  | { readonly problem: 'repeated key'; readonly key: string; readonly first: number }
  | { readonly problem: 'unknown key'; readonly key: string; readonly meant: string | undefined }
  | { readonly problem: 'missing key'; readonly key: string; readonly header: string }
  | { readonly problem: 'empty value'; readonly key: string }
  | { readonly problem: 'not an outcome'; readonly value: string }
  | { readonly problem: 'not a date'; readonly value: string }
  | { readonly problem: 'not a link'; readonly value: string }
  | { readonly problem: 'not a reason'; readonly value: string; readonly meant: string | undefined }
);

export function describeFileProblem(problem: FileProblem): string {
  return `line ${problem.line}: ${sentenceOf(problem)}`;
}

function sentenceOf(problem: FileProblem): string {
  switch (problem.problem) {
    case 'too large':
      return `the file is larger than ${problem.limit} bytes; use globs instead of single ids`;
    case 'not UTF-8':
      return 'this is not UTF-8; save the file in that encoding';
    case 'long line':
      return `the line has more than ${problem.limit} characters; shorten it`;
    case 'control character':
      return 'there is a control character; remove it, or write it as an escape such as \\u0007';
    case 'unreadable line':
      return `a line is empty, a comment, [[${problem.header}]] or key = "text"; this one is none of them`;
    case 'other header':
      return `[[${problem.found}]] is not known here; every entry begins with [[${problem.header}]]`;
    case 'key before a header':
      return `${problem.key} belongs to no entry; put [[${problem.header}]] on a line above it`;
    case 'unreadable value':
      return `the value of ${problem.key} is not text in quotes on one line; write ${problem.key} = "text"`;
    case 'repeated key':
      return `${problem.key} stands on line ${problem.first} already; keep one of the two`;
    case 'unknown key':
      return `there is no key ${problem.key}; ${problem.meant === undefined ? 'remove it' : `${problem.meant} was probably meant`}`;
    case 'missing key':
      return `this [[${problem.header}]] has no ${problem.key}; add ${problem.key} = "text"`;
    case 'empty value':
      return `${problem.key} is empty; fill it in`;
    case 'not an outcome':
      return `${quoted(problem.value)} is no outcome of a failure; write "ok", "reject" and the reason, "fault", "crash", "timeout", "protocol-error" or "flaky"`;
    case 'not a date':
      return `${quoted(problem.value)} is no date; write it as 2031-12-31`;
    case 'not a link':
      return `${quoted(problem.value)} is no link; write a URL that begins with https:// or http://`;
    case 'not a reason':
      return `${quoted(problem.value)} is no reason of the suite; ${problem.meant === undefined ? 'see reasons.json for all of them' : `${problem.meant} was probably meant`}`;
    default:
      return problem satisfies never;
  }
}

const longestShown = 60;

function quoted(value: string): string {
  return JSON.stringify(value.length > longestShown ? `${value.slice(0, longestShown)}…` : value);
}
