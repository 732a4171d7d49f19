import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case, RecipeValue } from '../../../case.ts';
import { accepted, changed, observed, put, remove, replace } from '../../../rows.ts';
import { asking, askingFor, decided, field, gives, id } from './given.ts';

const invalid = gives('invalid_context', () => ({ skill_id: null, version: null, status: null }));
const notApplicable = gives('not_applicable', () => ({ skill_id: null, version: null, status: null }));
const allowed = gives('allowed', decided('1.0.0', 'active'));
const plain = id('plain');
const versioned = id('versioned');
const written = id('text');
const text = asking(({ skillId }) => ({ input: ` {"skill_id": "${skillId}", "tool_id": "a"} ` }));

function denies(requirement: RequirementId, name: string, at: string, value: RecipeValue): Case {
  return changed(id(name), [requirement], plain, put(field(at), value), invalid);
}

/** The text with one piece changed. */
function spoils(name: string, piece: string, by: string): Case {
  return changed(id(`text-${name}`), ['GATE-INPUT'], written, replace(['input'], piece, by), invalid);
}

function repeats(name: string, piece: string, by: string): Case {
  return changed(id(`repeated-${name}`), ['GATE-REPEATED'], written, replace(['input'], piece, by), invalid);
}

/** An input that is no object. */
function isNone(name: string, value: RecipeValue): Case {
  return changed(id(`input-${name}`), ['GATE-INPUT'], plain, put(['input', 'json'], value), invalid);
}

const passedOver = {
  module_path: 'modules/main.wasm',
  tool_id: 'a',
  entrypoint: 'run',
  capabilities: { http_hosts: ['api.example.com'] },
};

