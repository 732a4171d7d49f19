import { quotaMinimums } from '../constants.ts';
import { u64 } from './numbers.ts';
import { host, secretScope, wildcard } from './patterns.ts';
import {
  boolean,
  type Definitions,
  list,
  object,
  type Properties,
  ref,
  type Schema,
  string,
  text,
  when,
} from './schema.ts';

const strings = list(string);
const orWildcard = (schema: Schema): Schema => ({ anyOf: [text(wildcard), schema] });
const withoutWildcard = list(text('^[^*]*$'));

export const capabilitySchemas = {
  capabilities: object(
    {
      filesystem: object({ read_roots: list(ref('path')), write_roots: list(ref('path')) }),
      http_egress_allowlist: list(orWildcard(text(host))),
      secrets: list(
        object({ scope: text(secretScope), key_names: list(orWildcard(ref('identifier')), { minItems: 1n }) }),
      ),
      device_capabilities: list(orWildcard(ref('identifier'))),
      node_capabilities: list(orWildcard(ref('identifier'))),
      quotas: object({
        wall_clock_timeout_ms: { ...u64, minimum: quotaMinimums.wall_clock_timeout_ms },
        fuel_budget: { ...u64, minimum: quotaMinimums.fuel_budget },
        max_memory_bytes: { ...u64, minimum: quotaMinimums.max_memory_bytes },
      }),
      wildcard_opt_in: object({
        filesystem: boolean,
        http_egress: boolean,
        secrets: boolean,
        device: boolean,
        node: boolean,
      }),
    },
    {},
    {
      $comment: 'The `allOf` is MAN-WILDCARD: each kind of wildcard is opted into by name.',
      allOf: [
        unlessOptedIn('filesystem', {
          filesystem: { type: 'object', properties: { read_roots: withoutWildcard, write_roots: withoutWildcard } },
        }),
        unlessOptedIn('http_egress', { http_egress_allowlist: withoutWildcard }),
        unlessOptedIn('secrets', { secrets: list({ type: 'object', properties: { key_names: withoutWildcard } }) }),
        unlessOptedIn('device', { device_capabilities: withoutWildcard }),
        unlessOptedIn('node', { node_capabilities: withoutWildcard }),
      ],
    },
  ),
  grants: object({ http_hosts: strings, secret_keys: strings, storage_prefixes: strings, channels: strings }),
} satisfies Partial<Definitions>;

function unlessOptedIn(name: string, members: Properties): Schema {
  return when({ wildcard_opt_in: { type: 'object', properties: { [name]: { const: false } } } }, members);
}
