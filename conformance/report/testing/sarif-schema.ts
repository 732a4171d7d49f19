/**
 * SARIF 2.1.0 as far as it is used here, written from the standard: every property that an object may have here, those
 * that it must have, and the words that a property may be. What is not named is refused.
 */
function object(properties: Readonly<Record<string, object>>, required: readonly string[] = []) {
  return { type: 'object', properties, required, additionalProperties: false };
}

function list(items: object) {
  return { type: 'array', items };
}

const text = { type: 'string', minLength: 1 };
const message = object({ text }, ['text']);
const level = { enum: ['none', 'note', 'warning', 'error'] };
const bag = { type: 'object' };

const artifactLocation = object({ uri: { type: 'string', format: 'uri-reference' }, uriBaseId: text });

const location = object({
  physicalLocation: object(
    { artifactLocation, region: object({ startLine: { type: 'integer', minimum: 1 } }, ['startLine']) },
    ['artifactLocation'],
  ),
  logicalLocations: { ...list(object({ fullyQualifiedName: text, kind: text })), minItems: 1, uniqueItems: true },
});

const rule = object(
  {
    id: text,
    shortDescription: message,
    fullDescription: message,
    help: message,
    defaultConfiguration: object({ level }),
    properties: {
      type: 'object',
      properties: { tags: { type: 'array', items: { type: 'string' }, uniqueItems: true } },
    },
  },
  ['id'],
);

const result = object(
  {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: -1 },
    level,
    message,
    locations: list(location),
    partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
    suppressions: {
      ...list(object({ kind: { enum: ['inSource', 'external'] }, justification: { type: 'string' } }, ['kind'])),
      uniqueItems: true,
    },
    properties: bag,
  },
  ['message'],
);

const notification = object({ descriptor: object({ id: text }), level, message }, ['message']);

const run = object(
  {
    tool: object(
      { driver: object({ name: text, version: text, rules: { ...list(rule), uniqueItems: true } }, ['name']) },
      ['driver'],
    ),
    automationDetails: object({ id: text }),
    originalUriBaseIds: { type: 'object', additionalProperties: object({ description: message }) },
    invocations: list(
      object({ executionSuccessful: { type: 'boolean' }, toolExecutionNotifications: list(notification) }, [
        'executionSuccessful',
      ]),
    ),
    results: list(result),
    properties: bag,
  },
  ['tool'],
);

export const sarifSchema = object(
  { $schema: { type: 'string', format: 'uri' }, version: { const: '2.1.0' }, runs: list(run) },
  ['version', 'runs'],
);
