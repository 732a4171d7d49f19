import { parseJson } from '#spec/json/parse.ts';
import { isJsonObject, type Json } from '#spec/json/value.ts';
import { suiteIdentity } from '../identity.ts';
import type { OpenedLine } from './chain.ts';
import { Claims } from './claims.ts';
import { FileCheck } from './file-check.ts';
import type { ClaimFinding, ReportFinding } from './finding.ts';
import { readLine } from './line-codecs.ts';
import type { FooterLine, ReportLine } from './lines.ts';
import { LineSplitter, type SplitLine } from './split-lines.ts';

/** Reads a report of any length in pieces, and collects what is wrong with it. */
export class ReportCheck {
  readonly #onLine: (line: ReportLine) => void;
  readonly #splitter = new LineSplitter();
  readonly #file = new FileCheck();
  readonly #findings: ClaimFinding[] = [];
  #claims: Claims | undefined;
  #footer: FooterLine | undefined;
  #suite = '';

  /** Hands on the lines that can be read; what they say is worth nothing where `end` has a finding. */
  constructor(onLine: (line: ReportLine) => void = () => {}) {
    this.#onLine = onLine;
  }

  push(chunk: Uint8Array): void {
    for (const line of this.#splitter.push(chunk)) this.#take(line);
  }

  end(): readonly ReportFinding[] {
    for (const line of this.#splitter.end()) this.#take(line);
    const damage = this.#file.end();
    if (damage.length > 0) return damage;
    if (this.#findings.length > 0) return this.#explained();
    return this.#footer === undefined ? [] : (this.#claims?.judge(this.#footer) ?? []);
  }

  #take(split: SplitLine): void {
    if (this.#file.stopped) return;
    const opened = this.#file.take(split);
    if (opened !== undefined && this.#findings.length < mostFindings) this.#read(opened);
  }

  #read({ content, line }: OpenedLine): void {
    const at = this.#file.at;
    const json = parseJson(content);
    if (!json.ok) {
      this.#findings.push({ kind: 'not-json', at, problem: json.problem });
      return;
    }
    if (line === 1) this.#suite = suiteOf(json.value);
    const read = readLine(json.value, line === 1);
    const [repeated] = json.repeated;
    if (repeated !== undefined) {
      this.#findings.push({ kind: 'malformed', at, path: repeated, wanted: 'to be there once' });
    } else if (!read.ok) {
      this.#findings.push({ kind: 'malformed', at, ...read.misfit });
    } else {
      this.#add(read.value, at);
      this.#onLine(read.value);
    }
  }

  #add(line: ReportLine, at: number): void {
    if (line.kind === 'header') this.#claims = new Claims(line);
    else if (line.kind === 'footer') this.#footer = line;
    else this.#findings.push(...(this.#claims?.add(line, at) ?? []));
  }

  #explained(): readonly ReportFinding[] {
    const own = `${suiteIdentity.name} ${suiteIdentity.version}`;
    if (this.#suite === own || this.#suite === '') return this.#findings;
    return [{ kind: 'other-suite', made: this.#suite, reading: own }, ...this.#findings];
  }
}

const mostFindings = 1000;

/** Who made it, before it is known whether the rest can be read. */
function suiteOf(header: Json): string {
  const suite = isJsonObject(header) ? header.get('suite') : undefined;
  if (!isJsonObject(suite)) return '';
  return [suite.get('name'), suite.get('version')].filter((part) => typeof part === 'string').join(' ');
}
