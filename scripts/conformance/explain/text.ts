import { showCommandLine } from '#conformance/subject/surroundings/command-line.ts';
import type { Requirement } from '#spec/generated/requirements.ts';
import { reasons } from '#spec/reasons.ts';
import { type Paint, printable } from '../../cli/terminal.ts';
import { columns, wrap } from '../../cli/wrap.ts';
import { type CaseFacts, expectedText } from '../case-facts.ts';
import type { Explanation } from './look-up.ts';

/** An explanation for people. */
export function explanationText(explanation: Explanation, paint: Paint): string {
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
      const { facts, requirements, variants } = explanation;
      return page([
        `${paint('bold', facts.id)}\n${columns(factRows(facts), 2).trimEnd()}`,
        ...requirements.map((requirement) => requirementText(requirement, paint)),
        section('The same with one change, refused', variants, paint),
        `${paint('bold', 'Ask only this')}\n${againLines(facts.id)}`,
      ]);
    }
    case 'native':
      return page([
        `${paint('bold', explanation.name)} is what shipping software, or one without finer errors, may say for`,
        explanation.codes.map((code) => `  ${code}`).join('\n'),
      ]);
    case 'diagnosis': {
      const { code, severity, text } = explanation;
      return page([
        `${paint('bold', code)} · ${severity} of the adapter`,
        wrap(`${text}.`, 2),
        '  `palyra-conformance doctor -- ./my-adapter` looks for it.',
      ]);
    }
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
  const { operation, twin, edit, note } = facts;
  return [
    ['asks', operation],
    ['expects', expectedText(facts)],
    ...(twin === undefined ? [] : [['made from', `${twin} (accepted)`]]),
    ...(edit === undefined ? [] : [['by', printable(edit)]]),
    ...(note === undefined ? [] : [['note', note]]),
  ];
}

function againLines(id: string): string {
  const lines = [
    ['run', '--case', id, '--', './my-adapter'],
    ['extract', id, 'folder'],
  ];
  return lines.map((words) => `  ${showCommandLine(['palyra-conformance', ...words])}`).join('\n');
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
