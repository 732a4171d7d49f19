import { kind, kindOf } from './opcodes.ts';

const mostBytes = 1000;

/**
 * Whether the loop whose operator stands from here to there takes nothing, is short, holds no other loop and calls nothing:
 * an optimising compiler makes much of such a loop, as long as it calls nothing. What is unusual, such as a type with an
 * index, counts as no such loop; nothing is judged here.
 */
export function isTightLoop(bytes: Uint8Array, at: number, end: number): boolean {
  return end - at === 2 && (bytes[at + 1] ?? 0) >= 0x40 && hasTightBody(bytes, end);
}

function hasTightBody(bytes: Uint8Array, start: number): boolean {
  let depth = 1;
  for (let at = start; at - start < mostBytes; ) {
    const operator = kindOf[bytes[at++] ?? 0];
    switch (operator) {
      case kind.plain:
      case kind.free:
      case kind.else:
      case kind.unreachable:
      case kind.return:
        break;
      case kind.end:
        if (--depth === 0) return true;
        break;
      case kind.block:
      case kind.if:
        depth++;
        at = afterNumber(bytes, at);
        break;
      case kind.access:
        at = afterNumber(bytes, afterNumber(bytes, at));
        break;
      case kind.local:
      case kind.index:
      case kind.refFunc:
      case kind.i32:
      case kind.i64:
      case kind.br:
      case kind.brIf:
        at = afterNumber(bytes, at);
        break;
      case kind.f32:
        at += 4;
        break;
      case kind.f64:
        at += 8;
        break;
      default:
        return false;
    }
  }
  return false;
}

function afterNumber(bytes: Uint8Array, start: number): number {
  let at = start;
  while ((bytes[at] ?? 0) >= 0x80) at++;
  return at + 1;
}
