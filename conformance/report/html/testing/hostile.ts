import type { CaseLine, HeaderLine } from '../../lines.ts';

/** What a subject might say of itself or of a case, if it wanted to do more than be tested. */
export const hostileText = [
  '"><script>window.hacked = 1</script>',
  '<img src=x onerror="window.hacked = 2">',
  "' onmouseover='window.hacked = 3",
  '</script><script>window.hacked = 4</script><!--',
  ']]>{{window.hacked = 5}}',
  'javascript:window.hacked=7',
  '\u202egnp.exe\u2028\u2029\ud800\u0000\u001b[31m\u200b',
  'x'.repeat(300),
].join(' ');

export function hostileCase(line: CaseLine): CaseLine {
  return {
    ...line,
    id: `${line.id} ${hostileText}`,
    expected: { ...line.expected, text: hostileText },
    observed: { ...line.observed, reason: hostileText, text: hostileText, native: hostileText, stderr: hostileText },
    twin: hostileText,
    edit: hostileText,
    note: hostileText,
    known: hostileText,
  };
}

export function hostileSubject(subject: HeaderLine['subject']): HeaderLine['subject'] {
  return {
    ...subject,
    name: hostileText,
    version: hostileText,
    language: hostileText,
    features: [hostileText],
    parameters: {
      names: { sbomEntry: hostileText, defaultEntrypoint: hostileText },
      runtime: { version: hostileText, protocolMajor: 1n },
    },
  };
}
