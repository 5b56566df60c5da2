const everywhere = require('../../jest.config.cjs');

/** What `npm run test:redis` runs: the queue tests, which `npm test` runs on PostgreSQL, and what needs a Redis. */
module.exports = {
  ...everywhere,
  roots: ['<rootDir>/test/queue', '<rootDir>/test/redis'],
  testPathIgnorePatterns: [],
};
