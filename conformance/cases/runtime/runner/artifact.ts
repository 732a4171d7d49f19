import type { Case } from '../../../case.ts';
import { insert, put, replace } from '../../../rows.ts';
import { type ArtifactChange, mainModule, ofSkill, skillAnswer } from './given.ts';
import { versioned } from './installed.ts';
import { refusingSkill, runs, seen } from './rows.ts';

const sound = ['RUN-ARTIFACT'] as const;
const same = ['RUN-SAME-SKILL'] as const;
const swapped = ['RUN-SWAPPED-SKILL'] as const;
const bad = refusingSkill(sound, 'runner.bad-artifact');
const other = refusingSkill(same, 'runner.other-skill');

const artifact = ['installed', 0, 'artifact'] as const;
const manifest = [...artifact, 'manifest'] as const;

/** White space in the manifest, around what the list has without. */
const spaced: ArtifactChange = (base, { skillId }) => ({
  ...base,
  manifest: `${base.manifest}`.replace(`"${skillId}"`, `" ${skillId}\\u0085"`).replace('"3.1.4"', '"\\t3.1.4 "'),
});
const renamed: ArtifactChange = (base, { skillId, publisher }) => ({
  ...base,
  manifest: `${base.manifest}`.replace(`"${skillId}"`, `"${publisher}.other"`),
});

export const artifactCases: readonly Case[] = [
  bad('artifact-of-no-bytes', put(artifact, '')),
  bad('artifact-no-zip', put(artifact, 'no archive')),
  bad('artifact-without-provenance', insert([...artifact, 'archive', 'omit', 0], 'provenance.json')),
  bad('artifact-module-not-listed', insert([...artifact, 'integrity', 'omit', 0], mainModule)),
  bad('artifact-manifest-invalid', replace(manifest, '"Echo skill"', '""')),
  bad('artifact-signature-wrong', put([...artifact, 'signing', 'record', 'values', 'signature_base64'], '"?"')),
  bad('artifact-of-another-publisher', ({ otherPublisher }) =>
    put([...artifact, 'signing', 'publisher'], otherPublisher),
  ),
  bad('artifact-changed-after-signing', put([...artifact, 'archive', 'entries', mainModule], { content: 'other' })),
  bad('artifact-for-later-protocol', ({ parameters: { runtime } }) =>
    replace(
      manifest,
      `required_protocol_major = ${runtime.protocolMajor}`,
      `required_protocol_major = ${runtime.protocolMajor + 1n}`,
    ),
  ),
  runs(
    'artifact-signed-by-stranger',
    sound,
    ofSkill({}, (base, { otherSigningSeed }) => ({ ...base, signing: { ...base.signing, seed: otherSigningSeed } })),
    skillAnswer,
  ),
  runs('artifact-with-white-space-in-manifest', same, ofSkill({}, spaced), ({ skillId }) => ({
    ...skillAnswer,
    skill: { skill_id: skillId, version: '3.1.4' },
  })),
  other('artifact-of-other-version', replace(manifest, '"3.1.4"', '"3.1.3"')),
  other('artifact-of-version-spelled-otherwise', replace(manifest, '"3.1.4"', '"3.01.4"')),
  other('artifact-of-other-skill', ({ skillId, publisher }) =>
    replace(manifest, `"${skillId}"`, `"${publisher}.other"`),
  ),
  other('listed-as-other-version', put(['installed', 0, 'version'], '3.1.5')),
  seen('seen-other-version', swapped, 'accepted', ofSkill({}, versioned('3.1.3'))),
  seen('seen-other-skill', swapped, 'accepted', ofSkill({}, renamed)),
];
