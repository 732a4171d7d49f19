import { parseArgs } from 'node:util';
import { describeComplaint } from '#spec/compile/complaint.ts';
import { compileTree, type Options } from './spec/compile-tree.ts';

const help = `Compiles the chapters of spec/ and joins them with the code, the cases and the tests.

  npm run spec                          write what follows from the chapters
  npm run spec:check                    write nothing; complain about what is out of date
  npm run spec -- --confirm ID          record that the cases of a changed sentence were read again (or: --confirm all)

Leaves with 1 when there is a complaint, with 2 when the options make no sense.
`;

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null || options === 'help') {
    (options === null ? process.stderr : process.stdout).write(help);
    return options === null ? 2 : 0;
  }
  const complaints = await compileTree(process.cwd(), options);
  for (const complaint of complaints) console.error(describeComplaint(complaint));
  if (complaints.length > 0) console.error(`Complaints: ${complaints.length}`);
  return complaints.length > 0 ? 1 : 0;
}

function readOptions(): Options | 'help' | null {
  try {
    const { check, confirm, help } = parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        confirm: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
    if (help) return 'help';
    return check && confirm.length > 0 ? null : { check, confirmed: confirm };
  } catch {
    return null;
  }
}

process.exitCode = await main();
