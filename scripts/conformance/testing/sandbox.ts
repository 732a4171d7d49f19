import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ProgramSandbox } from '../../cli/testing/sandbox.ts';
import { readDocumentFile } from '../../run-document.ts';
import { palyraConformance } from '../program.ts';

const readme = fileURLToPath(new URL('../../../README.md', import.meta.url));

/** `palyra-conformance` in a folder of its own, with the adapter that the README shows. */
export class Sandbox extends ProgramSandbox {
  /** The command line of the adapter. */
  readonly adapter = `${process.execPath} my-adapter.mjs`;

  constructor() {
    super(palyraConformance);
    this.write('my-adapter.mjs', readDocumentFile(readme, 'my-adapter.mjs'));
  }

  /** Whatever stands in a folder of reports, hidden files too. */
  files(folder: string): readonly string[] {
    return existsSync(this.path(folder)) ? readdirSync(this.path(folder)).sort() : [];
  }
}
