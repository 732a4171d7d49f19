import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compilePages, pagesFile } from './page/compile.ts';

const help = `Compiles the scripts and the style of the HTML reports into ${pagesFile}.

  npm run page          write it
  npm run page:check    write nothing; complain when it is out of date

Leaves with 1 when it is out of date.
`;

const { check, help: asked } = parseArgs({
  options: { check: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
}).values;

if (asked) {
  process.stdout.write(help);
} else {
  const { text, written } = compilePages(process.cwd());
  if (!check) writeFileSync(pagesFile, text);
  else if (text !== written) {
    console.error(`${pagesFile} is out of date: run npm run page`);
    process.exitCode = 1;
  }
}
