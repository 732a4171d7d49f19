import { expect, test } from 'vitest';
import { replaced, verdictOn } from '../samples.ts';

const keys = Array.from({ length: 2000 }, (_, index) => `"k${index}"`).join(', ');
const secrets = (scopeLength: number) =>
  replaced(
    'output_schema = {}',
    `output_schema = {}\n[[capabilities.secrets]]\nscope = "skill:${'a'.repeat(scopeLength)}"\nkey_names = [${keys}]\n`,
  );

test('a long scope before many keys is refused, a shorter one is not (MAN-BULK)', () => {
  expect(verdictOn(secrets(8000))).toBe('accepted');
  expect(verdictOn(secrets(9000))).toBe('manifest.too-large');
});
