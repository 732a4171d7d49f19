/** The words that a view, a plan and a gate answer with, each list in the order of its chapter. */

/** What a row can say of a version. */
export const skillStatuses = ['active', 'quarantined', 'disabled'] as const;
export type SkillStatus = (typeof skillStatuses)[number];

/** What a view says of it: the same, or that nobody knows. */
const shownStatuses = [...skillStatuses, 'unknown'] as const;
export type ShownStatus = (typeof shownStatuses)[number];

/** Where a shown status comes from: a row, the lack of one, or nowhere. */
export const statusSources = ['journal', 'default', 'unknown'] as const;
export type StatusSource = (typeof statusSources)[number];

export const quarantineStatuses = ['quarantined', 'not_quarantined', 'unknown'] as const;
export type QuarantineStatus = (typeof quarantineStatuses)[number];

export const installStates = ['installed_current', 'installed_superseded'] as const;
export type InstallState = (typeof installStates)[number];

export const eligibilityStatuses = ['eligible', 'blocked', 'unknown'] as const;
export type EligibilityStatus = (typeof eligibilityStatuses)[number];

/** Why a version may not run. The last stands alone. */
export const eligibilityReasons = [
  'protocol_unsupported',
  'host_too_old',
  'host_too_new',
  'quarantined',
  'disabled',
  'missing_device_capability',
  'missing_node_capability',
  'artifact_unreadable',
  'status_unknown',
] as const;
export type EligibilityReason = (typeof eligibilityReasons)[number];

/** What becomes of the wish of an agent to run a skill. */
export const gateCodes = [
  'skill.execution.invalid_context',
  'skill.execution.not_applicable',
  'skill.execution.evaluation_error',
  'skill.execution.missing',
  'skill.execution.denied',
  'skill.execution.allowed',
] as const;
export type GateCode = (typeof gateCodes)[number];

/** How often installed skills are looked at again where nobody says otherwise: six hours. */
export const defaultReauditIntervalMs = 21_600_000n;
