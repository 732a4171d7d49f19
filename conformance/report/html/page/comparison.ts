import type { ComparedData } from '../view/compared.ts';
import { compare } from './compare.ts';
import { startPage } from './start.ts';

startPage<ComparedData>(compare);
