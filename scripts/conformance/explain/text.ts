import { expectedKinds } from '#conformance/runner/verdict-table.ts';
import { showCommandLine } from '#conformance/subject/surroundings/command-line.ts';
import type { Requirement } from '#spec/generated/requirements.ts';
import { reasons } from '#spec/reasons.ts';
import { type Paint, printable } from '../../cli/terminal.ts';
import { columns, wrap } from '../../cli/wrap.ts';
import { type CaseFacts, expectedText } from '../case-facts.ts';
import type { Explanation } from './look-up.ts';

/** An explanation for people. */
export function explanationText(explanation: Explanation, paint: Paint, program: readonly string[]): string {
  switch (explanation.kind) {
    case 'requirement': {
      const { requirement, cases } = explanation;
      const { outside, failsAs } = requirement;
      return page([
        requirementText(requirement, paint),
        outside === undefined ? '' : wrap(`No operation of the protocol reaches it: ${outside}`, 2),
        section(
          'Refused as',
          failsAs.map((code) => `${code} (${saidAs(code)})`),
          paint,
        ),
        casesSection(cases, paint),
      ]);
    }
    case 'failure': {
      const { code, requirement, cases } = explanation;
      return page([
        `${paint('bold', code)} · ${saidAs(code)}`,
        requirementText(requirement, paint),
        casesSection(cases, paint),
      ]);
    }
    case 'case': {
      const { facts, wat = '', requirements, variants, changed } = explanation;
      return page([
        `${paint('bold', facts.id)}\n${columns(factRows(facts), 2).trimEnd()}`,
        wat === '' ? '' : `${paint('bold', 'The module')}\n${watText(wat)}`,
        ...requirements.map((requirement) => requirementText(requirement, paint)),
        section('The same with one change, refused', variants, paint),
        section('The same with one change, answered otherwise', changed, paint),
        `${paint('bold', 'Ask only this')}\n${againLines(facts.id, program)}`,
      ]);
    }
    case 'native':
      return page([
        `${paint('bold', explanation.name)} is what shipping software, or one without finer errors, may say for`,
        explanation.codes.map((code) => `  ${code}`).join('\n'),
      ]);
    case 'diagnosis': {
      const { code, severity, text, advice } = explanation;
      return page([
        `${paint('bold', code)} · ${severity} of the adapter · spec/protocol.md, section 7`,
        [wrap(`${text}.`, 2), wrap(advice, 2)].join('\n'),
        '  `palyra-conformance doctor -- ./my-adapter` looks for it.',
      ]);
    }
    case 'outcome': {
      const { outcome, text, verdicts } = explanation;
      const head = ['', ...expectedKinds.map((kind) => `expected ${kind}`)];
      const rows = Object.entries(verdicts).map(([observed, row]) => [
        observed,
        ...expectedKinds.map((kind) => row[kind]),
      ]);
      return page([
        `${paint('bold', outcome)} · outcome of a call · spec/protocol.md, section 6`,
        wrap(text, 2),
        columns([head, ...rows], 2).trimEnd(),
      ]);
    }
    case 'check': {
      const { id, claim, why, advice } = explanation;
      return page([
        `${paint('bold', id)} · check of \`palyra-conformance doctor\``,
        [wrap(`${claim}.`, 2), wrap(`Why: ${why}`, 2), wrap(`Where it is not so: ${advice}`, 2)].join('\n'),
      ]);
    }
    case 'feature': {
      const { feature, text, cases } = explanation;
      return page([
        `${paint('bold', feature)} · feature, declared in the greeting · spec/features.ts`,
        [wrap(text, 2), wrap('Of a subject that does not declare it, what these cases ask is only observed.', 2)].join(
          '\n',
        ),
        casesSection(cases, paint),
      ]);
    }
    case 'refusal':
      return page([
        `${paint('bold', explanation.code)} · refused by palyra-conformance itself`,
        wrap(explanation.text, 2),
      ]);
  }
}

function requirementText({ id, keyword, set, since, chapter, text, why }: Requirement, paint: Paint): string {
  const head = [paint('bold', id), keyword, set, `since ${since}`, chapter].join(' · ');
  return [head, wrap(text, 2), wrap(`Why: ${why}`, 2)].join('\n');
}

function saidAs(code: keyof typeof reasons): string {
  const { variant, family } = reasons[code];
  return variant === null ? `shipping software lets it pass; nearest error ${family}` : `natively ${variant}`;
}

function factRows(facts: CaseFacts): readonly (readonly string[])[] {
  const { operation, needs, twin, edit, note } = facts;
  return [
    ['asks', operation],
    ['expects', expectedText(facts)],
    ...(needs === undefined ? [] : [['else', `observed only, of a subject that does not declare ${needs.join(', ')}`]]),
    ...(twin === undefined ? [] : [['made from', `${twin} (accepted)`]]),
    ...(edit === undefined ? [] : [['by', printable(edit)]]),
    ...(note === undefined ? [] : [['note', note]]),
  ];
}

function watText(wat: string): string {
  return wat
    .split('\n')
    .map((line) => wrap(printable(line), 2, 4))
    .join('\n');
}

function againLines(id: string, program: readonly string[]): string {
  const lines = [
    ['run', '--case', id, '--', './my-adapter'],
    ['extract', id, 'folder'],
  ];
  return lines.map((words) => `  ${showCommandLine([...program, ...words])}`).join('\n');
}

function casesSection(cases: readonly string[], paint: Paint): string {
  return section(`Cases (${cases.length})`, cases, paint);
}

function section(title: string, lines: readonly string[], paint: Paint): string {
  return lines.length === 0 ? '' : [paint('bold', title), ...lines.map((line) => `  ${line}`)].join('\n');
}

function page(sections: readonly string[]): string {
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}
