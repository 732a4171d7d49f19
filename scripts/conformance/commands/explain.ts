import { ok } from '#spec/result.ts';
import { painter } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { refuseHarness } from '../harness-failure.ts';
import { plainJson } from '../json.ts';
import { programWords } from '../program-words.ts';

export default command({
  about: `Takes whatever has a name in a report: a requirement, a failure code, a case, an error of shipping software, an
outcome, a feature, a diagnosis of an adapter, a check of \`doctor\` or a refusal of this program. Shows what it demands and why,
what proves it, and how to ask for it alone.`,
  example: 'palyra-conformance explain ART-UNIQUE-NAMES',
  options: {
    id: { kind: 'argument', shows: 'id', about: 'Such as ART-ZIP, artifact.not-zip, artifact/plain or hello.nonce.' },
    json: { kind: 'flag', about: 'Print the explanation as JSON.' },
  },
  oneOf: [],
  run: async ({ id, json, 'no-color': noColor }, shell) => {
    const { lookUp } = await import('../explain/look-up.ts');
    const explanation = lookUp(id);
    if (explanation === undefined) {
      const { didYouMean, suggestionsFor } = await import('../explain/suggestions.ts');
      return refuseHarness('misuse', 'harness.unknown-id', {
        message: `Nothing is called ${JSON.stringify(id)}${didYouMean(suggestionsFor(id))}`,
        hint: '`palyra-conformance list` shows the cases, `palyra-conformance list --requirements` the requirements.',
      });
    }
    if (json) return ok({ stdout: plainJson(explanation) });
    const { explanationText } = await import('../explain/text.ts');
    const paint = painter(shell, 'stdout', noColor);
    return ok({ stdout: explanationText(explanation, paint, programWords(shell)) });
  },
});
