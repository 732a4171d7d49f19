// Gives the nth call the nth line of a file, whatever it is asked: node scripted-adapter.mjs FILE [FOLDER OF BLOBS]
// The line `exit` ends it, `other` answers another call, `half` is a line without an end, and `stray` is a line of a log
// before a yes. A count of the calls is kept beside the file, so that a new process goes on where the last one ended.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [file, blobs] = process.argv.slice(2);
const counter = `${file}.calls`;
const { parameters, features, answers } = JSON.parse(readFileSync(file, 'utf8'));
let calls = existsSync(counter) ? Number(readFileSync(counter, 'utf8')) : 0;

for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.type === 'bye') process.exit(0);
  if (message.type === 'hello') {
    const { nonce } = message;
    if (blobs !== undefined) cpSync(blobs, message.blobs.outputs, { recursive: true });
    const about = { name: 'scripted', version: '1', language: 'javascript', ops: [], features, concurrency: 1 };
    process.stdout.write(`${JSON.stringify({ type: 'hello', protocol: 1, nonce, ...about, parameters })}\n`);
    continue;
  }
  const answer = answers[calls % answers.length];
  writeFileSync(counter, `${++calls}`);
  if (answer === 'exit') process.exit(3);
  if (answer === 'half') {
    process.stdout.write('{"type":"result"');
    process.exit(0);
  }
  if (answer === 'stray') process.stdout.write('adding a publisher\n');
  const id = answer === 'other' ? 99_999 : message.id;
  process.stdout.write(
    `{"type":"result","id":${id},${answer === 'other' || answer === 'stray' ? '"ok":{"value":{}}' : answer.slice(1, -1)}}\n`,
  );
}
