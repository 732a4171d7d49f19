import { testHelp } from '../cli/testing/help-tests.ts';
import { palyraConformance } from './program.ts';

testHelp(palyraConformance);
