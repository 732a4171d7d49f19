import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { acceptedSample, minimal, type Sample } from './sample.ts';

const proves = ['MAN-TOML'] as const;
const crlf: Sample = {
  id: 'manifest/crlf',
  text: (world) => minimal.text(world).replaceAll('\n', '\r\n'),
};
const unended: Sample = { id: 'manifest/no-final-newline', text: (world) => minimal.text(world).trimEnd() };

const line = rowsAt('manifest/line-end', proves, {
  sample: minimal,
  piece: 'name = "Echo skill"\n',
  shows: (name) => ({ name, version: '3.1.4' }),
});
const syntax = 'manifest.toml-syntax';

export const lineEndCases: readonly Case[] = [
  acceptedSample(crlf, proves, ({ publisher }) => ({ name: 'Echo skill', publisher, operator: { tags: [] } })),
  acceptedSample(unended, proves, ({ parameters }) => ({
    compat: { min_palyra_version: parameters.runtime.version },
  })),
  line.reads('one-crlf', 'name = "Echo skill"\r\n', 'Echo skill'),
  line.reads('crlf-after-comment', 'name = "Echo skill" # comment\r\n', 'Echo skill'),
  line.refuses('cr-alone', 'name = "Echo skill"\r', syntax),
  line.refuses('cr-cr-lf', 'name = "Echo skill"\r\r\n', syntax),
  line.refuses('cr-inside-comment', 'name = "Echo skill" # one\rtwo\n', syntax),
  line.refuses('cr-ends-comment', 'name = "Echo skill" # one\r', syntax),
  line.refuses('cr-before-line', '\rname = "Echo skill"\n', syntax),
  line.refuses('form-feed', 'name = "Echo skill"\f', syntax),
  line.refuses('next-line', 'name = "Echo skill"\u0085', syntax),
  line.refuses('line-separator', 'name = "Echo skill"\u2028', syntax),
  line.refuses('paragraph-separator', 'name = "Echo skill"\u2029', syntax),
  line.reads('next-line-is-data', 'name = "Echo skill" # one\u0085name = "two"\n', 'Echo skill'),
  line.reads('line-separator-is-data', 'name = "Echo skill" # one\u2028name = "two"\n', 'Echo skill'),
  line.reads('next-line-in-text', 'name = "one\u0085two"\n', 'one\u0085two'),
  line.reads('line-separator-in-text', 'name = "one\u2028two"\n', 'one\u2028two'),
  line.reads('crlf-kept-in-multi-line', 'name = """one\r\ntwo"""\n', 'one\r\ntwo'),
  line.reads('crlf-kept-in-multi-line-literal', "name = '''one\r\ntwo'''\n", 'one\r\ntwo'),
  line.reads('lf-kept-in-multi-line', 'name = """one\ntwo\r\n"""\n', 'one\ntwo\r\n'),
  line.reads('first-lf-dropped', 'name = """\none"""\n', 'one'),
  line.reads('first-crlf-dropped', 'name = """\r\none"""\n', 'one'),
  line.reads('only-first-newline-dropped', 'name = """\n\none"""\n', '\none'),
  line.reads('first-lf-dropped-in-literal', "name = '''\none'''\n", 'one'),
  line.refuses('cr-alone-in-text', 'name = "one\rtwo"\n', syntax),
  line.refuses('cr-alone-in-literal', "name = 'one\rtwo'\n", syntax),
  line.refuses('cr-alone-in-multi-line', 'name = """one\rtwo"""\n', syntax),
  line.refuses('cr-alone-in-multi-line-literal', "name = '''one\rtwo'''\n", syntax),
  line.refuses('lf-in-text', 'name = "one\ntwo"\n', syntax),
  line.refuses('lf-in-literal', "name = 'one\ntwo'\n", syntax),
];
