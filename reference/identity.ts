import type { BuilderIdentity } from './artifact/sidecar-documents.ts';

/** How the reference names itself, as a subject and as the builder in the documents it generates. */
export const referenceIdentity: BuilderIdentity = { name: 'palyra-ref', version: '0.1.0' };
