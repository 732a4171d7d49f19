import { ok } from '#spec/result.ts';
import { command } from '../command.ts';
import { hostOf } from '../settings.ts';
import { json, machineOptions, oneSkillOptions } from '../skills/options.ts';
import { openState } from '../state-root.ts';

export default command({
  about: `Shows one installed version: what \`skills list\` shows, its manifest, who signed it, and what its artifact holds. Refused
where the artifact is not the one that was installed.`,
  example: 'palyra-ref skills info acme.echo_skill --json',
  options: { ...oneSkillOptions, ...machineOptions, json },
  oneOf: [],
  run: async (options, shell) => {
    const state = await openState(options, shell);
    if (!state.ok) return state;
    const { readInfo } = await import('../skills/info.ts');
    const machine = { device: options['device-capability'], node: options['node-capability'] };
    const wanted = { skillId: options.skill, version: options.version };
    const info = readInfo(state.value, wanted, { host: hostOf(options), ...machine });
    if (!info.ok) return info;
    const { infoJson, infoText } = await import('../skills/info-output.ts');
    const { problemNote } = await import('../skills/shelf-output.ts');
    const stdout = options.json ? infoJson(info.value) : infoText(info.value);
    return ok({ stdout, stderr: problemNote(info.value.problem) });
  },
});
