import { defineConfig } from 'vitest/config';

// The tests run the sources; only the packed package runs what the compiler emitted.
const conditions = ['palyra-source', 'node'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['{spec,reference,conformance,fuzz,fixtures,scripts}/**/*.test.ts'],
    testTimeout: 60_000,
  },
});
