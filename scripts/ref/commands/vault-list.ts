import { ok } from '#spec/result.ts';
import { jsonDocument, printable } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { openVault } from '../vault.ts';

export default command({
  about: `Shows names and never values, one a line. Those below global/skills.trust_store.integrity. are the program's own:
digests of the trust stores it has written.`,
  example: 'palyra-ref vault list',
  options: { json: { kind: 'flag', about: 'Print the names as JSON.' } },
  oneOf: [],
  run: async (options, shell) => {
    const vault = await openVault(options, shell);
    if (!vault.ok) return vault;
    const references = vault.value.list();
    if (!references.ok) return references;
    if (options.json) return ok({ stdout: jsonDocument(new Map([['references', references.value]])) });
    return ok({ stdout: references.value.map((reference) => `${printable(reference)}\n`).join('') });
  },
});