export const inputCases: readonly Case[] = [
  accepted(plain, ['GATE-ACTIVE', 'GATE-ANSWER', 'GATE-INPUT'], asking(), allowed),
  accepted(
    versioned,
    ['GATE-GIVEN-VERSION', 'GATE-ANSWER'],
    askingFor(() => ({ skill_version: '1.0.0' })),
    allowed,
  ),
  accepted(
    id('with-other-fields'),
    ['GATE-INPUT', 'GATE-SKILL-ID', 'GATE-MODULE'],
    askingFor(() => passedOver),
    allowed,
  ),
  accepted(written, ['GATE-INPUT'], text, allowed),
  spoils('unclosed', '"} ', '"'),
  spoils('comma-last', '"a"}', '"a",}'),
  spoils('letter-behind', '} ', '} x'),
  spoils('second-object', '} ', '} {}'),
  spoils('byte-order-mark', ' {', '\ufeff {'),
  spoils('comment', ' {', '//\n {'),
  spoils('apostrophes', '"a"', "'a'"),
  spoils('half-a-surrogate', '"a"', '"\\ud800"'),
  spoils('control-character', '"a"', '"\u0001"'),
  changed(id('text-empty'), ['GATE-INPUT'], written, put(['input'], ''), invalid),
  changed(id('text-blank'), ['GATE-INPUT'], written, put(['input'], ' \n'), invalid),
  changed(
    id('text-no-utf-8'),
    ['GATE-INPUT'],
    written,
    ({ skillId }) => put(['input'], Buffer.from(`{"skill_id": "${skillId}", "tool_id": "\xe9"}`, 'latin1')),
    invalid,
  ),
  isNone('null', null),
  isNone('text', 'skill_id'),
  isNone('number', 1n),
  isNone('true', true),
  isNone('list', []),
  changed(
    id('input-list-of-fields'),
    ['GATE-INPUT'],
    plain,
    ({ skillId }) => put(['input', 'json'], [skillId, null, null, null, null, null, null]),
    invalid,
  ),
  changed(
    id('input-list-of-object'),
    ['GATE-INPUT'],
    plain,
    ({ skillId }) => put(['input', 'json'], [{ skill_id: skillId }]),
    invalid,
  ),

  changed(id('no-skill'), ['GATE-NO-SKILL'], plain, remove(field('skill_id')), notApplicable),
  ...['module_wat', 'module_base64'].map((name) =>
    accepted(
      id(`only-${name.replace('_', '-')}`),
      ['GATE-NO-SKILL'],
      asking(() => ({ input: { json: { [name]: 'KG1vZHVsZSk=' } } })),
      notApplicable,
    ),
  ),
  accepted(
    id('only-other-fields'),
    ['GATE-NO-SKILL'],
    asking(() => ({ input: { json: passedOver } })),
    notApplicable,
  ),
  changed(
    id('skill-named-after-all'),
    ['GATE-NO-SKILL'],
    id('only-other-fields'),
    ({ skillId }) => put(field('skill_id'), skillId),
    allowed,
  ),

  denies('GATE-SKILL-ID', 'skill-id-empty', 'skill_id', ''),
  denies('GATE-SKILL-ID', 'skill-id-blank', 'skill_id', '  '),
  denies('GATE-SKILL-ID', 'skill-id-tab', 'skill_id', '\t\n'),
  denies('GATE-SKILL-ID', 'skill-id-number', 'skill_id', 1n),
  denies('GATE-SKILL-ID', 'skill-id-true', 'skill_id', true),
  denies('GATE-SKILL-ID', 'skill-id-list', 'skill_id', []),
  changed(
    id('skill-id-in-a-list'),
    ['GATE-SKILL-ID'],
    plain,
    ({ skillId }) => put(field('skill_id'), [skillId]),
    invalid,
  ),
  changed(
    id('skill-id-in-an-object'),
    ['GATE-SKILL-ID'],
    plain,
    ({ skillId }) => put(field('skill_id'), { id: skillId }),
    invalid,
  ),
  changed(id('version-alone'), ['GATE-VERSION-ALONE'], versioned, remove(field('skill_id')), invalid),
  accepted(
    id('version-beside-module-alone'),
    ['GATE-VERSION-ALONE'],
    asking(() => ({ input: { json: { skill_version: '1.0.0', module_wat: '(module)' } } })),
    invalid,
  ),
  changed(
    id('version-taken-from-module'),
    ['GATE-VERSION-ALONE'],
    id('version-beside-module-alone'),
    remove(field('skill_version')),
    notApplicable,
  ),
  denies('GATE-MODULE', 'beside-module-wat', 'module_wat', '(module)'),
  denies('GATE-MODULE', 'beside-module-base64', 'module_base64', 'KG1vZHVsZSk='),
  changed(id('versioned-beside-module-wat'), ['GATE-MODULE'], versioned, put(field('module_wat'), '(module)'), invalid),
  changed(
    id('versioned-beside-module-base64'),
    ['GATE-MODULE'],
    versioned,
    put(field('module_base64'), 'KG1vZHVsZSk='),
    invalid,
  ),

  ...Object.entries({ empty: '', blank: ' ', number: 1n, true: true, list: ['1.0.0'], object: {} }).map(
    ([name, value]) =>
      changed(id(`version-${name}`), ['GATE-VERSION-TEXT'], versioned, put(field('skill_version'), value), invalid),
  ),
  accepted(
    id('version-with-white-space'),
    ['GATE-VERSION-TEXT'],
    askingFor(() => ({ skill_version: ' 1.0.0\n' })),
    allowed,
  ),
  accepted(
    id('null-beside-skill'),
    ['GATE-NULL'],
    askingFor(() => ({ skill_version: null, module_wat: null, module_base64: null })),
    allowed,
  ),
  changed(id('null-skill'), ['GATE-NULL'], plain, put(field('skill_id'), null), notApplicable),
  changed(id('null-skill-versioned'), ['GATE-NULL'], versioned, put(field('skill_id'), null), invalid),
  ...['module_wat', 'module_base64'].flatMap((name) => [
    denies('GATE-NULL', `beside-empty-${name.replace('_', '-')}`, name, ''),
    denies('GATE-NULL', `beside-number-in-${name.replace('_', '-')}`, name, 1n),
  ]),
  ...['skill_version', 'module_wat', 'module_base64'].map((name) =>
    observed(
      id(`seen-null-${name.replace('_', '-')}`),
      ['GATE-NULL-REFUSED'],
      'accepted',
      askingFor(() => ({ [name]: null })),
    ),
  ),
  observed(
    id('seen-null-skill-id'),
    ['GATE-NULL-REFUSED'],
    'accepted',
    askingFor(() => ({ skill_id: null })),
  ),

  accepted(
    id('name-of-a-field-as-a-value'),
    ['GATE-REPEATED'],
    asking(({ skillId }) => ({ input: { json: { skill_id: skillId, tool_id: 'skill_id' } } })),
    allowed,
  ),
  repeats('skill-id', '"tool_id": "a"', '"skill_id": "other.skill"'),
  repeats('skill-id-escaped', '"tool_id": "a"', '"skill\\u005fid": "other.skill"'),
  repeats('skill-id-null', '"tool_id": "a"', '"skill_id": null'),
  repeats('tool-id', '"tool_id": "a"', '"tool_id": "a", "tool_id": "a"'),
  repeats('version', '"tool_id": "a"', '"skill_version": "1.0.0", "skill_version": "1.0.0"'),
  repeats('within-capabilities', '"tool_id": "a"', '"capabilities": {"channels": [], "channels": []}'),
];
