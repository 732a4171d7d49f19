import { closeLine, noChain } from './chain.ts';
import { caseCodec, footerCodec, headerCodec } from './line-codecs.ts';
import type { Report, ReportLine } from './lines.ts';

export interface ReportWriter {
  line(line: ReportLine): void;
}

/** Writes each line as it comes; the header has to come first and the footer last. */
export function reportWriter(write: (text: string) => void): ReportWriter {
  let place = { line: 1, previous: noChain };
  return {
    line: (line) => {
      const { text, chain } = closeLine(encodeContent(line), place);
      place = { line: place.line + 1, previous: chain };
      write(`${text}\n`);
    },
  };
}

export function encodeReport({ header, cases, footer }: Report): string {
  const written: string[] = [];
  const writer = reportWriter((text) => written.push(text));
  for (const line of [header, ...cases, footer]) writer.line(line);
  return written.join('');
}

function encodeContent(line: ReportLine): string {
  switch (line.kind) {
    case 'header':
      return headerCodec.encode(line);
    case 'case':
      return caseCodec.encode(line);
    case 'footer':
      return footerCodec.encode(line);
  }
}
