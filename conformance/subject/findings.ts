import type { Diagnosis, DiagnosisCode } from '../diagnosis.ts';

/** What is to be said of a connection when it is over: of each kind the first that was found. */
export class Findings {
  readonly #found = new Map<DiagnosisCode, Diagnosis>();

  note(code: DiagnosisCode, detail: string): void {
    if (!this.#found.has(code)) this.#found.set(code, { code, detail });
  }

  add(found: Iterable<Diagnosis>): void {
    for (const { code, detail } of found) this.note(code, detail);
  }

  list(): readonly Diagnosis[] {
    return [...this.#found.values()];
  }
}
