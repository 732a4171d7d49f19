import { createHash } from 'node:crypto';
import type { Feature } from '#spec/features.ts';
import type { WireValue } from '#spec/operations.ts';
import { wireLimits } from '#spec/protocol.ts';
import { reasons } from '#spec/reasons.ts';
import type { CaseExpectation } from '../runner/judge.ts';
import { fieldsOf } from '../runner/match.ts';

/** An expectation as a vector has it, for whoever compares without this suite; `files/README.md` says how. */
export function expectationJson(expectation: CaseExpectation): WireValue {
  switch (expectation.outcome) {
    case 'reject':
      return { outcome: 'reject', reasons: [expectation.code, reasons[expectation.code].family] };
    case 'observe':
      return { outcome: 'observe', shipping: expectation.shipping };
    case 'ok': {
      const { value, ofPage, archive, relation } = expectation;
      return {
        outcome: 'ok',
        ...(value === undefined ? {} : { [ofPage === undefined ? 'value' : 'page']: pattern(value) }),
        ...(archive === undefined
          ? {}
          : { archive: { ...archive, entries: new Map(Object.entries(archive.entries)) } }),
        // The budgets stand in the input.
        ...(relation === undefined ? {} : { relation }),
      };
    }
  }
}

/** The member that says of what features a case is. */
export function needed(needs: readonly Feature[]): { readonly needs?: readonly Feature[] } {
  return needs.length === 0 ? {} : { needs };
}

/** A record names the keys that matter, a Map has exactly its own; bytes are compared in their one form on the wire. */
function pattern(value: WireValue): WireValue {
  if (value instanceof Uint8Array) return { only: wireBytes(value) };
  if (isList(value)) return value.map(pattern);
  const fields = fieldsOf(value);
  if (fields === undefined) return value;
  const members = new Map([...fields].map(([key, each]) => [key, pattern(each)]));
  return value instanceof Map ? { only: members } : { has: members };
}

function wireBytes(bytes: Uint8Array): WireValue {
  if (bytes.length > wireLimits.inlineBytes) {
    return { $blob: createHash('sha256').update(bytes).digest('hex'), size: BigInt(bytes.length) };
  }
  return { $b64: Buffer.from(bytes).toString('base64') };
}

function isList(value: WireValue): value is readonly WireValue[] {
  return Array.isArray(value);
}
