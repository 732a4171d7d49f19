import { readFileSync } from 'node:fs';
import { ByteReader } from '#reference/runtime/rewrite/byte-reader.ts';
import { readOutline } from '#reference/runtime/rewrite/outline.ts';
import { usualSteps as T } from './reference/audit/module/operator-steps.ts';
import { skipImmediates } from '#reference/runtime/rewrite/immediates.ts';
import { kindOf } from '#reference/runtime/rewrite/opcodes.ts';
const m = new Uint8Array(readFileSync('/tmp/scan/large.wasm'));
const { steps, exceptions, goesOn } = T;
// branchless tables
const longer = new Int32Array(256), exc = new Int32Array(256);
for (let i = 0; i < 256; i++) { if (goesOn[i] === 0x8000) { longer[i] = 0x8000; exc[i] = 0; } else exc[i] = exceptions[i]!; if (goesOn[i]===-1) exc[i]=0x8000; }
const packed = new Int32Array(256); // low 4 step; 
const rd = new ByteReader(m);
function slow(at: number): number {
  const r = rd; r.at = at; const op = r.u8();
  if(op===0x0e){for(let left=r.u32();left>=0;left--)r.u32();} else if(op===0xfc){const x=r.u32(); if(x>=8){ r.u32(); if(x===10||x===8||x==12||x==14) r.u32();}} else if(op>=0x28&&op<0x3f){r.u32();r.u64();} else if(op===0x11){r.u32();r.u32();} else if(op>=2&&op<=4){r.u8();} else skipImmediates(r,kindOf[op]!);
  return r.at;
}
function A(view: DataView, bytes: Uint8Array, from: number, end: number): number { // original
  let at = from;
  while (at < end) {
    const next = view.getInt32(at, true); const opcode = next & 0xff;
    const unusual = next & (exceptions[opcode] ?? 0); const step = steps[opcode] ?? 1;
    if (unusual !== 0) {
      if (unusual !== goesOn[opcode]) { const c = (next & 0xff00) >= 0x7b00 && (next & 0xff00) <= 0x7f00; if (!c || goesOn[opcode] !== -1) break; at += step; continue; }
      at++;
      if (step !== 2 || (next & 0x800000) !== 0) while ((bytes[at + step - 1] ?? 0) >= 0x80) at++;
    }
    at += step;
  }
  return at;
}
function rest(bytes: Uint8Array, at: number) { while (bytes[at]! >= 0x80) at++; return at + 1; }
function Bl(view: DataView, bytes: Uint8Array, from: number, end: number): number { // branchless single
  let at = from;
  while (at < end) {
    const next = view.getInt32(at, true); const opcode = next & 0xff;
    const more = next & longer[opcode]!;
    if ((next & (exc[opcode]! | more << 8)) !== 0) {
      if (more !== 0) { at = rest(bytes, at + 2); continue; }
      if (exc[opcode] === 0x80c000 && (next & 0xc000) === 0) { at = rest(bytes, at + 2); continue; }
      break;
    }
    at += steps[opcode]! + (more >>> 15);
  }
  return at;
}
const pos = new Int32Array(2);
function pairB(view: DataView, bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): void {
  while (a < aEnd && b < bEnd) {
    const next = view.getInt32(a, true), mext = view.getInt32(b, true);
    const op = next & 0xff, oq = mext & 0xff;
    const more = next & longer[op]!, nore = mext & longer[oq]!;
    const sa = steps[op]! + (more >>> 15), sb = steps[oq]! + (nore >>> 15);
    const xa = next & (exc[op]! | more << 8), xb = mext & (exc[oq]! | nore << 8);
    if ((xa | xb) !== 0) {
      if (xa !== 0) {
        if (more !== 0 || (exc[op] === 0x80c000 && (next & 0xc000) === 0)) a = rest(bytes, a + 2); else break;
      } else a += sa;
      if (xb !== 0) {
        if (nore !== 0 || (exc[oq] === 0x80c000 && (mext & 0xc000) === 0)) b = rest(bytes, b + 2); else break;
      } else b += sb;
      continue;
    }
    a += sa; b += sb;
  }
  pos[0] = a; pos[1] = b;
}
function pairA(view: DataView, bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): void {
  while (a < aEnd && b < bEnd) {
    const next = view.getInt32(a, true), mext = view.getInt32(b, true);
    const op = next & 0xff, oq = mext & 0xff;
    const xa = next & exceptions[op]!, xb = mext & exceptions[oq]!;
    a += steps[op]!; b += steps[oq]!;
    if (xa !== 0) {
      if (xa === goesOn[op]) { a = (steps[op] === 2 && (next & 0x800000) === 0) ? a + 1 : rest(bytes, a); }
      else if (!(goesOn[op] === -1 && (next & 0xff00) >= 0x7b00 && (next & 0xff00) <= 0x7f00)) { a -= steps[op]!; b -= steps[oq]!; break; }
    }
    if (xb !== 0) {
      if (xb === goesOn[oq]) { b = (steps[oq] === 2 && (mext & 0x800000) === 0) ? b + 1 : rest(bytes, b); }
      else if (!(goesOn[oq] === -1 && (mext & 0xff00) >= 0x7b00 && (mext & 0xff00) <= 0x7f00)) { b -= steps[oq]!; break; }
    }
  }
  pos[0] = a; pos[1] = b;
}
function single(plain: typeof A) { return (start: number, n: number) => {
  const view = new DataView(m.buffer, m.byteOffset, m.length); const r = rd; r.at = start;
  for (let i = 0; i < n; i++) { const l = r.u32(); const end = r.at + l; locals(r); let at = r.at;
    while (at < end) { at = plain(view, m, at, end); if (at < end) at = slow(at); }
    if (at !== end) throw new Error('x' + i); r.at = end; }
}; }
function locals(r: ByteReader) { const g = r.u32(); for (let k = 0; k < g; k++) { r.u32(); r.u8(); } }
function pair(plain: typeof pairA) { return (start: number, n: number) => {
  const view = new DataView(m.buffer, m.byteOffset, m.length); const r = rd; r.at = start;
  const half = n >> 1; for (let i = 0; i < half; i++) { const l = r.u32(); r.at += l; }
  let hb = r.at, ha = start, aLeft = half, bLeft = n - half;
  let a = 0, aEnd = 0, b = 0, bEnd = 0;
  for (;;) {
    if (a >= aEnd) { if (a !== aEnd) throw new Error('a'); if (aLeft-- === 0) break; r.at = ha; const l = r.u32(); aEnd = r.at + l; ha = aEnd; locals(r); a = r.at; }
    if (b >= bEnd) { if (b !== bEnd) throw new Error('b'); if (bLeft-- === 0) break; r.at = hb; const l = r.u32(); bEnd = r.at + l; hb = bEnd; locals(r); b = r.at; }
    plain(view, m, a, aEnd, b, bEnd);
    a = pos[0]!; b = pos[1]!;
    if (a < aEnd && b < bEnd) {
      a = slowIf(view, a); b = slowIf(view, b);
    }
  }
  // rest of lanes
  const s = A;
  for (let which = 0; which < 2; which++) { let at = which ? b : a, end = which ? bEnd : aEnd, left = which ? bLeft : aLeft, h = which ? hb : ha;
    if (left < 0) continue;
    for (;;) { while (at < end) { at = s(view, m, at, end); if (at < end) at = slow(at); } if (at !== end) throw new Error('r'); if (left-- <= 0) break; r.at = h; const l = r.u32(); end = r.at + l; h = end; locals(r); at = r.at; } }
}; }
function slowIf(view: DataView, at: number): number { const next = view.getInt32(at, true), op = next & 255, x = next & exceptions[op]!; if (x === 0) return at + steps[op]!; if (x === goesOn[op]) return rest(m, at + steps[op]! - 1); return slow(at); }
const r = new ByteReader(m); const o = readOutline(r, new Set()); r.at = o.sections.get(10)!.start; const n = r.u32(); const start = r.at;
const vs: Record<string, (s: number, n: number) => void> = { A: single(A), Bl: single(Bl), pairA: pair(pairA), pairB: pair(pairB) };
const only = process.argv[2];
const cpu=()=>{const {user,system}=process.cpuUsage(); return (user+system)/1000;};
for (const [k, f] of Object.entries(vs)) { if (only && k !== only) continue; const w: number[] = []; for (let i = 0; i < 40; i++) { WebAssembly.validate(m); const a = cpu(); f(start, n); w.push(cpu() - a); } w.splice(0, 8); w.sort((x, y) => x - y); console.log(k, w[0]!.toFixed(2), w[w.length >> 1]!.toFixed(2)); }
