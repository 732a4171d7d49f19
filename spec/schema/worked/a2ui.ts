import { toJson } from '../../compile/plain.ts';
import { encodeJson } from '../../json/write.ts';

const a2uiDocument = {
  v: 1n,
  surface: 'chat',
  components: [{ id: 'hello', type: 'text', props: { value: 'Hello.' } }],
};
const a2uiBudget = {
  max_ops_per_patch: 256n,
  max_ops_per_tick: 512n,
  max_queue_depth: 1024n,
  max_path_length: 512n,
  max_apply_ms: 12n,
};
const a2uiPatch = '{"v":1,"ops":[{"op":"replace","path":"/components/0/props/value","value":"Done."}]}';

export const a2uiExamples = {
  'a2ui.validate': {
    input: { document: Buffer.from(encodeJson(toJson(a2uiDocument))) },
    value: { document: toJson(a2uiDocument) },
  },
  'a2ui.normalize': {
    input: {
      document: toJson({ v: 1n, surface: ' chat ', components: [{ type: 'TEXT', props: { value: 'Hello.' } }] }),
    },
    value: {
      document: toJson({
        v: 1n,
        surface: 'chat',
        components: [{ id: 'component-1', type: 'text', props: { tone: 'normal', value: 'Hello.' } }],
      }),
    },
  },
  'a2ui.client-patch': {
    input: {
      state: toJson({ a: 1n }),
      patch: toJson({ v: 1n, ops: [{ op: 'add', path: '/b', value: 2n }] }),
      budget: a2uiBudget,
      clock: [0n],
    },
    value: { state: toJson({ a: 1n, b: 2n }) },
  },
  'a2ui.queue': {
    input: {
      document: toJson({ v: 1n, surface: 'chat', components: [] }),
      patches: [toJson({ v: 1n, ops: [{ op: 'replace', path: '/surface', value: 'side' }] }), null],
      budget: a2uiBudget,
      clock: [0n],
    },
    value: {
      document: toJson({ v: 1n, surface: 'side', components: [] }),
      applied: 1n,
      remaining: 0n,
      rejected: [{ index: 1n, reason: 'a2ui.client-patch' }],
    },
  },
  'a2ui.render': {
    input: { document: toJson(a2uiDocument) },
    value: {
      html: '<section aria-label="chat" data-surface="chat"><article data-component-id="hello" data-component-type="text"><p>Hello.</p></article></section>',
    },
  },
  'a2ui.submit': {
    input: {
      document: toJson({
        v: 1n,
        surface: 'chat',
        components: [{ id: 'ask', type: 'form', props: { fields: [{ id: 'name', label: 'Name' }] } }],
      }),
      componentId: 'ask',
      steps: [{ field: 'name', entered: 'Ada' }],
    },
    value: { event: { componentId: 'ask', values: toJson({ name: 'Ada' }) }, blocked: [] },
  },
  'a2ui.patch': {
    input: { state: toJson(a2uiDocument), patch: Buffer.from(a2uiPatch) },
    value: {
      state: toJson({ ...a2uiDocument, components: [{ id: 'hello', type: 'text', props: { value: 'Done.' } }] }),
    },
  },
};
