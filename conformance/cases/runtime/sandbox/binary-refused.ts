import { type Code, list, sized, text } from '#fixtures/wasm/encoding.ts';
import type { Case } from '../../../case.ts';
import { refusals } from '../../../rows.ts';
import {
  answerBody,
  answerBytes,
  bytesOf,
  codeSection,
  custom,
  exportSection,
  functionSection,
  header,
  instead,
  typeSection,
  withBody,
  withCode,
} from './binary-parts.ts';

const refused = refusals(['RT-BINARY'], 'runtime/binary-plain', 'runtime.malformed');
const noise = [0xff];
const inSections = (...sections: Code) => instead(bytesOf(header, ...sections));
const before = [typeSection, functionSection] as const;
const answers = [0x41, 42] as const;

export const refusedBinaries: readonly Case[] = [
  refused('runtime/binary-four-bytes', instead(answerBytes.slice(0, 4))),
  refused('runtime/binary-seven-bytes', instead(answerBytes.slice(0, 7))),
  refused('runtime/binary-version-0', instead(answerBytes.with(4, 0))),
  refused('runtime/binary-version-2', instead(answerBytes.with(4, 2))),
  refused('runtime/binary-version-256', instead(answerBytes.with(5, 1))),
  refused('runtime/binary-cut-in-code', instead(answerBytes.slice(0, -1))),
  refused('runtime/binary-cut-between-id-and-size', inSections(typeSection, 3)),
  refused('runtime/binary-cut-before-code', inSections(...before, exportSection)),
  refused('runtime/binary-trailing-zero', instead(bytesOf([...answerBytes], 0))),
  refused('runtime/binary-trailing-text', instead(bytesOf([...answerBytes], [...Buffer.from('\n')]))),
  refused('runtime/binary-twice', instead(bytesOf([...answerBytes], [...answerBytes]))),
  refused('runtime/binary-sections-swapped', inSections(functionSection, typeSection, exportSection, codeSection)),
  refused('runtime/binary-section-twice', inSections(typeSection, ...before, exportSection, codeSection)),
  refused('runtime/binary-section-too-long', inSections([1, sized([list([]), 0])])),
  refused('runtime/binary-section-too-short', inSections([1, 1, 1])),
  refused('runtime/binary-more-items-than-said', inSections([1, sized([0, 0x60, 0, 0])])),
  refused('runtime/binary-fewer-items-than-said', inSections([1, sized([2, 0x60, 0, 0])])),
  refused('runtime/binary-code-without-function', inSections(typeSection, codeSection)),
  refused('runtime/binary-two-bodies', instead(withCode([10, sized(list([sized(answerBody), sized(answerBody)]))]))),
  refused('runtime/binary-body-without-end', instead(withBody(list([]), answers))),
  refused('runtime/binary-body-behind-its-end', instead(withBody(list([]), answers, 0x0b, 0x01))),
  refused('runtime/binary-body-of-nothing', instead(withBody())),
  refused('runtime/binary-block-without-end', instead(withBody(list([]), 0x02, 0x40, answers, 0x0b))),
  refused('runtime/binary-else-without-if', instead(withBody(list([]), 0x02, 0x40, 0x05, 0x0b, answers, 0x0b))),
  refused(
    'runtime/binary-number-too-long',
    instead(withBody(list([]), [0x41, 0xaa, 0x80, 0x80, 0x80, 0x80, 0x00], 0x0b)),
  ),
  refused(
    'runtime/binary-number-with-more-bits',
    instead(withBody(list([]), [0x41, 0xaa, 0x80, 0x80, 0x80, 0x10], 0x0b)),
  ),
  refused('runtime/binary-count-too-long', inSections([1, sized([0x81, 0x80, 0x80, 0x80, 0x80, 0x00, 0x60, 0, 0])])),
  refused('runtime/binary-unknown-type', inSections([1, sized(list([[0x60, list([[0x01]]), list([])]]))])),
  refused('runtime/binary-unknown-form-of-type', inSections([1, sized(list([[0x40, list([]), list([])]]))])),
  refused('runtime/binary-unknown-kind-of-import', inSections([2, sized(list([[text('a'), text('b'), 9, 0]]))])),
  refused(
    'runtime/binary-unknown-kind-of-export',
    inSections(...before, [7, sized(list([[text('run'), 9, 0]]))], codeSection),
  ),
  refused('runtime/binary-unknown-kind-of-global', inSections([6, sized(list([[0x7f, 8, 0x41, 0, 0x0b]]))])),
  refused('runtime/binary-unknown-kind-of-data', inSections([11, sized(list([[3, list([])]]))])),
  refused(
    'runtime/binary-name-no-utf-8',
    inSections(...before, [7, sized(list([[list([noise]), 0, 0]]))], codeSection),
  ),
  refused(
    'runtime/binary-name-of-surrogate',
    inSections(...before, [7, sized(list([[sized([0xed, 0xa0, 0x80]), 0, 0]]))], codeSection),
  ),
  refused('runtime/binary-name-cut-off', inSections([2, sized([1, 5, 0x61])])),
  refused('runtime/binary-custom-name-no-utf-8', instead(bytesOf([...answerBytes], [0, sized(list([noise]))]))),
  refused(
    'runtime/binary-custom-name-too-long',
    instead(bytesOf([...answerBytes], [0, sized([5, 0x61])], custom('next'))),
  ),
  refused('runtime/binary-count-of-other-data', inSections(...before, exportSection, [12, 1, 1], codeSection)),
];
