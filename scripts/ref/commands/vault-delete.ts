import { ok } from '#spec/result.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { openVault } from '../vault.ts';

export default command({
  about: 'What is deleted cannot be brought back.',
  example: 'palyra-ref vault delete skill:acme.echo/api-token',
  options: {
    reference: { kind: 'argument', shows: 'scope/key', about: 'As `vault list` shows it.' },
    json: { kind: 'flag', about: 'Print the result as JSON.' },
  },
  oneOf: [],
  run: async ({ reference, json, ...options }, shell) => {
    const vault = await openVault(options, shell);
    if (!vault.ok) return vault;
    const deleted = vault.value.delete(reference);
    if (!deleted.ok) return deleted;
    return ok({
      stdout: json ? jsonDocument(new Map([['reference', reference]])) : markedLine('vault.delete', { reference }),
    });
  },
});
