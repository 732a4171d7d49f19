#!/usr/bin/env node
import { startProgram } from './cli/start.ts';
import { palyraConformance } from './conformance/program.ts';

await startProgram(palyraConformance);
