import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { adapt, forever, greeting, isRefused, milliseconds, resultOf, say } from './adapter.mjs';

const dies = (how) => ({ call: how });
const leaves = (code) => () => process.exit(code);
const killsItself = (signal) => async () => {
  process.kill(process.pid, signal);
  await forever();
};

/** Says hello, and leaves something behind that lives as long. */
const greetsAnd = (act) => ({
  hello(message) {
    say(greeting(message));
    return act();
  },
});
const sleeper = (options) => spawn('sleep', ['600'], { stdio: 'ignore', ...options }).unref();

const hogging = 'const kept = []; setInterval(() => kept.push(Buffer.alloc(16 * 1024 * 1024, 1)), 5)';
let calls = 0;

adapt({
  'exits-0-at-the-call': dies(leaves(0)),
  'exits-1-at-the-call': dies(leaves(1)),
  'exits-139-at-the-call': dies(leaves(139)),
  'exits-0-after-one-answer': {
    call(call) {
      say(resultOf(call));
      process.exit(0);
    },
  },
  'exits-1-to-refuse': { call: (call) => (isRefused(call) ? process.exit(1) : say(resultOf(call))) },
  'hangs-to-refuse': { call: (call) => (isRefused(call) ? forever() : say(resultOf(call))) },
  'sigsegv-at-the-call': dies(killsItself('SIGSEGV')),
  'sigsegv-at-the-second-call': {
    call: (call) => (++calls === 2 ? killsItself('SIGSEGV')() : say(resultOf(call))),
  },
  'sigkill-at-the-call': dies(killsItself('SIGKILL')),
  'sigstop-at-the-call': dies(killsItself('SIGSTOP')),
  'spins-at-the-call': {
    call() {
      for (;;);
    },
  },
  'hangs-deaf-to-sigterm': {
    start: () => ['SIGTERM', 'SIGINT', 'SIGHUP'].map((signal) => process.on(signal, () => {})),
    call: forever,
  },
  'hangs-at-bye': { bye: forever },
  'hangs-at-the-end-of-input-too': { bye: () => {}, end: forever },
  'exits-1-at-bye': { bye: leaves(1) },
  'sigkill-at-bye': { bye: killsItself('SIGKILL') },
  'closes-its-output': { ...greetsAnd(() => closeSync(1)), call: forever },
  'closes-its-input': greetsAnd(() => {
    closeSync(0);
    return forever();
  }),
  'child-outlives-it': greetsAnd(() => sleeper()),
  'daemon-outlives-it': greetsAnd(() => sleeper({ detached: true })),
  'daemon-holds-its-output': greetsAnd(() => sleeper({ detached: true, stdio: ['ignore', 'inherit', 'inherit'] })),
  'daemon-without-environment': greetsAnd(() => sleeper({ detached: true, env: {} })),
  'ten-children-outlive-it': greetsAnd(() => {
    for (let count = 0; count < 10; count++) sleeper();
  }),
  'child-outlives-its-crash': {
    call() {
      sleeper({ detached: true, stdio: ['ignore', 'inherit', 'inherit'] });
      process.exit(1);
    },
  },
  'child-answers': {
    call(call) {
      spawn('sh', ['-c', 'sleep 0.01; printf "%s\\n" "$0"', resultOf(call)], {
        stdio: ['ignore', 'inherit', 'ignore'],
      });
    },
  },
  'takes-all-memory': {
    async call() {
      const kept = [];
      for (;;) {
        kept.push(Buffer.alloc(16 * 1024 * 1024, 1));
        await milliseconds(5);
      }
    },
  },
  'child-takes-all-memory': {
    call() {
      spawn(process.execPath, ['-e', hogging], { stdio: 'ignore' });
      return forever();
    },
  },
  'floods-standard-error': {
    async call(call) {
      await new Promise((resolve) => process.stderr.write('x'.repeat(4 * 1024 * 1024), resolve));
      say(resultOf(call));
    },
  },
  'removes-its-working-folder': greetsAnd(() => rmSync(process.cwd(), { recursive: true, force: true })),
  'litters-its-working-folder': greetsAnd(() => {
    mkdirSync('a/b/c', { recursive: true });
    writeFileSync('a/b/c/litter', 'x'.repeat(100_000));
  }),
});
