import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { parse } from 'smol-toml';
import { parseManifest } from '../../reference/index.ts';
import { type Figure, figure, takeTurns } from './measure.ts';
import { peakMemoryOf } from './peak-memory.ts';
import { buildSkill, exampleManifest, someModules, verifyOnce } from './skill.ts';

const mebibyte = 1024 * 1024;

export function packaging(): readonly Figure[] {
  return [...againstFloor(1, 15), ...againstFloor(48, 7), manifestFigure(), ...growthFigures()];
}

/** The least that any verifier does: inflate everything, hash it once, check one signature. */
function againstFloor(mebibytes: number, rounds: number): readonly Figure[] {
  const modules = someModules(mebibytes * mebibyte);
  const artifact = buildSkill(modules);
  const streams = modules.map(({ bytes }) => ({ packed: deflateRawSync(bytes), size: bytes.length }));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const message = Buffer.alloc(64);
  const signature = sign(null, message, privateKey);

  const times = takeTurns(rounds, {
    readFloor: () => {
      const hash = createHash('sha256');
      // One chunk for each, which is the fastest that zlib can be asked to do it.
      for (const { packed, size } of streams) hash.update(inflateRawSync(packed, { chunkSize: size + 1 }));
      hash.digest();
      verify(null, message, publicKey, signature);
    },
    verify: () => verifyOnce(artifact),
  });
  const writing = takeTurns(mebibytes > 8 ? 1 : 5, {
    writeFloor: () => {
      const hash = createHash('sha256');
      for (const { bytes } of modules) {
        deflateRawSync(bytes);
        hash.update(bytes);
      }
      hash.digest();
      sign(null, message, privateKey);
    },
    build: () => {
      buildSkill(modules);
    },
  });
  const { readFloor, verify: verified } = times;
  const { writeFloor, build } = writing;
  return [
    figure(
      `verify ${mebibytes} MiB`,
      verified / readFloor,
      'times the floor',
      readFloor,
      mebibytes === 48 ? 1.3 : null,
    ),
    figure(`build ${mebibytes} MiB`, build / writeFloor, 'times the floor', writeFloor, null),
  ];
}

function manifestFigure(): Figure {
  const text = exampleManifest.toString();
  const many = (work: () => void) => () => {
    for (let i = 0; i < 500; i++) work();
  };
  const { bare, ours } = takeTurns(15, {
    bare: many(() => parse(text, { integersAsBigInt: true })),
    ours: many(() => {
      if (!parseManifest(exampleManifest).ok) throw new Error('the example manifest is refused');
    }),
  });
  return figure('parse the example manifest', ours / bare, 'times smol-toml', bare / 500, 3);
}

/** Linear growth: the larger step of size costs no more per MiB than the smaller, give or take a busy machine's noise. */
function growthFigures(): readonly Figure[] {
  const artifacts = [1, 31, 62].map((size) => ({ size, artifact: buildSkill(someModules(size * mebibyte)) }));
  const milliseconds = takeTurns(
    5,
    Object.fromEntries(artifacts.map(({ size, artifact }) => [String(size), () => verifyOnce(artifact)])),
  );
  const times = artifacts.map(({ size }) => ({ size, cost: milliseconds[String(size)] ?? Number.NaN }));
  const peaks = artifacts.map(({ size, artifact }) => ({ size, cost: peakMemoryOf(verifyOnceScript, [], artifact) }));
  return [
    figure('verify, time per MiB from 31 to 62 against 1 to 31', growth(times), 'times', null, 1.5),
    figure('verify, peak memory per MiB from 31 to 62 against 1 to 31', growth(peaks), 'times', null, 1.5),
  ];
}

function growth(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const [first = Number.NaN, second = Number.NaN] = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return (point.cost - before.cost) / (point.size - before.size);
  });
  return second / first;
}

const verifyOnceScript = new URL('./verify-once.ts', import.meta.url);
