import { ok } from '#spec/result.ts';
import { painter } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { refuseHarness } from '../harness-failure.ts';
import { plainJson } from '../json.ts';

export default command({
  about: `Takes whatever has a name in a report: a requirement, a failure code, a case, an error of shipping software, or
a diagnosis of an adapter. Shows what it demands and why, what proves it, and how to ask for it alone.`,
  example: 'palyra-conformance explain ART-UNIQUE-NAMES',
  options: {
    id: { kind: 'argument', shows: 'id', about: 'Such as ART-ZIP, artifact.not-zip, artifact/plain or hello.nonce.' },
    json: { kind: 'flag', about: 'Print the explanation as JSON.' },
  },
  oneOf: [],
  run: async ({ id, json, 'no-color': noColor }, shell) => {
    const { lookUp, suggestionsFor } = await import('../explain/look-up.ts');
    const explanation = lookUp(id);
    if (explanation === undefined) {
      const similar = suggestionsFor(id);
      return refuseHarness('misuse', 'harness.unknown-id', {
        message: `Nothing is called ${JSON.stringify(id)}${similar.length === 0 ? '.' : `; did you mean ${similar.join(' or ')}?`}`,
        hint: '`palyra-conformance list` shows the cases, `palyra-conformance list --requirements` the requirements.',
      });
    }
    if (json) return ok({ stdout: plainJson(explanation) });
    const { explanationText } = await import('../explain/text.ts');
    return ok({ stdout: explanationText(explanation, painter(shell, 'stdout', noColor)) });
  },
});
