import { guestModule } from '#fixtures/guests/guests.ts';
import type { Case } from '../../../case.ts';
import {
  base64,
  calling,
  field,
  inline,
  inlineAnswer,
  ofSkill,
  plainInline,
  policy,
  put64,
  putModule,
  skillAnswer,
  withGuest,
  withModule,
} from './given.ts';
import { answerText, giving } from './modules.ts';
import { refused, refusingInline, refusingSkill, runs } from './rows.ts';

const seven = giving(['run', 7]);
const content = ['RUN-CONTENT'] as const;
const empty = ['RUN-MODULE-EMPTY'] as const;
const size = ['RUN-MODULE-SIZE'] as const;

/** Beyond ASCII, so that characters and bytes differ. */
const longText = `${answerText} ;; \u00e9\u{1f600}`;
const textSize = BigInt(Buffer.byteLength(longText));
const guestSize = BigInt(guestModule('answer').length);

const ofText = (text: string, policy = {}) =>
  calling(() => ({ input: { json: { module_wat: text, entrypoint: 'run' } }, policy }));
const textTwin = 'inline-text';

/** What bytes a module may have, wherever they come from. */
export const moduleCases: readonly Case[] = [
  runs('text-in-base64', content, inline({ module_base64: base64(answerText) }), inlineAnswer),
  runs('binary-in-text', content, ofText(Buffer.from(seven).toString('latin1')), { exit_code: 7n }),
  runs('text-in-skill', content, ofSkill({}, withModule(answerText)), skillAnswer),
  runs('fields-without-module', content, ofText('(func (export "run") (result i32) i32.const 42)'), inlineAnswer),
  refusingInline(content, 'runner.bad-module')('neither-in-base64', put64(Uint8Array.of(0xff, 0xfe))),
  refused('cut-binary-in-text', content, textTwin, 'runner.bad-module', field('module_wat', '\u0000asm\u0001')),
  refused(
    'byte-order-mark-in-text',
    content,
    textTwin,
    'runner.bad-module',
    field('module_wat', `\ufeff${answerText}`),
  ),
  refusingSkill(content, 'runner.bad-module')('neither-in-skill', putModule('no module')),

  refusingInline(empty, 'runner.empty-module')('no-bytes-in-base64', field('module_base64', '')),
  refused('no-bytes-in-text', empty, textTwin, 'runner.empty-module', field('module_wat', '')),
  refusingSkill(empty, 'runner.empty-module')('no-bytes-in-skill', putModule('')),
  refused('blank-text', ['RUN-BAD-MODULE'], textTwin, 'runner.bad-module', field('module_wat', ' \n')),
  refused('comment-alone', ['RUN-BAD-MODULE'], textTwin, 'runner.bad-module', field('module_wat', ';; nothing')),

  runs(
    'binary-of-limit',
    [...size, ...empty],
    inline({}, { policy: { max_module_size_bytes: guestSize } }),
    inlineAnswer,
  ),
  refused(
    'binary-above-limit',
    size,
    'binary-of-limit',
    'runner.module-too-large',
    policy('max_module_size_bytes', guestSize - 1n),
  ),
  runs('text-of-limit', size, ofText(longText, { max_module_size_bytes: textSize }), inlineAnswer),
  refused(
    'text-above-limit',
    size,
    'text-of-limit',
    'runner.module-too-large',
    policy('max_module_size_bytes', textSize - 1n),
  ),
  runs(
    'skill-of-limit',
    size,
    ofSkill({}, withGuest('answer'), { policy: { max_module_size_bytes: guestSize } }),
    skillAnswer,
  ),
  refused(
    'skill-above-limit',
    size,
    'skill-of-limit',
    'runner.module-too-large',
    policy('max_module_size_bytes', guestSize - 1n),
  ),
  refused('limit-of-nothing', size, plainInline, 'runner.module-too-large', policy('max_module_size_bytes', 0n)),
  runs('largest-limit', size, inline({}, { policy: { max_module_size_bytes: 2n ** 64n - 1n } }), inlineAnswer),
];
