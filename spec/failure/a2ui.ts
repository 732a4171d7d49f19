import { quote } from './evidence.ts';

/** Every way in which a host refuses a document or a patch. An index counts the operations of the patch from 0. */
export type A2uiFailure =
  | { readonly code: 'a2ui.not-json'; readonly detail: string; readonly offset: number }
  | { readonly code: 'a2ui.not-object' }
  | { readonly code: 'a2ui.v-missing' | 'a2ui.v-type' }
  | { readonly code: 'a2ui.v-unsupported'; readonly version: bigint }
  | { readonly code: 'a2ui.surface-missing' | 'a2ui.surface-type' | 'a2ui.surface-empty' }
  | { readonly code: 'a2ui.components-missing' | 'a2ui.components-type' | 'a2ui.components-empty' }
  | { readonly code: 'a2ui.experimental-type' }
  | {
      readonly code: 'a2ui.governance-missing' | 'a2ui.governance-type' | 'a2ui.governance-empty';
      readonly field: string;
    }
  | { readonly code: 'a2ui.governance-value'; readonly field: string; readonly value: string }
  | { readonly code: 'a2ui.consent-missing' }
  // From here on: what a client makes of a document.
  | {
      readonly code:
        | 'a2ui.client-not-object'
        | 'a2ui.client-version'
        | 'a2ui.client-surface'
        | 'a2ui.client-components'
        | 'a2ui.client-experimental'
        | 'a2ui.client-consent';
    }
  | { readonly code: 'a2ui.client-governance'; readonly field: string }
  // From here on: a patch that a client applies.
  | { readonly code: 'a2ui.client-patch'; readonly index: number | undefined; readonly detail: string }
  | { readonly code: 'a2ui.client-too-many'; readonly actual: number; readonly limit: number }
  | {
      readonly code: 'a2ui.client-path-length';
      readonly index: number;
      readonly actual: number;
      readonly limit: number;
    }
  | {
      readonly code: 'a2ui.client-pointer' | 'a2ui.client-name' | 'a2ui.client-conflict';
      readonly index: number;
      readonly path: string;
      readonly detail: string;
    }
  | { readonly code: 'a2ui.client-root'; readonly index: number }
  | { readonly code: 'a2ui.client-too-slow'; readonly index: number; readonly limitMs: number }
  | { readonly code: 'a2ui.client-queue-full'; readonly limit: number }
  // From here on: a form that is filled in.
  | { readonly code: 'a2ui.no-form'; readonly componentId: string }
  | { readonly code: 'a2ui.no-field'; readonly componentId: string; readonly field: string }
  // From here on: a patch.
  | { readonly code: 'a2ui.patch-not-json'; readonly detail: string; readonly offset: number }
  | { readonly code: 'a2ui.patch-not-object' }
  | { readonly code: 'a2ui.patch-v-missing' | 'a2ui.patch-v-type' }
  | { readonly code: 'a2ui.patch-v-unsupported'; readonly version: bigint }
  | { readonly code: 'a2ui.patch-ops-missing' | 'a2ui.patch-ops-type' | 'a2ui.patch-ops-empty' }
  | { readonly code: 'a2ui.patch-too-large'; readonly actual: number; readonly limit: number }
  | { readonly code: 'a2ui.op-not-object'; readonly index: number }
  | { readonly code: 'a2ui.op-missing' | 'a2ui.op-type'; readonly index: number; readonly field: string }
  | { readonly code: 'a2ui.op-unknown'; readonly index: number; readonly op: string }
  | {
      readonly code: 'a2ui.op-pointer' | 'a2ui.op-conflict';
      readonly index: number;
      readonly path: string;
      readonly detail: string;
    };

