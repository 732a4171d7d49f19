/** The beginning of `requirements.json` and of `reasons.json`, with one of each kind of row. */

export const requirementsExample = {
  $schema: './schemas/requirements.schema.json',
  requirements: [
    {
      id: 'ART-UNIQUE-NAMES',
      keyword: 'MUST NOT',
      set: 'core',
      area: 'artifact',
      chapter: 'spec/artifact.md',
      since: '1.0',
      text: 'Two spellings of one path MUST NOT both stand in an artifact.',
      why: 'Readers would pick different ones.',
      failsAs: ['artifact.duplicate-entry'],
      outsideTheProtocol: null,
      digest: '9ab9bf1ba7d56e44a4ad5ddc9bcc34a4ab1a6dc4f1b4f2a0c7f1bfac5a5a3f0f',
    },
  ],
  withdrawn: [],
};

export const reasonsExample = {
  $schema: './schemas/reasons.schema.json',
  reasons: [
    {
      code: 'artifact.duplicate-entry',
      area: 'artifact',
      requirement: 'ART-UNIQUE-NAMES',
      variant: 'DuplicateArtifactEntry',
      family: 'DuplicateArtifactEntry',
    },
  ],
};
