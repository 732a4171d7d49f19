import { auditDefaults } from '#spec/audit.ts';
import type { Case } from '../../case.ts';
import { observed, put, refusals } from '../../rows.ts';
import { audited, auditing, edited, putPolicy } from './given.ts';
import { sizeOf } from './modules.ts';

const shapeId = 'AUD-POLICY-SHAPE';
const written = 'audit/policy-written-out';
const notJson = refusals(['AUD-POLICY-JSON'], written, 'audit.policy-json');
const badShape = refusals([shapeId], written, 'audit.policy-shape');

const text = `{
  "max_module_bytes": 8388608,
  "max_exported_functions": 128,
  "allow_device_capabilities": false,
  "allow_wildcard_capabilities": false
}`;

const unreadable: readonly (readonly [id: string, policy: string | Uint8Array])[] = [
  ['empty', ''],
  ['of-white-space', ' \n'],
  ['of-another-language', 'max_module_bytes = 1'],
  ['open', '{'],
  ['behind-a-byte-order-mark', `\ufeff${text}`],
  ['with-a-comment', `${text} // no more`],
  ['twice', `${text}${text}`],
  ['with-a-comma-too-many', '{"max_module_bytes": 8,}'],
  ['in-single-quotes', "{'max_module_bytes': 8}"],
  ['with-a-leading-zero', '{"max_module_bytes": 08}'],
  ['with-a-plus', '{"max_module_bytes": +8}'],
  ['with-a-hex-number', '{"max_module_bytes": 0x8}'],
  ['not-a-number', '{"max_module_bytes": NaN}'],
  ['with-a-raw-line-break', '{"max_module_\nbytes": 8}'],
  ['not-utf8', Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['of-a-nul', '\0'],
  ['in-upper-case-words', '{"allow_device_capabilities": TRUE}'],
];

const misshapen: readonly (readonly [id: string, policy: string])[] = [
  ['null', 'null'],
  ['true', 'true'],
  ['number', '8'],
  ['text', '"{}"'],
  ['unknown-field', '{"max_modules": 1}'],
  ['unknown-field-beside-others', text.replace('{', '{"strict": true,')],
  ['unknown-empty-field', '{"": 1}'],
  ['field-proto', '{"__proto__": {}}'],
  ['field-in-camel-case', '{"maxModuleBytes": 8}'],
  ['field-in-upper-case', '{"MAX_MODULE_BYTES": 8}'],
  ['field-with-a-space', '{"max_module_bytes ": 8}'],
  ['number-twice', '{"max_module_bytes": 8, "max_module_bytes": 8}'],
  ['number-twice-in-two-spellings', '{"max_module_bytes": 8, "\\u006dax_module_bytes": 8}'],
  ['flag-twice', '{"allow_device_capabilities": false, "allow_device_capabilities": false}'],
  ['number-null', '{"max_module_bytes": null}'],
  ['number-as-text', '{"max_module_bytes": "8"}'],
  ['number-true', '{"max_exported_functions": true}'],
  ['number-negative', '{"max_exported_functions": -1}'],
  ['number-with-a-fraction', '{"max_module_bytes": 8.0}'],
  ['number-with-an-exponent', '{"max_exported_functions": 1e2}'],
  ['number-beyond-64-bits', '{"max_module_bytes": 18446744073709551616}'],
  ['number-in-a-list', '{"max_exported_functions": [8]}'],
  ['flag-null', '{"allow_wildcard_capabilities": null}'],
  ['flag-zero', '{"allow_wildcard_capabilities": 0}'],
  ['flag-one', '{"allow_device_capabilities": 1}'],
  ['flag-as-text', '{"allow_device_capabilities": "true"}'],
  ['flag-object', '{"allow_device_capabilities": {}}'],
];

const defaults = ['AUD-POLICY-DEFAULTS', shapeId] as const;
const alone: readonly { readonly [field: string]: bigint | boolean }[] = [
  { max_module_bytes: 0n },
  { max_module_bytes: 2n ** 64n - 1n },
  { max_module_bytes: 1_048_576n },
  { max_exported_functions: 0n },
  { max_exported_functions: 2n ** 64n - 1n },
  { max_exported_functions: 7n },
  { allow_device_capabilities: true },
  { allow_device_capabilities: false },
  { allow_wildcard_capabilities: true },
  { allow_wildcard_capabilities: false },
];

export const policyCases: readonly Case[] = [
  audited(
    'policy-written-out',
    [shapeId, 'AUD-POLICY-JSON'],
    auditing(() => ({ policy: text })),
  ),
  audited(
    'policy-of-no-fields',
    defaults,
    auditing(() => ({ policy: '{}' })),
  ),
  audited(
    'policy-between-white-space',
    ['AUD-POLICY-JSON'],
    auditing(() => ({ policy: ' \r\n\t{ } \n' })),
  ),
  edited(
    'policy-with-an-escape',
    ['AUD-POLICY-JSON', shapeId],
    put(['policy'], '{"\\u006dax_exported_functions": 9}'),
    () => ({ policy: { max_exported_functions: 9n } }),
  ),
  ...alone.map((fields) => {
    const [[name, value] = ['', '']] = Object.entries(fields);
    const isTooSmall = fields['max_module_bytes'] === 0n;
    const given = auditing(() => ({ policy: { json: fields } }));
    return audited(`policy-of-${name.replaceAll('_', '-')}-${value}`, defaults, given, (world) => ({
      policy: fields,
      ...(isTooSmall && { modules: [{ path: 'modules/main.wasm', size: sizeOf(world), is: 'too large' as const }] }),
    }));
  }),
  edited(
    'policy-of-all-fields',
    [shapeId],
    putPolicy({
      allow_wildcard_capabilities: true,
      max_exported_functions: 1n,
      allow_device_capabilities: true,
      max_module_bytes: 100n,
    }),
    () => ({
      policy: {
        max_module_bytes: 100n,
        max_exported_functions: 1n,
        allow_device_capabilities: true,
        allow_wildcard_capabilities: true,
      },
    }),
  ),
  ...unreadable.map(([id, policy]) => notJson(`audit/policy-${id}`, put(['policy'], policy))),
  ...misshapen.map(([id, policy]) => badShape(`audit/policy-${id}`, put(['policy'], policy))),
  observed(
    'audit/policy-positional',
    ['AUD-POLICY-POSITIONAL'],
    'accepted',
    auditing(() => ({ policy: JSON.stringify(Object.values(auditDefaults).map(plainValue)) })),
  ),
];

function plainValue(value: bigint | boolean): number | boolean {
  return typeof value === 'bigint' ? Number(value) : value;
}
