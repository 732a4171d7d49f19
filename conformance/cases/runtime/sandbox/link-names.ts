import type { GuestName } from '#fixtures/guests/guest.ts';
import { capabilityModule } from '#spec/constants.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { having, inText } from './given.ts';
import { count, host } from './imports.ts';

const proves = ['RT-LINK-NAMES', 'CAP-NOTHING-ELSE'] as const;
const twin = 'runtime/link-host-function';
const asked = { grants: { http_hosts: ['a.example', 'b.example'] } };

const misnamed = (id: string, text: string, by: string) =>
  changed(`runtime/link-${id}`, ['RT-LINK-NAMES'], twin, inText(text, by), ended('linker'));

const names: readonly (readonly [id: string, name: string])[] = [
  ['underscore', 'http_count'],
  ['capital', 'Http-count'],
  ['space-behind', 'http-count '],
  ['space-before', ' http-count'],
  ['zero-byte-behind', 'http-count\\00'],
  ['other-hyphen', 'http\u2010count'],
  ['shorter', 'http-coun'],
  ['longer', 'http-counts'],
  ['no-name', ''],
  ['other-function', 'http-request'],
  ['documented-name', 'host_capability_secret_handle'],
  ['exported-of-sdk', 'plugin-hello'],
  ['constructor', 'constructor'],
  ['prototype', '__proto__'],
  ['to-string', 'toString'],
];

const modules: readonly (readonly [id: string, module: string])[] = [
  ['no-version', 'palyra:plugins/host-capabilities'],
  ['later-version', 'palyra:plugins/host-capabilities@0.2.0'],
  ['patched-version', 'palyra:plugins/host-capabilities@0.1.1'],
  ['shorter-version', 'palyra:plugins/host-capabilities@0.1'],
  ['singular', 'palyra:plugin/host-capabilities@0.1.0'],
  ['underscored-module', 'palyra:plugins/host_capabilities@0.1.0'],
  ['capital-module', 'Palyra:plugins/host-capabilities@0.1.0'],
  ['space-behind-module', 'palyra:plugins/host-capabilities@0.1.0 '],
  ['package-of-sdk', 'palyra:plugins/sdk@0.1.0'],
  ['no-module', ''],
  ['env', 'env'],
  ['prototype-as-module', '__proto__'],
  ['constructor-as-module', 'constructor'],
];

const foreign: readonly (readonly [id: string, guest: GuestName])[] = [
  ['wasi-preview-1', 'wasi-snapshot-preview1'],
  ['wasi-unstable', 'wasi-unstable'],
  ['wasi-filesystem', 'wasi-filesystem'],
  ['wasi-http', 'wasi-http'],
  ['wasi-sockets', 'wasi-sockets'],
  ['wasi-clocks', 'wasi-clocks'],
  ['wasi-cli', 'wasi-cli'],
  ['wasi-random', 'wasi-random'],
  ['abort-of-its-language', 'env-abort'],
];

/** What languages bring along, and hosts of other plugins provide. */
const provided: readonly (readonly [id: string, fields: string])[] = [
  ['memory-of-env', '(import "env" "memory" (memory 0))'],
  ['table-of-env', '(import "env" "__indirect_function_table" (table 0 funcref))'],
  ['global-of-env', '(import "env" "__stack_pointer" (global (mut i32)))'],
  ['log-of-host', `(import ${host('log')} (func (param i32 i32)))`],
  ['memory-of-host', `(import ${host('memory')} (memory 0))`],
  ['spectest', '(import "spectest" "print" (func))'],
  ['string-builtin', '(import "wasm:js-string" "length" (func (param i32) (result i32)))'],
];

export const linkNames: readonly Case[] = [
  accepted(
    twin,
    ['RT-LINK-NAMES', 'CAP-FUNCTIONS'],
    running(body('(call $http-count)', count('http')), asked),
    ended(2),
  ),
  ...names.map(([id, name]) => misnamed(id, '"http-count"', `"${name}"`)),
  ...modules.map(([id, module]) => misnamed(id, `"${capabilityModule}"`, `"${module}"`)),
  misnamed('names-swapped', host('http-count'), `"http-count" "${capabilityModule}"`),
  misnamed('second-is-unknown', '(func (export', `(import ${host('x')} (func)) (func (export`),
  misnamed('unknown-and-not-called', '(module ', '(module (import "env" "abort" (func)) '),
  ...foreign.map(([id, name]) => accepted(`runtime/link-${id}`, proves, running(guest(name)), ended('linker'))),
  ...provided.map(([id, fields]) => changed(`runtime/link-${id}`, proves, twin, having(fields), ended('linker'))),
  accepted('runtime/link-nothing', ['RT-LINK-NAMES', 'CAP-NOTHING-ELSE'], running(body('(i32.const 1)')), ended(1)),
];
