import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, extended, full, integrityTable, minimal, toolTable } from './sample.ts';

const proves = ['MAN-NO-OTHER-LIMITS'] as const;
const integrity = rowsAt('manifest/unlimited', proves, {
  sample: full,
  piece: integrityTable.replace('[[integrity.files]]\n', ''),
  shows: (files) => ({ integrity: { files } }),
});
const long = 'x'.repeat(70_000);
const many = Array.from({ length: 300 }, (_, index) => `h${index}.example`);

/** What no rule forbids is allowed, however long, often or odd. */
export const limitCases: readonly Case[] = [
  acceptedSample(changed('manifest/unlimited-name', minimal, ['Echo skill', long]), proves, () => ({ name: long })),
  acceptedSample(
    changed('manifest/unlimited-skill-id', minimal, [({ skillId }) => `"${skillId}"`, `"${long}"`]),
    proves,
    () => ({ skill_id: long }),
  ),
  acceptedSample(
    extended('manifest/unlimited-hosts', minimal, `[capabilities]\nhttp_egress_allowlist = ${JSON.stringify(many)}\n`),
    proves,
    () => ({ capabilities: { http_egress_allowlist: many } }),
  ),
  acceptedSample(changed('manifest/unlimited-tools', minimal, [toolTable, hundredTools]), proves),
  acceptedSample(
    extended(
      'manifest/unlimited-repetition',
      minimal,
      `[capabilities]
http_egress_allowlist = ["a", "a"]
device_capabilities = ["a", "a"]
secrets = [{ scope = "global", key_names = ["a", "a"] }, { scope = "global", key_names = ["a"] }]
[capabilities.filesystem]
read_roots = ["a", "a", "a/b"]
write_roots = ["a", "a"]
`,
    ),
    proves,
    () => ({
      capabilities: {
        http_egress_allowlist: ['a', 'a'],
        device_capabilities: ['a', 'a'],
        filesystem: { read_roots: ['a', 'a', 'a/b'], write_roots: ['a', 'a'] },
        secrets: [
          { scope: 'global', key_names: ['a', 'a'] },
          { scope: 'global', key_names: ['a'] },
        ],
      },
    }),
  ),
  integrity.reads('integrity-path', 'path = "../x"\nsha256 = ""\n', [{ path: '../x', sha256: '' }]),
  integrity.reads('integrity-hash', 'path = ""\nsha256 = "no hash"\n', [{ path: '', sha256: 'no hash' }]),
  integrity.reads('integrity-repetition', 'path = "a"\nsha256 = "1"\n[[integrity.files]]\npath = "a"\nsha256 = "2"\n', [
    { path: 'a', sha256: '1' },
    { path: 'a', sha256: '2' },
  ]),
];

function hundredTools(world: World): string {
  const id = `id = "${world.publisher}.${world.tool}"`;
  return Array.from({ length: 100 }, (_, index) =>
    toolTable(world).replace(id, `id = "${world.publisher}.t${index}"`),
  ).join('\n');
}
