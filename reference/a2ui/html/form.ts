import type { ControlNode, FormNode } from '../render/tree.ts';
import { type Element, element } from './element.ts';

/** It has neither an action nor a method: what a person enters goes nowhere by itself. */
export function formElement({ title, submitLabel, controls }: FormNode): Element {
  return element('form', { 'aria-label': title }, [
    element('h3', {}, [title]),
    ...controls.map(labelled),
    element('button', { type: 'submit' }, [submitLabel]),
  ]);
}

function labelled(node: ControlNode): Element {
  const { elementId, name, description, error } = node;
  return element('div', {}, [
    // A2R-LABELS
    element('label', { for: elementId }, [name]),
    control(node),
    ...(description === '' ? [] : [element('p', { id: `${elementId}-hint` }, [description])]),
    ...(error === undefined ? [] : [element('p', { id: `${elementId}-error`, 'data-error': true }, [error])]),
  ]);
}

function control(node: ControlNode): Element {
  const { elementId: id, required, error } = node;
  const state = { id, required, 'aria-invalid': error === undefined ? undefined : 'true', ...described(node) };
  switch (node.role) {
    case 'textbox': {
      const { kind, value, placeholder } = node;
      return element('input', { ...state, type: kind, value, placeholder });
    }
    case 'spinbutton': {
      // A2R-RANGE: what is not allowed is known before it is sent.
      const { min, max, step, value } = node;
      return element('input', { ...state, type: 'number', min, max, step, value });
    }
    case 'checkbox':
      return element('input', { ...state, type: 'checkbox', checked: node.checked });
    case 'choice': {
      // Of options with one value the first is chosen.
      const chosen = node.options.findIndex(({ value }) => value === node.value);
      const options = node.options.map(({ value, label }, index) =>
        element('option', { value, selected: index === chosen }, [label]),
      );
      return element('select', state, options);
    }
  }
}

/** A2R-HINTS, A2R-ERRORS: read out together with the name of the control. */
function described({ elementId, description, error }: ControlNode): { 'aria-describedby'?: string } {
  const ids = [
    ...(error === undefined ? [] : [`${elementId}-error`]),
    ...(description === '' ? [] : [`${elementId}-hint`]),
  ];
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') };
}