export function describeA2ui(failure: A2uiFailure): string {
  switch (failure.code) {
    case 'a2ui.not-json':
      return `The document is no JSON: ${failure.detail}.`;
    case 'a2ui.not-object':
      return 'The document must be an object.';
    case 'a2ui.v-missing':
      return 'The document has no v, which must be 1.';
    case 'a2ui.v-type':
      return 'v of the document must be the integer 1.';
    case 'a2ui.v-unsupported':
      return `The document is of version ${failure.version}; only version 1 is known.`;
    case 'a2ui.surface-missing':
      return 'The document has no surface, which names the place where it is shown.';
    case 'a2ui.surface-type':
      return 'surface must be a string.';
    case 'a2ui.surface-empty':
      return 'surface must not be empty.';
    case 'a2ui.components-missing':
      return 'The document has no components.';
    case 'a2ui.components-type':
      return 'components must be an array.';
    case 'a2ui.components-empty':
      return 'components must have at least one element.';
    case 'a2ui.experimental-type':
      return 'experimental must be an object, or be left out.';
    case 'a2ui.governance-missing':
      return `experimental.${failure.field} is missing.`;
    case 'a2ui.governance-type':
      return `experimental.${failure.field} has another type than it must have.`;
    case 'a2ui.governance-empty':
      return `experimental.${failure.field} must say something.`;
    case 'a2ui.governance-value':
      return `experimental.${failure.field} is ${quote(failure.value)}, which is none of the names for it.`;
    case 'a2ui.consent-missing':
      return 'With the ambient mode push_to_talk, experimental.consent_required must be true.';
    case 'a2ui.client-not-object':
      return 'The document must be an object.';
    case 'a2ui.client-version':
      return 'v of the document must be 1.';
    case 'a2ui.client-surface':
      return 'The document needs a surface, a string that is not blank.';
    case 'a2ui.client-components':
      return 'components must be an array.';
    case 'a2ui.client-experimental':
      return 'experimental must be an object, or be left out.';
    case 'a2ui.client-consent':
      return 'With the ambient mode push_to_talk, experimental.consent_required must be true.';
    case 'a2ui.client-governance':
      return `experimental.${failure.field} must say something.`;
    case 'a2ui.client-patch':
      return failure.index === undefined
        ? `The patch ${failure.detail}.`
        : `Operation ${failure.index} of the patch ${failure.detail}.`;
    case 'a2ui.client-path-length':
      return `The path of operation ${failure.index} has ${failure.actual} units; the most is ${failure.limit}.`;
    case 'a2ui.client-pointer':
      return `The path ${quote(failure.path)} of operation ${failure.index} is no pointer: ${failure.detail}.`;
    case 'a2ui.client-name':
      return `The path ${quote(failure.path)} of operation ${failure.index} has the name ${quote(failure.detail)}, which is not allowed.`;
    case 'a2ui.client-conflict':
      return `Operation ${failure.index} at ${quote(failure.path)} does not fit: ${failure.detail}.`;
    case 'a2ui.client-root':
      return `Operation ${failure.index} would remove the whole document.`;
    case 'a2ui.client-too-slow':
      return `Operation ${failure.index} came after the ${failure.limitMs} ms that a patch may take.`;
    case 'a2ui.client-queue-full':
      return `${failure.limit} patches are waiting already.`;
    case 'a2ui.no-form':
      return `No form that is shown has the id ${quote(failure.componentId)}.`;
    case 'a2ui.no-field':
      return `The form ${quote(failure.componentId)} shows no field ${quote(failure.field)} in which this can be entered.`;
    case 'a2ui.patch-not-json':
      return `The patch is no JSON: ${failure.detail}.`;
    case 'a2ui.patch-not-object':
      return 'The patch must be an object.';
    case 'a2ui.patch-v-missing':
      return 'The patch has no v, which must be 1.';
    case 'a2ui.patch-v-type':
      return 'v of the patch must be the integer 1.';
    case 'a2ui.patch-v-unsupported':
      return `The patch is of version ${failure.version}; only version 1 is known.`;
    case 'a2ui.patch-ops-missing':
      return 'The patch has no ops.';
    case 'a2ui.patch-ops-type':
      return 'ops must be an array.';
    case 'a2ui.patch-ops-empty':
      return 'ops must have at least one operation.';
    case 'a2ui.client-too-many':
    case 'a2ui.patch-too-large':
      return `The patch has ${failure.actual} operations; the most is ${failure.limit}.`;
    case 'a2ui.op-not-object':
      return `Operation ${failure.index} must be an object.`;
    case 'a2ui.op-missing':
      return `Operation ${failure.index} has no ${failure.field}.`;
    case 'a2ui.op-type':
      return `${failure.field} of operation ${failure.index} must be a string.`;
    case 'a2ui.op-unknown':
      return `Operation ${failure.index} is ${quote(failure.op)}; there are add, replace and remove.`;
    case 'a2ui.op-pointer':
      return `The path ${quote(failure.path)} of operation ${failure.index} is no pointer: ${failure.detail}.`;
    case 'a2ui.op-conflict':
      return `Operation ${failure.index} at ${quote(failure.path)} does not fit: ${failure.detail}.`;
    default:
      return failure satisfies never;
  }
}
