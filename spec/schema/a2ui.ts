import { i64, u64 } from './numbers.ts';
import { boolean, list, nullable, object, ref, string } from './schema.ts';

const a2uiBudget = object({
  max_ops_per_patch: u64,
  max_ops_per_tick: u64,
  max_queue_depth: u64,
  max_path_length: u64,
  max_apply_ms: u64,
});

export const a2uiSchemas = {
  'a2ui.validate': {
    about: 'Judges a document as a host does.',
    input: { document: ref('bytes') },
    value: { document: ref('json') },
  },
  'a2ui.normalize': {
    about: 'Brings a document into the closed shape that a client shows.',
    input: { document: ref('json') },
    value: { document: ref('json') },
  },
  'a2ui.client-patch': {
    about: 'Applies a patch as a client does.',
    input: { state: ref('json'), patch: ref('json'), budget: a2uiBudget, clock: list(i64, { minItems: 1n }) },
    value: { state: ref('json') },
  },
  'a2ui.queue': {
    about: 'Works off one tick of the patches that wait for a document.',
    input: {
      document: ref('json'),
      patches: list(ref('json')),
      budget: a2uiBudget,
      clock: list(i64, { minItems: 1n }),
    },
    value: {
      document: ref('json'),
      applied: u64,
      remaining: u64,
      rejected: list(object({ index: u64, reason: string })),
    },
  },
  'a2ui.render': {
    about: 'Shows a document as HTML.',
    input: { document: ref('json') },
    value: { html: string },
  },
  'a2ui.submit': {
    about: 'Shows a document, lets a person fill in a form of it, and sends the form.',
    input: {
      document: ref('json'),
      componentId: string,
      steps: list({
        anyOf: [object({ field: string, entered: { anyOf: [string, boolean] } }), object({ patch: ref('json') })],
      }),
    },
    value: {
      event: nullable(object({ componentId: string, values: ref('json') })),
      blocked: list(object({ field: string, problem: { enum: ['required', 'email', 'min', 'max', 'step'] } })),
    },
  },
  'a2ui.patch': {
    about: 'Applies a patch to a state as a host does.',
    input: { state: ref('json'), patch: ref('bytes') },
    value: { state: ref('json') },
  },
};
