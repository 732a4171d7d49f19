import { type OpenedLine, openLine } from './chain.ts';
import type { LineFinding } from './finding.ts';
import { Sequence } from './sequence.ts';
import type { SplitLine } from './split-lines.ts';

/** A file with more than this wrong is not a damaged report but something else. */
const mostFindings = 1000;

/** Whether the lines are those that were written, all of them and in their order; it does not read what they say. */
export class FileCheck {
  readonly #sequence = new Sequence();
  readonly #findings: LineFinding[] = [];
  #at = 0;
  #firstChain: string | undefined;
  #footerSeen = false;
  #stopped = false;

  /** The number of lines so far, as they are counted in the file. */
  get at(): number {
    return this.#at;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** The line, where it is intact and the first of its number. */
  take({ bytes, ended }: SplitLine): OpenedLine | undefined {
    this.#at++;
    const opened = bytes === null ? undefined : this.#open(bytes);
    if (this.#findings.length >= mostFindings) return this.#stop({ kind: 'more' });
    if (this.#at === 1 && opened === undefined && !looksWritten(bytes)) return this.#stop({ kind: 'not-a-report' });
    if (!ended) return this.#stop(this.#orBehind({ kind: 'truncated', at: this.#at, insideLine: true }));
    if (opened === undefined) {
      this.#sequence.damaged();
      return this.#find(this.#orBehind({ kind: bytes === null ? 'too-long' : 'edited', at: this.#at }));
    }
    const isOther = this.#footerSeen || (this.#firstChain !== undefined && this.#firstChain !== opened.chain);
    if (opened.line === 1 && isOther) return this.#stop({ kind: 'second-report', at: this.#at });
    return this.#place(opened);
  }

  end(): readonly LineFinding[] {
    if (this.#at === 0) return [{ kind: 'empty' }];
    const known = new Set(this.#findings.map(({ kind }) => kind));
    if (known.has('not-a-report') || known.has('more')) return this.#findings;
    const { gaps } = this.#sequence;
    for (const gap of gaps.slice(0, mostFindings)) this.#find({ kind: 'dropped', ...gap });
    if (gaps.length > mostFindings) this.#find({ kind: 'more' });
    const wantsFooter = !this.#footerSeen && !known.has('truncated');
    if (wantsFooter) this.#find({ kind: 'truncated', at: this.#at + (this.#stopped ? 0 : 1), insideLine: false });
    return this.#findings;
  }

  #place(opened: OpenedLine): OpenedLine | undefined {
    const { line } = opened;
    const at = this.#at;
    const place = this.#sequence.intact(opened, at);
    if (place === 'repeated') return this.#find({ kind: 'repeated', at, line });
    if (place === 'moved') this.#find({ kind: 'moved', at, line });
    else if (this.#footerSeen) this.#find({ kind: 'after-footer', at });
    else if (place === 'spliced') this.#find({ kind: 'spliced', at });
    if (line === 1) this.#firstChain = opened.chain;
    if (isFooter(opened.content)) this.#footerSeen = true;
    return opened;
  }

  #open(bytes: Uint8Array): OpenedLine | undefined {
    const opened = openLine(bytes);
    if (opened !== undefined || bytes.at(-1) !== carriageReturn) return opened;
    const converted = openLine(bytes.subarray(0, -1));
    const isFirst = !this.#findings.some(({ kind }) => kind === 'carriage-returns');
    if (converted !== undefined && isFirst) this.#find({ kind: 'carriage-returns', at: this.#at });
    return converted;
  }

  #orBehind(finding: LineFinding): LineFinding {
    return this.#footerSeen ? { kind: 'after-footer', at: this.#at } : finding;
  }

  #stop(finding: LineFinding): undefined {
    this.#stopped = true;
    this.#find(finding);
  }

  #find(finding: LineFinding): undefined {
    this.#findings.push(finding);
  }
}

const carriageReturn = 0x0d;
const footerHead = Buffer.from('{"kind":"footer",');
const firstHead = '{"line":1,"previous":"';

function isFooter(content: Uint8Array): boolean {
  return footerHead.equals(content.subarray(0, footerHead.length));
}

/** A damaged first line still shows most of its form, and a cut one the beginning of it. */
function looksWritten(bytes: Uint8Array | null): boolean {
  if (bytes === null) return false;
  const text = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return text.includes('"previous":"') || firstHead.startsWith(text);
}
