const alone = require('../../jest.config.cjs');
const together = require('./which.cjs');

/**
 * What `npm test` runs: the same tests, but those that start the system from a few files, each of which loads its code
 * once (docs/adr/0099). One of them by itself: `npx jest test/e2e/main-job`.
 */
module.exports = {
  ...alone,
  testPathIgnorePatterns: [
    ...alone.testPathIgnorePatterns.filter((pattern) => !pattern.includes('together')),
    ...together.map((file) => `<rootDir>/${file}$`),
  ],
};
