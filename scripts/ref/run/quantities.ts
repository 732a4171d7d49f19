const most = 2n ** 64n - 1n;
const units: readonly (readonly [name: string, bytes: bigint])[] = [
  ['GiB', 1024n ** 3n],
  ['MiB', 1024n ** 2n],
  ['KiB', 1024n],
];

/** A whole number of 64 bits, in which underscores may stand between the digits as they do in a manifest. */
export function parseCount(text: string): bigint | undefined {
  if (!/^\d+(?:_\d+)*$/.test(text) || text.length > 30) return undefined;
  const count = BigInt(text.replaceAll('_', ''));
  return count <= most ? count : undefined;
}

export function parseBytes(text: string): bigint | undefined {
  const unit = units.find(([name]) => text.endsWith(name));
  if (unit === undefined) return parseCount(text);
  const count = parseCount(text.slice(0, -unit[0].length).trimEnd());
  return count !== undefined && count * unit[1] <= most ? count * unit[1] : undefined;
}

/** As `parseCount` reads it. */
export function showCount(count: bigint | number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, '_');
}

/** Exact, in the largest unit that it is a multiple of. */
export function showBytes(bytes: bigint): string {
  const [name, size] = units.find(([, size]) => bytes > 0n && bytes % size === 0n) ?? ['bytes', 1n];
  return `${showCount(bytes / size)} ${name}`;
}

/** As `parseBytes` reads it. */
export function optionBytes(bytes: bigint): string {
  return showBytes(bytes).replace(' bytes', '').replace(' ', '');
}

export function percent(part: bigint, all: bigint): string {
  const tenths = all === 0n ? 0n : (part * 1000n + all / 2n) / all;
  return `${tenths / 10n}.${tenths % 10n} %`;
}
