import type { WireValue } from '#spec/operations.ts';
import { descriptionOf, nameOf, type PageIndex, textOf } from './names.ts';
import type { PageElement } from './parse.ts';
import { type Role, roleOf } from './roles.ts';
import { collapsed, elementsIn } from './visible.ts';

export type Control = { readonly [name: string]: WireValue };

/** A control as a person finds it. */
export function readControl(element: PageElement, role: Role, index: PageIndex): Control {
  const { attributes } = element;
  const head = {
    name: nameOf(element, index),
    description: descriptionOf(element, index),
    required: attributes.has('required') || attributes.get('aria-required') === 'true',
  };
  switch (role) {
    case 'checkbox':
      return { ...head, control: 'checkbox', value: isChecked(element) };
    case 'spinbutton':
      return {
        ...head,
        control: 'number',
        value: numberIn(attributes.get('value') ?? attributes.get('aria-valuenow')),
        min: numberIn(attributes.get('min') ?? attributes.get('aria-valuemin')),
        max: numberIn(attributes.get('max') ?? attributes.get('aria-valuemax')),
        step: numberIn(attributes.get('step')),
      };
    case 'choice':
      return { ...head, control: 'choice', ...choices(element, index) };
    default:
      return { ...head, control: textKind(element), ...textOfBox(element) };
  }
}

function textKind({ attributes }: PageElement): string {
  const isEmail = attributes.get('type')?.toLowerCase() === 'email' || attributes.get('inputmode') === 'email';
  return isEmail ? 'email' : 'text';
}

function textOfBox(element: PageElement): Control {
  const { tag, attributes } = element;
  return {
    value: tag === 'input' ? (attributes.get('value') ?? '') : textOf(element),
    placeholder: attributes.get('placeholder') ?? attributes.get('aria-placeholder') ?? '',
  };
}

function isChecked({ attributes }: PageElement): boolean {
  return attributes.has('checked') || attributes.get('aria-checked') === 'true';
}

/** Null where there is none; on the wire a whole number is an integer. */
function numberIn(text: string | undefined): WireValue {
  const number = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isNaN(number)) return null;
  return Number.isSafeInteger(number) ? BigInt(number) : number;
}

/** What can be chosen is told by its label, since only that is shown. */
function choices(element: PageElement, index: PageIndex): Control {
  const all = [...elementsIn(element)].filter((each) => ['option', 'radio'].includes(roleOf(each) ?? ''));
  const options = all.filter((each) => !isBlankOption(each));
  const labelOf = (each: PageElement) => collapsed(each.attributes.get('label') ?? '') || nameOf(each, index);
  const marked = options.findLast(isChosen) ?? (element.tag === 'select' ? all[0] : undefined);
  return { options: options.map(labelOf), value: marked === undefined ? null : labelOf(marked) };
}

/** That stands for nothing being chosen yet. */
function isBlankOption(element: PageElement): boolean {
  return element.tag === 'option' && (element.attributes.get('value') ?? textOf(element)) === '';
}

function isChosen(element: PageElement): boolean {
  return element.attributes.has('selected') || element.attributes.get('aria-selected') === 'true' || isChecked(element);
}
