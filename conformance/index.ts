export type { Case } from './case.ts';
export { cases } from './cases/index.ts';
export { runSuite, type SuiteOptions } from './run-suite.ts';
export type { RequirementResult, RequirementStatus, SuiteReport } from './runner/summary.ts';
export type { CaseResult, Verdict } from './verdict.ts';
