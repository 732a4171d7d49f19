import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapt, greeting, outcomeOf, resultOf, say } from './adapter.mjs';

const bytes = Buffer.alloc(40_000, 'palyra');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const other = createHash('sha256').update('other').digest('hex');
let folders;

/** The right answer, but for a blob where bytes stand in it. */
function blob(make, named = { $blob: sha256, size: bytes.length }) {
  return {
    hello,
    call(call) {
      make();
      say(
        resultOf(
          call,
          outcomeOf(call).replace(/\{"\$b64":"[^"]*"\}/, () => JSON.stringify(named)),
        ),
      );
    },
  };
}

function hello(message) {
  folders = message.blobs;
  say(greeting(message));
}

const output = (name) => join(folders.outputs, name);
const put = (name = sha256) => writeFileSync(output(name), bytes);
const nothing = () => {};

adapt({
  right: blob(put),
  'hash-of-other-bytes': blob(() => put(other), { $blob: other, size: bytes.length }),
  'size-too-small': blob(put, { $blob: sha256, size: bytes.length - 1 }),
  'size-too-large': blob(put, { $blob: sha256, size: bytes.length + 1 }),
  'size-as-text': blob(put, { $blob: sha256, size: `${bytes.length}` }),
  'size-missing': blob(put, { $blob: sha256 }),
  'no-such-file': blob(nothing),
  'a-folder': blob(() => mkdirSync(output(sha256), { recursive: true })),
  'a-pipe-nobody-writes': blob(() => void spawnSync('mkfifo', [output(sha256)])),
  'a-link-to-a-file': blob(() => {
    rmSync(output(sha256), { force: true });
    writeFileSync(output('file'), bytes);
    symlinkSync(output('file'), output(sha256));
  }),
  'a-link-to-nowhere-near': blob(() => {
    rmSync(output(sha256), { force: true });
    symlinkSync('/dev/zero', output(sha256));
  }),
  'a-tebibyte-with-holes': blob(() => {
    put();
    truncateSync(output(sha256), 2 ** 40);
  }),
  'named-by-a-path': blob(nothing, { $blob: '../../../../etc/passwd', size: 1 }),
  'named-in-upper-case': blob(() => put(sha256.toUpperCase()), { $blob: sha256.toUpperCase(), size: bytes.length }),
  'with-a-third-member': blob(put, { $blob: sha256, size: bytes.length, path: 'blobs' }),
  'base64-that-is-none': blob(nothing, { $b64: '***' }),
  'base64-without-padding': blob(nothing, { $b64: 'YQ' }),
  'base64-for-the-web': blob(nothing, { $b64: '-_-_' }),
  'base64-too-long': blob(nothing, { $b64: bytes.toString('base64') }),
  'removes-its-folder': blob(() => rmSync(folders.outputs, { recursive: true, force: true })),
  'writes-among-the-inputs': blob(() => {
    put();
    writeFileSync(join(folders.inputs, sha256), bytes);
  }),
  'changes-its-input': {
    hello,
    call(call) {
      for (const name of readdirSync(folders.inputs)) writeFileSync(join(folders.inputs, name), 'changed');
      say(resultOf(call));
    },
  },
});
