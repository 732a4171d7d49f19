import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinModules } from './join-modules.ts';

const folder = 'conformance/report/html';
export const pagesFile = `${folder}/generated/page.ts`;

/** What the file must hold, and what it holds. */
export function compilePages(root: string): { readonly text: string; readonly written: string } {
  const output = mkdtempSync(join(tmpdir(), 'palyra-page-'));
  try {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const options = ['-p', `${folder}/page`, '--noEmit', 'false', '--outDir', output];
    const more = ['--rewriteRelativeImportExtensions', '--removeComments'];
    execFileSync(process.execPath, [compiler, ...options, ...more], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const read = (path: string) => readFileSync(join(output, path), 'utf8');
    const path = join(root, pagesFile);
    return { text: moduleOf(read, style(root)), written: existsSync(path) ? readFileSync(path, 'utf8') : '' };
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

/** In the order of their names. */
function style(root: string): string {
  const path = join(root, folder, 'page/style');
  return readdirSync(path)
    .sort()
    .map((name) => readFileSync(join(path, name), 'utf8'))
    .join('\n');
}

function moduleOf(read: (path: string) => string, css: string): string {
  const script = (name: string) => JSON.stringify(joinModules(`${folder}/page/${name}.js`, read));
  return `// Written by \`npm run page\`; the sources are in ${folder}/page.
export const reportScript =
  ${script('report')};

export const comparisonScript =
  ${script('comparison')};

export const pageStyle =
  ${JSON.stringify(css)};
`;
}
