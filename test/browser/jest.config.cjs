const everywhere = require('../../jest.config.cjs');

/** What `npm run test:browser` runs: walks in a real Chromium through one running system, which all files share. */
module.exports = {
  ...everywhere,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: [],
  globalSetup: '<rootDir>/test/browser/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/browser/support/global-teardown.ts',
  testTimeout: 60_000,
  // What one file leaves in the system the next one meets: let it be the same on every machine.
  testSequencer: '<rootDir>/test/browser/by-name.cjs',
  // Two browsers next to the system would measure the machine.
  maxWorkers: 1,
};
