import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, changed, minimal, type Sample } from './sample.ts';

const mark = '\ufeff';
const marked: Sample = { id: 'manifest/mark-once', text: (world) => `${mark}${minimal.text(world)}` };

const proves = ['MAN-TOML-BOM'] as const;
const first = rowsAt('manifest/mark', proves, { sample: marked, piece: `${mark}manifest_version` });
const line = rowsAt('manifest/mark', proves, { sample: minimal, piece: '\nname = "Echo skill"' });

export const byteOrderMarkCases: readonly Case[] = [
  acceptedSample(marked, proves, ({ skillId }) => ({ manifest_version: 2n, skill_id: skillId })),
  acceptedSample(changed('manifest/mark-in-text', minimal, ['Echo skill', `${mark}Echo`]), proves, () => ({
    name: `${mark}Echo`,
  })),
  line.reads('in-comment', `\n# ${mark}\nname = "Echo skill"`),
  first.refuses('twice', `${mark}${mark}manifest_version`, 'manifest.toml-syntax'),
  first.refuses('after-newline', `\n${mark}manifest_version`, 'manifest.toml-syntax'),
  first.refuses('after-space', ` ${mark}manifest_version`, 'manifest.toml-syntax'),
  line.refuses('on-a-later-line', `\n${mark}name = "Echo skill"`, 'manifest.toml-syntax'),
  line.refuses('before-a-value', `\nname = ${mark}"Echo skill"`, 'manifest.toml-syntax'),
  line.refuses('at-the-end-of-a-line', `\nname = "Echo skill"${mark}`, 'manifest.toml-syntax'),
];
