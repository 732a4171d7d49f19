import { evaluations, grantClasses, packageKinds, packageStatuses } from '../extensions.ts';
import { i64, u32 } from './numbers.ts';
import { boolean, list, nullable, object, string, word } from './schema.ts';

const grant = object(
  { class: word(...grantClasses), value: string, policy_action: string },
  { scope: nullable(string) },
);

const compatibility = object(
  {
    compatible: boolean,
    manifest_version: u32,
    required_protocol_major: u32,
    current_protocol_major: u32,
    min_host_version: string,
    current_host_version: string,
    issues: list(object({ code: string, message: string, repair_hint: string })),
  },
  { max_host_version: nullable(string) },
);

export const packageRecord = object(
  {
    package_id: string,
    kind: word(...packageKinds),
    manifest_hash: string,
    version: string,
    source: object({ kind: string, reference: string }),
    status: word(...packageStatuses),
    grants: list(grant),
    compatibility,
    created_at_unix_ms: i64,
    updated_at_unix_ms: i64,
  },
  { status_reason: nullable(string) },
);

/** Its other members depend on this one; the chapter has them. */
export const evaluationRequest = {
  type: 'object',
  properties: { evaluate: word(...evaluations) },
  required: ['evaluate'],
};
