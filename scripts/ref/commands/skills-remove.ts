import { ok } from '#spec/result.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { json, oneSkillOptions } from '../skills/options.ts';
import { openState } from '../state-root.ts';

export default command({
  about: `Removes one version with its files. Where it was the current one, the highest that is left becomes current. Its
status stays, so a version that was quarantined is quarantined when it comes back; so does the trust in its publisher.`,
  example: 'palyra-ref skills remove acme.echo_skill --version 3.1.4',
  options: { ...oneSkillOptions, json },
  oneOf: [],
  run: async (options, shell) => {
    const state = await openState(options, shell);
    if (!state.ok) return state;
    const { takeStep } = await import('../skills/take-step.ts');
    const event = { kind: 'remove', skillId: options.skill, version: options.version ?? null } as const;
    const removed = takeStep(state.value, event, { by: { principal: 'user:local' }, withStatuses: false }, shell);
    if (!removed.ok) return removed;
    const versions = removed.value.effects.flatMap((effect) => (effect.kind === 'remove-version' ? [effect] : []));
    const [{ skillId } = { skillId: options.skill }] = versions;
    const names = versions.map(({ version }) => version);
    const { skillsFolder } = state.value;
    const stdout = options.json
      ? jsonDocument(
          new Map(
            Object.entries({
              event_kind: 'skill.removed',
              skill_id: skillId,
              removed_versions: names,
              skills_root: skillsFolder,
            }),
          ),
        )
      : markedLine('skill.removed', {
          skill_id: skillId,
          removed_versions: names.join(','),
          skills_root: skillsFolder,
        });
    return ok({ stdout });
  },
});
