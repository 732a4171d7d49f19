import { asciiLower, trim } from '#reference/text/white-space.ts';
import type { Json } from '#spec/json/value.ts';
import { ok } from '#spec/result.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { exitCodes } from '../exit.ts';
import { hostOf } from '../settings.ts';
import { json, machineOptions } from '../skills/options.ts';
import { openState } from '../state-root.ts';

export default command({
  about: `Shows every installed version: its record, its status, and whether it may be used. An artifact that cannot be used is
shown with what is wrong with it, and so are statuses that cannot be read; the command then leaves with 7. Before anything was ever quarantined or enabled there
is no journal, and the status is unknown. --output-format json stands for --json here.`,
  example: 'palyra-ref skills list --current-only --json',
  options: {
    publisher: { kind: 'value', shows: 'publisher', about: 'Only skills of this publisher.' },
    'current-only': { kind: 'flag', about: 'Only current versions.' },
    'quarantined-only': { kind: 'flag', about: 'Only versions that are quarantined.' },
    'eligible-only': { kind: 'flag', about: 'Only versions that may be used.' },
    ...machineOptions,
    json,
  },
  oneOf: [],
  run: async (options, shell) => {
    const state = await openState(options, shell);
    if (!state.ok) return state;
    const { readShelf } = await import('../skills/shelf.ts');
    const { entryLine, entryToJson, hasProblem, problemLine, problemToJson } = await import(
      '../skills/shelf-output.ts'
    );
    const publisher = options.publisher && asciiLower(trim(options.publisher));
    const machine = { device: options['device-capability'], node: options['node-capability'] };
    const shelf = readShelf(
      state.value,
      ({ index }) =>
        ok(
          index.entries.filter(
            (record) =>
              (publisher === undefined || asciiLower(record.publisher) === publisher) &&
              (record.current || !options['current-only']),
          ),
        ),
      { host: hostOf(options), ...machine },
    );
    if (!shelf.ok) return shelf;
    const { problem } = shelf.value;
    const entries = shelf.value.entries.filter(
      ({ inventory: { runtimeStatus, eligibility } }) =>
        (runtimeStatus.quarantineStatus === 'quarantined' || !options['quarantined-only']) &&
        (eligibility.eligible || !options['eligible-only']),
    );
    const { skillsFolder } = state.value;
    const stdout =
      options.json || options['output-format'] === 'json'
        ? jsonDocument(
            new Map<string, Json>([
              ['skills_root', skillsFolder],
              ['count', BigInt(entries.length)],
              ['entries', entries.map(entryToJson)],
              ...(problem === undefined ? [] : [['problem', problemToJson(problem)] as const]),
            ]),
          )
        : [
            markedLine('skills.list', { root: skillsFolder, count: entries.length }),
            ...(problem === undefined ? [] : [problemLine(problem)]),
            ...entries.map(entryLine),
          ].join('');
    // CMD-LIST-PARTIAL
    const isWhole = problem === undefined && !entries.some(hasProblem);
    return ok({ stdout, exitCode: isWhole ? exitCodes.success : exitCodes.precondition_failed });
  },
});
