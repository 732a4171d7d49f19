import { testHelp } from '../cli/testing/help-tests.ts';
import { palyraRef } from './program.ts';

testHelp(palyraRef);
