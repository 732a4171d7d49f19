import { overStdio } from '../over-stdio.ts';

/** A runner that is interrupted in the middle: it connects to a program, tells so, and does what it is told. */
const [ending = '', temporary = '', ...argv] = process.argv.slice(2);
process.env['TMPDIR'] = temporary;
const connected = await overStdio({ argv, folder: '/' }).connect('usual');
if (!connected.ok) throw new Error(connected.diagnosis.detail);
await connected.connection.call('trust.load', { run: 'return 1' });
if (ending === 'other-listener') process.once('SIGTERM', () => setTimeout(() => process.exit(7), 10));
process.stdout.write('held\n');
if (ending === 'exit') process.exit(0);
setInterval(() => {}, 1_000_000);
