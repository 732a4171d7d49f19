/** Every event that a hook can be bound to. */
export const hookEvents = [
  'gateway:startup',
  'skill:enabled',
  'skill:quarantined',
  'skill:disabled',
  'run:before_run',
  'run:before_tool',
  'run:after_tool',
  'run:before_delivery',
  'run:after_run',
] as const;
export type HookEvent = (typeof hookEvents)[number];

/** The events of a run, by the phase of it. */
export const runPhases = ['before_run', 'before_tool', 'after_tool', 'before_delivery', 'after_run'] as const;
export type RunPhase = (typeof runPhases)[number];

/** HOOK-FIRES: what the journal records of a skill, and the event that it is for hooks. */
export const hookEventsOfJournal = {
  'skill.enabled': 'skill:enabled',
  'skill.quarantined': 'skill:quarantined',
  'skill.disabled': 'skill:disabled',
} as const satisfies Record<string, HookEvent>;

/** What a hook of a run can have decided, by the priority that it has over the others. */
export const decisionPriority = {
  continue: 10,
  annotate: 20,
  transform_preview: 30,
  request_approval: 40,
  block: 50,
  fail_run: 60,
} as const;
export type DecisionKind = keyof typeof decisionPriority;
export const decisionKinds = Object.keys(decisionPriority) as readonly DecisionKind[];

const beforeSomething: readonly RunPhase[] = ['before_run', 'before_tool', 'before_delivery'];

/** HOOK-PHASES: where each decision can be taken. */
export const phasesOfDecision: Readonly<Record<DecisionKind, readonly RunPhase[]>> = {
  continue: runPhases,
  annotate: runPhases,
  transform_preview: ['before_delivery'],
  request_approval: beforeSomething,
  block: beforeSomething,
  fail_run: ['before_run', 'before_tool', 'after_tool', 'before_delivery'],
};

export const terminalDecisions: readonly DecisionKind[] = ['request_approval', 'block', 'fail_run'];

/** Why a hook failed: the first of these that does not hold, in this order. */
export const hookFailures = ['plugin-missing', 'plugin-disabled', 'module', 'status', 'run', 'decision'] as const;
export type HookFailureKind = (typeof hookFailures)[number];

export const hookLimits = {
  /** Of an id, in bytes. */
  idBytes: 128,
  /** HOOK-BULK: of a document, and of the bindings in it. */
  documentBytes: 4 * 1024 * 1024,
  bindings: 1000,
} as const;

/** Who dispatches, as the journal has it. */
export const hookActor = {
  principal: 'system:daemon',
  device: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
  channel: 'system:vault',
} as const;
