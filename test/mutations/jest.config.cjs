const everywhere = require('../../jest.config.cjs');

const [[pattern, [, options]]] = Object.entries(everywhere.transform);

/** Only what stands in test/ needs the database that all tests share. */
const pure = { globalSetup: undefined, globalTeardown: undefined };

/** Specs with one rule switched off in memory (scripts/mutations.mjs), which say nothing. */
module.exports = {
  ...everywhere,
  ...(process.env.MUTATED_SPEC?.startsWith('test/') ? {} : pure),
  reporters: [],
  transform: { [pattern]: ['<rootDir>/test/mutations/transform.cjs', options] },
};
