const everywhere = require('../../jest.config.cjs');

/** What `npm run test:long` runs: tests of random inputs, many thousand times (scripts/test-long.mjs). */
module.exports = { ...everywhere, testTimeout: 3_600_000 };
