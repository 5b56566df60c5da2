const everywhere = require('../../jest.config.cjs');

const [[pattern, [, options]]] = Object.entries(everywhere.transform);

/** Pure specs with one rule switched off in memory (scripts/mutations.mjs): they need no database, and say nothing. */
module.exports = {
  ...everywhere,
  globalSetup: undefined,
  globalTeardown: undefined,
  reporters: [],
  transform: { [pattern]: ['<rootDir>/test/mutations/transform.cjs', options] },
};
