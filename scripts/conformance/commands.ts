import type { CommandRow } from '../cli/program.ts';

/** A command is one row here and one file in `commands/`. */
export const commands: readonly CommandRow[] = [
  { words: 'run', summary: 'Put the cases to a program and write reports', load: () => import('./commands/run.ts') },
  {
    words: 'doctor',
    summary: 'Check that an adapter is sane, apart from whether it is right',
    load: () => import('./commands/doctor.ts'),
  },
  { words: 'list', summary: 'List cases or requirements', load: () => import('./commands/list.ts') },
  {
    words: 'explain',
    summary: 'Explain a requirement, a failure, a case or a diagnosis',
    load: () => import('./commands/explain.ts'),
  },
  {
    words: 'extract',
    summary: 'Write one case with its request, its twin and its clause',
    load: () => import('./commands/extract.ts'),
  },
  {
    words: 'replay',
    summary: 'Feed an extracted case to a program, as under a debugger',
    load: () => import('./commands/replay.ts'),
  },
  {
    words: 'export',
    summary: 'Write the cases as files that need neither this package nor Node',
    load: () => import('./commands/export.ts'),
  },
  {
    words: 'verify-report',
    summary: 'Check that a report is whole and as it was written',
    load: () => import('./commands/verify-report.ts'),
  },
  {
    words: 'report render',
    summary: 'Make a page, a badge or the file of a CI service of a report',
    load: () => import('./commands/report-render.ts'),
  },
  {
    words: 'report merge',
    summary: 'Put the reports of all shards of a run together',
    load: () => import('./commands/report-merge.ts'),
  },
  {
    words: 'compare',
    summary: 'Put reports side by side, or show what got worse',
    load: () => import('./commands/compare.ts'),
  },
  {
    words: 'baseline update',
    summary: 'Make the list of known failures say what a report shows',
    load: () => import('./commands/baseline-update.ts'),
  },
  {
    words: 'baseline check',
    summary: 'Hold a report against the list of known failures',
    load: () => import('./commands/baseline-check.ts'),
  },
];
