import { ok } from '#spec/result.ts';
import { columns } from '../../cli/wrap.ts';
import { command } from '../command.ts';
import { plainJson } from '../json.ts';
import { checkSelection, selectionOf, selectionOptions } from '../selection-options.ts';

export default command({
  about: `Shows what \`run\` would ask with the same options: of each case its id, what it expects, its operation and the
requirements it proves. With --requirements it shows the sentences instead, with the number of cases that prove each.`,
  example: "palyra-conformance list --area artifact --case '*duplicate*'",
  options: {
    ...selectionOptions,
    requirements: {
      kind: 'flag',
      about: 'List requirements instead of cases; --case and --exclude do not apply to them.',
    },
    json: { kind: 'flag', about: 'Print the list as JSON.' },
  },
  oneOf: [
    { of: ['requirements', 'case'], required: false },
    { of: ['requirements', 'exclude'], required: false },
  ],
  run: async (options) => {
    const selection = selectionOf(options);
    const [{ cases }, { selectCases, selectRequirements }] = await Promise.all([
      import('#conformance/cases/index.ts'),
      import('#conformance/plan/selection.ts'),
    ]);
    const requirements = selectRequirements(selection);
    if (options.requirements) {
      const listed = requirements.map((one) => ({
        ...one,
        cases: cases.filter(({ proves }) => proves.includes(one.id)).length,
      }));
      if (options.json) return ok({ stdout: plainJson({ requirements: listed }) });
      const rows = listed.map(({ id, keyword, set, cases, text }) => [id, keyword, set, String(cases), text]);
      return ok({ stdout: columns(rows) });
    }
    const some = await checkSelection(selection);
    if (!some.ok) return some;
    const { caseFacts, expectedInShort } = await import('../case-facts.ts');
    const listed = selectCases(cases, requirements, selection).map(caseFacts);
    if (options.json) return ok({ stdout: plainJson({ cases: listed }) });
    return ok({
      stdout: columns(listed.map((one) => [one.id, expectedInShort(one), one.operation, one.requirements.join(', ')])),
    });
  },
});
