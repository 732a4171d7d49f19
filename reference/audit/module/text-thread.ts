import { parentPort } from 'node:worker_threads';
import { toBinary } from '../../runtime/text/to-binary.ts';

parentPort?.on('message', async (bytes: Uint8Array<ArrayBuffer>) => {
  parentPort?.postMessage(await toBinary(bytes));
});
