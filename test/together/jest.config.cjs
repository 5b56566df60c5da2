const alone = require('../../jest.config.cjs');
const { system, pure } = require('./which.cjs');

/**
 * What `npm test` runs: the same tests, but most of them from a few files, each of which loads its code once
 * (docs/adr/0099, 0245). One of them by itself: `npx jest test/e2e/main-job`.
 */
module.exports = {
  ...alone,
  testPathIgnorePatterns: [
    ...alone.testPathIgnorePatterns.filter((pattern) => !pattern.includes('together')),
    ...[...system, ...pure].map((file) => `<rootDir>/${file}$`),
  ],
};
