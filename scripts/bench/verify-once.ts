import { readFileSync } from 'node:fs';
import { peakBytes } from './peak-memory.ts';
import { verifyOnce } from './skill.ts';

verifyOnce(readFileSync(0));
process.stdout.write(String(peakBytes()));
