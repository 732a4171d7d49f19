import { type Code, flat, list, sized, text } from '#fixtures/wasm/encoding.ts';
import type { Edit } from '../../../case.ts';
import { put } from '../../../rows.ts';

/** The parts of the smallest module that answers, each as it is written. */
export const header: Code = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
export const typeSection: Code = [1, sized(list([[0x60, list([]), list([[0x7f]])]]))];
export const functionSection: Code = [3, sized(list([[0]]))];
export const exportSection: Code = [7, sized(list([[text('run'), 0, 0]]))];
export const answerBody: Code = [list([]), 0x41, 42, 0x0b];
export const codeSection: Code = [10, sized(list([sized(answerBody)]))];

export const answerBytes = bytesOf(header, typeSection, functionSection, exportSection, codeSection);

export function bytesOf(...code: Code): Uint8Array {
  return Uint8Array.from(flat(code));
}

/** A section that says nothing of what a module does. */
export function custom(name: string, content: Code = []): Code {
  return [0, sized([text(name), content])];
}

/** The module with another code section. */
export function withCode(code: Code): Uint8Array {
  return bytesOf(header, typeSection, functionSection, exportSection, code);
}

/** The module whose `run` has this body, its locals and its end included. */
export function withBody(...code: Code): Uint8Array {
  return withCode([10, sized(list([sized(code)]))]);
}

export function instead(bytes: Uint8Array): Edit {
  return put(['module'], bytes);
}
