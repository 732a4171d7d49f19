/**
 * Makes one script of modules that import each other by relative paths: each stands once, after those it needs. It reads
 * what the TypeScript compiler writes, so imports and exports begin a line, and nothing is exported by another name.
 */
export function joinModules(entry: string, read: (path: string) => string): string {
  const joined: string[] = [];
  const seen = new Set<string>();
  const owners = new Map<string, string>();
  const add = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = read(path);
    for (const [, from = ''] of text.matchAll(imports)) add(resolve(path, from));
    for (const [, name = ''] of text.matchAll(declarations)) {
      const owner = owners.get(name);
      if (owner !== undefined) throw new Error(`${name} is declared in ${owner} and in ${path}`);
      owners.set(name, path);
    }
    const own = text
      .replace(imports, '')
      .replace(/^export {};\n?/gm, '')
      .replace(/^export (?=(?:async )?function|const|class|let)/gm, '');
    const left = /^(?:import|export)\b.*/m.exec(own);
    if (left) throw new Error(`${path}: cannot join ${left[0]}`);
    joined.push(own.trim());
  };
  add(entry);
  return `${joined.filter(Boolean).join('\n')}\n`;
}

const imports = /^import \{[^}]*\} from '([^']+)';\n?/gm;
const declarations = /^(?:export )?(?:async )?(?:function|const|class|let) ([\w$]+)/gm;

function resolve(from: string, to: string): string {
  if (!to.startsWith('.')) throw new Error(`${from} imports ${to}: only files can be joined`);
  return new URL(to, `file:///${from}`).pathname.slice(1);
}
