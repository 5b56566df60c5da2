// What CI runs, in this order. A step runs even if one before it failed, and passes if it exits with 0.

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {number} minutes  How long it may take before it is ended and counts as failed.
 * @property {string} [ifScript]  Skipped while package.json has no script of this name.
 * @property {boolean} [countsTests]  Its output says `N passed, N failed`; these count instead of the step itself.
 */

/** All steps together; what has not begun by then counts as failed. */
export const TOTAL_MINUTES = 30;

/** @returns {Step} */
const script = (name, minutes, more) => ({
  name,
  command: ['npm', 'run', '--silent', name],
  minutes,
  ...more,
});

/** Compares something committed with what the code would write today. */
const drift = (name) => script(name, 2, { ifScript: name });

/** @type {Step[]} */
export const STEPS = [
  { name: 'install', command: ['npm', 'ci', '--include=dev', '--no-progress'], minutes: 5 },
  script('format:check', 2),
  script('lint', 4),
  script('typecheck', 3),
  script('boundaries', 2),
  script('unused', 2),
  script('build', 3),
  {
    name: 'LibreOffice for test',
    command: ['node', 'scripts/ci/debian-packages.mjs', 'libreoffice-calc'],
    minutes: 5,
  },
  script('test', 16, { countsTests: true }),
  {
    name: 'Chromium for test:browser',
    command: ['node', 'scripts/ci/debian-packages.mjs', 'chromium'],
    minutes: 5,
    ifScript: 'test:browser',
  },
  script('test:browser', 10, { ifScript: 'test:browser', countsTests: true }),
  drift('check:migrations'),
  drift('check:openapi'),
  drift('check:reading-schema'),
  {
    name: 'servers for test:redis',
    command: ['node', 'scripts/ci/debian-packages.mjs', 'redis-server', 'postgresql'],
    minutes: 4,
    ifScript: 'test:redis',
  },
  script('test:redis', 6, { ifScript: 'test:redis', countsTests: true }),
];
