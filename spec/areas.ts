/** The seven parts of the specification; every folder of the repository uses the same names. */
export const areas = ['manifest', 'artifact', 'trust', 'audit', 'runtime', 'lifecycle', 'a2ui'] as const;

export type Area = (typeof areas)[number];
