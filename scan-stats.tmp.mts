import { readFileSync } from 'node:fs';
import { large } from './scripts/bench/audit/large-module.ts';
import { largeModule } from './scripts/bench/runtime/rewriting.ts';
import { ByteReader } from '#reference/runtime/rewrite/byte-reader.ts';
import { readOutline } from '#reference/runtime/rewrite/outline.ts';
import { usualSteps as T } from './reference/audit/module/operator-steps.ts';
import { skipImmediates } from '#reference/runtime/rewrite/immediates.ts';
import { kindOf } from '#reference/runtime/rewrite/opcodes.ts';
import { writeFileSync } from 'node:fs';
const m = large(new Uint8Array(readFileSync(largeModule())), 8*2**20);
writeFileSync('/tmp/scan/large.wasm', m);
const r = new ByteReader(m); const o = readOutline(r, new Set());
const s = o.sections.get(10)!; console.log('code', s.end-s.start, 'of', m.length);
r.at = s.start; const n = r.u32(); const sizes:number[]=[]; let ops=0, plain=0, twoByte=0, more=0, accLong=0, other=0; const hist:Record<string,number>={};
const v=new DataView(m.buffer,m.byteOffset);
for(let i=0;i<n;i++){const l=r.u32(); const end=r.at+l; sizes.push(l); const g=r.u32(); for(let k=0;k<g;k++){r.u32();r.u8();}
 while(r.at<end){ const at=r.at; const next=at+4<=m.length?v.getInt32(at,true):0; const op=next&255; const un=next&T.exceptions[op]!; ops++;
  if(un===0){plain++; r.at+=T.steps[op]!;continue;}
  if(un===T.goesOn[op]){ if(T.steps[op]===2){ if(next&0x800000) more++; else twoByte++; } else accLong++; let a=at+1; while(m[a+T.steps[op]!-1-0]!>=0x80) a++; 
   // find end
   r.at=at+T.steps[op]!-1; r.u64(); continue;}
  other++; hist[op.toString(16)]=(hist[op.toString(16)]??0)+1;
  r.at=at+1; const k=kindOf[op]!;
  if(op===0x0e){for(let left=r.u32();left>=0;left--)r.u32();} else if(op===0xfc){const x=r.u32(); if(x>=8){ for(let q of [0]){r.u32(); if(x===10||x===8||x==12||x==14) r.u32();}}} else if(op>=0x28&&op<0x3f){r.u32();r.u64();} else if(op===0x11){r.u32();r.u32();} else if(op>=2&&op<=4){r.u8();} else skipImmediates(r,k);
 } r.at=end;}
console.log({n,ops,plain,twoByte,more,accLong,other,hist, big:sizes.filter(x=>x>30000).length, bigBytes: sizes.filter(x=>x>30000).reduce((a,b)=>a+b,0), tiny:sizes.filter(x=>x<16).length, max:Math.max(...sizes), med:sizes.sort((a,b)=>a-b)[n>>1]});
