/** How the suite names itself in its reports. */
export const suiteIdentity = { name: 'palyra-conformance', version: '0.1.0' } as const;
