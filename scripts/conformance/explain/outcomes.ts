import type { OutcomeKind } from '#conformance/outcome.ts';

/** What each outcome of a call means. */
export const outcomeTexts: Readonly<Record<OutcomeKind, string>> = {
  ok: 'The subject accepted the input.',
  reject: 'The subject refused the input, and said for what reason.',
  unsupported: 'The subject does not have the operation or feature; such a case proves nothing.',
  fault: 'The subject said that it could not answer: an error of its own, which is no refusal.',
  crash: 'The subject ended while the call was open, and did so again when it was asked alone.',
  timeout: 'The subject did not answer before the deadline; `--deadline` gives it more time.',
  'protocol-error':
    'What the subject wrote is not an answer as the protocol has it; the diagnosis names what is wrong.',
  'not-run': 'The case was not asked, because the run broke off.',
  flaky: 'The case was asked more than once, and the answers differ; which of them is right does not matter.',
  'harness-error': 'The suite itself failed over the case, which says nothing of the subject.',
};
