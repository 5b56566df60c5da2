const { readFileSync } = require('node:fs');
const swcrc = JSON.parse(readFileSync(`${__dirname}/scripts/swc.json`, 'utf8'));
const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
];

/** Tests lie next to the code they name (*.spec.ts) or, when they need several rooms of the house, in test/. */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  // They need servers, or a browser, that this machine may lack: npm run test:redis, npm run test:browser.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/redis/',
    '<rootDir>/test/browser/',
    '<rootDir>/test/together/',
  ],
  testEnvironment: 'node',
  moduleNameMapper: { '^@thongvon/(.+)$': '<rootDir>/libs/$1/index.ts' },
  transform: {
    '^.+\\.(t|j)s$': ['@swc/jest', { ...swcrc, swcrc: false, jsc: { ...swcrc.jsc, baseUrl: __dirname } }],
  },
  transformIgnorePatterns: [`node_modules/(?!(${esmOnly.join('|')})/)`],
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/support/shared-costs.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/together/slowest-first.cjs',
};
