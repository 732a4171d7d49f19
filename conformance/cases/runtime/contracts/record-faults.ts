import type { Case } from '../../../case.ts';
import { put, rejected, remove } from '../../../rows.ts';
import {
  missing,
  nameFaults,
  numberFaults,
  recordKind,
  row,
  typeFaults,
  unasked,
  unknown,
  wholeRecordCases,
} from './record-rows.ts';

const declaration = ['declarations', 0];
const declaredKind = ['declarations', 0, 'kind'];
const declaredVersion = ['declarations', 0, 'version'];

const declarationFaults: readonly Case[] = [
  ...typeFaults('declarations', ['declarations'], 'list'),
  ...typeFaults('declaration', declaration, 'list', 'record'),
  ...typeFaults('declared-kind', declaredKind, 'text', 'record'),
  ...nameFaults('declared-kind', declaredKind, recordKind),
  ...typeFaults('declared-version', declaredVersion, 'integer'),
  ...numberFaults('declared-version', declaredVersion),
  missing(row('declared-kind', 'missing'), remove(declaredKind)),
  rejected(
    row('declaration', 'empty'),
    ['CON-REQUIRED'],
    'runtime/contracts-version-left-out',
    'contracts.missing-field',
    remove(declaredKind),
  ),
  unknown(row('declaration', 'says-more'), put([...declaration, 'adapter'], 'host.adapter')),
  unknown(row('declaration', 'says-null'), put([...declaration, 'note'], null)),
  unknown(row('declaration', 'says-empty-name'), put([...declaration, ''], 1n)),
  unknown(row('declaration', 'says-proto'), put([...declaration, '__proto__'], 1n)),
  unknown(row('declaration', 'says-versions'), put([...declaration, 'versions'], [1n])),
  unknown(row('declaration', 'says-upper-case'), put([...declaration, 'Version'], 1n)),
];

const supported = ['adapters', 0, 'supported_versions'];
const allowed = ['adapters', 0, 'allowed_capability_classes'];
const servedKind = ['adapters', 0, 'kind'];
const servedName = ['adapters', 0, 'adapter'];

const adapterFaults: readonly Case[] = [
  ...typeFaults('adapters', ['adapters'], 'list'),
  ...typeFaults('adapter', ['adapters', 0], 'list', 'record'),
  ...typeFaults('served-kind', servedKind, 'text', 'record'),
  ...nameFaults('served-kind', servedKind, recordKind),
  ...typeFaults('adapter-name', servedName, 'text'),
  ...typeFaults('supported', supported, 'list'),
  ...typeFaults('supported-version', [...supported, 1], 'integer'),
  ...numberFaults('supported-version', [...supported, 1]),
  ...typeFaults('allowed', allowed, 'list'),
  ...typeFaults('allowed-class', [...allowed, 1], 'text', 'record'),
  ...nameFaults('allowed-class', [...allowed, 0], 'http_hosts'),
  missing(row('served-kind', 'missing'), remove(servedKind)),
  missing(row('adapter-name', 'missing'), remove(servedName)),
];

const classFaults: readonly Case[] = [
  ...typeFaults('classes', ['capability_classes'], 'list'),
  ...typeFaults('class', ['capability_classes', 1], 'text', 'record'),
  ...nameFaults('class', ['capability_classes', 0], 'http_hosts'),
];

const unaskedFaults: readonly Case[] = [
  unasked('class', 'contracts.unknown-name', ['capability_classes', 0], 'secret'),
  unasked('classes', 'contracts.wrong-type', ['capability_classes'], null),
  unasked('adapter-version', 'contracts.wrong-type', [...supported, 1], 1.0),
  unasked('second-adapter-kind', 'contracts.unknown-name', ['adapters', 1, 'kind'], 'connector'),
  unasked('adapter-of-another-kind', 'contracts.wrong-type', ['adapters', 2, 'adapter'], null),
];

export const recordCases: readonly Case[] = [
  ...wholeRecordCases,
  ...declarationFaults,
  ...adapterFaults,
  ...classFaults,
  ...unaskedFaults,
];
