import type { Case } from '../../../case.ts';
import { put, rejected } from '../../../rows.ts';
import { alsoTakes, plainDocument, refusesDocument, takes } from './rows.ts';

const proves = ['A2-JSON'] as const;
const base = 'plain-document';
const tail = '"Hello."}}]}';

function refuses(id: string, from: string, by: string): Case {
  return refusesDocument(`json-${id}`, proves, base, 'a2ui.not-json', from, by);
}

/** Containers inside each other beside the components; the document itself is one of them. */
function nested(depth: number): string {
  return `"Hello."}}],"deep":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
}

/** The document with bytes that are no text in a member nobody reads. */
function notUtf8(id: string, ...bytes: readonly number[]): Case {
  return rejected(`a2ui/json-utf8-${id}`, proves, `a2ui/${base}`, 'a2ui.not-json', (world) => {
    const text = Buffer.from(plainDocument(world));
    const end = text.length - 1;
    const member = [Buffer.from(',"x":"'), Buffer.from(bytes), Buffer.from('"')];
    return put(['document'], Uint8Array.from(Buffer.concat([text.subarray(0, end), ...member, text.subarray(end)])));
  });
}

export const jsonCases: readonly Case[] = [
  takes(
    base,
    ['A2-DOC-OBJECT', 'A2-DOC-VERSION', 'A2-DOC-SURFACE', 'A2-DOC-COMPONENTS', 'A2-DOC-UNCHANGED'],
    plainDocument,
  ),
  takes('json-white-space', proves, (world) => plainDocument(world).replace('"v":1,', '\r\n\t "v" : 1 ,')),
  alsoTakes('json-escapes', proves, base, '"Hello."', '"\\u0048\\ud83d\\ude00\\u0000\\/"', plainDocument),
  alsoTakes('json-delete-character', proves, base, '"Hello."', '"\u007f"', plainDocument),
  alsoTakes('json-depth-127', proves, base, tail, nested(127), plainDocument),
  alsoTakes('json-small-number', proves, base, '"Hello."', '1e-400', plainDocument),
  refuses('depth-128', tail, nested(128)),
  refuses('nothing-left', '{"v":1,', '"v":1,'),
  refuses('comma-last', tail, '"Hello."}},]}'),
  refuses('letter-behind', tail, `${tail} x`),
  refuses('two-documents', tail, `${tail}{}`),
  refuses('byte-order-mark', '{"v":1,', '\ufeff{"v":1,'),
  refuses('comment', '{"v":1,', '{/**/"v":1,'),
  refuses('plus', '"v":1,', '"v":+1,'),
  refuses('leading-zero', '"v":1,', '"v":01,'),
  refuses('dot-last', '"Hello."', '1.'),
  refuses('nan', '"Hello."', 'NaN'),
  refuses('overflow', '"Hello."', '1e400'),
  refuses('control', '"Hello."', '"\t"'),
  refuses('high-surrogate-alone', '"Hello."', '"\\ud800"'),
  refuses('low-surrogate-alone', '"Hello."', '"\\ude00"'),
  refuses('apostrophes', '"Hello."', "'Hello.'"),
  notUtf8('lone-ff', 0xff),
  notUtf8('cut-short', 0xe2, 0x82),
  notUtf8('surrogate', 0xed, 0xa0, 0x80),
  notUtf8('overlong', 0xc0, 0xaf),
  takes('repeated-last-wins', ['A2-REPEATED'], (world) => plainDocument(world).replace('"v":1,', '"v":2,"v":1,')),
  refusesDocument('repeated-first-loses', ['A2-REPEATED'], base, 'a2ui.v-unsupported', '"v":1,', '"v":1,"v":2,'),
  refusesDocument('repeated-escaped', ['A2-REPEATED'], base, 'a2ui.v-unsupported', '"v":1,', '"v":1,"\\u0076":2,'),
  alsoTakes('repeated-surface', ['A2-REPEATED'], base, '"components"', '"surface":"other","components"', plainDocument),
];
