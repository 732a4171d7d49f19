#!/usr/bin/env node
import { startProgram } from './cli/start.ts';
import { palyraRef } from './ref/program.ts';

await startProgram(palyraRef);
