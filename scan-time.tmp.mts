import { readFileSync } from 'node:fs';
import { ByteReader } from '#reference/runtime/rewrite/byte-reader.ts';
import { readOutline } from '#reference/runtime/rewrite/outline.ts';
import { scanCode } from './reference/audit/module/scan-code.ts';
import { measureCustomSections } from './reference/audit/module/custom-sections.ts';
const m = new Uint8Array(readFileSync('/tmp/scan/large.wasm'));
const t: Record<string, number[]> = { outline: [], scan: [], custom: [], validate:[] };
const cpu=()=>{const {user,system}=process.cpuUsage(); return (user+system)/1000;};
for (let i = 0; i < 45; i++) {
  const r = new ByteReader(m); const u = new Set<any>();
  let a = cpu(); const o = readOutline(r, u); let b = cpu(); t.outline!.push(b - a);
  scanCode(r, o, u); a = cpu(); t.scan!.push(a - b);
  measureCustomSections(m); b = cpu(); t.custom!.push(b - a);
  WebAssembly.validate(m); a=cpu(); t.validate!.push(a-b);
  if (r.fault) throw new Error(JSON.stringify(r.fault));
}
for (const [k, v] of Object.entries(t)) { const w = v.slice(8).sort((x, y) => x - y); console.log(k, 'min', w[0]!.toFixed(2), 'med', w[w.length >> 1]!.toFixed(2)); }
