import type { ModuleParts } from '#fixtures/wasm/wasm-module.ts';
import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { accepted } from '../../rows.ts';
import { whole } from './expected.ts';
import { both, editedChecks, having, lines, mainModule, of, putModule } from './given.ts';
import { hostImport, importing, importKinds, stamped } from './modules.ts';

const proves = ['AUD-FILESYSTEM', 'AUD-CHECKS'] as const;
const types = 'wasi:filesystem/types@0.2.0';

function row(id: string, parts: ModuleParts, reachesFiles: boolean): Case {
  return editedChecks(
    `files-${id}`,
    proves,
    (world) => putModule(stamped(world, parts)),
    (world) => expected(world, parts, reachesFiles),
  );
}

function expected(world: World, parts: ModuleParts, reachesFiles: boolean) {
  return { modules: [{ path: mainModule, size: stamped(world, parts).length, reachesFiles }] };
}

/** The records alone: the check for imports of no host has a say in the verdict. */
function declared(id: string, text: string, more: object): Case {
  const parts = { imports: [importing(types, 'stat')] };
  const given = of(
    both(
      lines(text),
      having((world) => [['main.wasm', stamped(world, parts)]]),
    ),
  );
  const value = (world: World) => ({ checks: whole(world, { ...expected(world, parts, true), ...more }) });
  return accepted(`audit/files-${id}`, proves, given, { value });
}

const filesystem = (text: string) => `[capabilities.filesystem]\n${text}`;

const reaching: readonly (readonly [id: string, module: string])[] = [
  ['of-a-version', types],
  ['without-a-version', 'wasi:filesystem/preopens'],
  ['of-the-package', 'wasi:filesystem'],
  ['in-upper-case', 'WASI:FILESYSTEM/TYPES'],
  ['in-mixed-case', 'Wasi:FileSystem/types'],
  ['behind-a-space', ' wasi:filesystem/types'],
  ['before-a-line-break', 'wasi:filesystem\n'],
  ['between-odd-spaces', '\u3000\u0085wasi:filesystem/types\u2003'],
  ['of-a-longer-word', 'wasi:filesystems/types'],
  ['of-what-follows-without-a-slash', 'wasi:filesystem@0.2.0'],
];

const harmless: readonly (readonly [id: string, module: string])[] = [
  ['of-preview-1', 'wasi_snapshot_preview1'],
  ['of-the-environment', 'env'],
  ['without-a-name', ''],
  ['of-blanks', ' '],
  ['of-another-package', 'wasi:filesys/types'],
  ['of-sockets', 'wasi:sockets/tcp'],
  ['of-somebody-else', 'acme:wasi:filesystem/types'],
  ['with-a-slash', 'wasi/filesystem'],
  ['with-a-space-within', 'wasi: filesystem/types'],
  ['of-a-look-alike', 'w\u0430si:filesystem/types'],
  ['of-a-kelvin-sign', 'wasi:filesystem'.replace('f', '\u017f')],
  ['behind-a-byte-order-mark', '\ufeffwasi:filesystem/types'],
  ['behind-a-zero-width-space', '\u200bwasi:filesystem/types'],
];

export const filesystemCases: readonly Case[] = [
  ...reaching.map(([id, module]) => row(id, { imports: [importing(module, 'stat')] }, true)),
  ...harmless.map(([id, module]) => row(`no-import-${id}`, { imports: [importing(module, 'stat')] }, false)),
  row('no-import-whose-name-says-so', { imports: [importing('env', types)] }, false),
  ...importKinds.map((kind) => row(`import-of-a-${kind}`, { imports: [importing(types, 'it', kind)] }, true)),
  row('import-behind-others', { imports: [...manyImports(), importing(types, 'stat')] }, true),
  row('import-without-a-name', { imports: [importing(types, '')] }, true),
  declared('with-a-read-root', filesystem('read_roots = ["data"]'), { readRoots: ['data'] }),
  declared('with-a-write-root', filesystem('write_roots = ["data"]'), { writeRoots: ['data'] }),
  declared('with-both-roots', filesystem('read_roots = ["a"]\nwrite_roots = ["b"]'), {
    readRoots: ['a'],
    writeRoots: ['b'],
  }),
  declared('with-empty-roots', filesystem('read_roots = []\nwrite_roots = []'), {}),
  declared('with-hosts', '[capabilities]\nhttp_egress_allowlist = ["a.example.com"]', { hosts: ['a.example.com'] }),
];

function manyImports() {
  return Array.from({ length: 200 }, () => hostImport('http-count'));
}
