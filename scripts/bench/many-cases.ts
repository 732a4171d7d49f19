import type { Case } from '#conformance/case.ts';
import { cases } from '#conformance/cases/index.ts';
import { reportWriter } from '#conformance/report/stream.ts';
import { runSuite } from '#conformance/run-suite.ts';
import { referenceSubject } from '#reference/index.ts';
import { peakBytes } from './peak-memory.ts';

/** A run of as many small cases as the argument says, with its report written; prints the peak of its memory. */
const count = Number(process.argv[2]);
let written = 0;
const writer = reportWriter((text) => {
  written += text.length;
});
const run = await runSuite({
  subject: referenceSubject(),
  cases: manyCases(count),
  onHeader: writer.line,
  onCase: writer.line,
});
if (!run.ok || run.footer.counts.pass !== count || written === 0) throw new Error('the cases did not pass');
process.stdout.write(String(peakBytes()));

/** The same small cases under other names. */
function manyCases(wanted: number): readonly Case[] {
  const small = cases.filter(({ id }) => id.startsWith('trust/add'));
  return Array.from({ length: wanted }, (_, index) =>
    renamed(small[index % small.length], Math.floor(index / small.length)),
  );
}

function renamed(one: Case | undefined, round: number): Case {
  if (one === undefined) throw new Error('there are no small cases');
  const name = (id: string) => `${id}-${round}`;
  switch (one.kind) {
    case 'rejected':
      return { ...one, id: name(one.id), twin: name(one.twin) };
    case 'ordered':
      return { ...one, id: name(one.id), first: name(one.first), second: name(one.second) };
    default:
      return { ...one, id: name(one.id) };
  }
}
