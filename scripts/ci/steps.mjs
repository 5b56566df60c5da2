// What CI runs, in this order. A step runs even if one before it failed, and passes if it exits with 0. What leaves a
// processor idle runs next to something else.

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command
 * @property {number} minutes  How long it may take before it is ended and counts as failed.
 * @property {string} [ifScript]  Skipped while package.json has no script of this name.
 * @property {string} [lane]  Runs next to the neighbours that name another lane, after those that name this one.
 * @property {boolean} [countsTests]  Its output says `N passed, N failed`; these count instead of the step itself.
 */

/** All steps together; what has not begun by then counts as failed. */
export const TOTAL_MINUTES = 54;

/** @returns {Step} */
const script = (name, minutes, more) => ({
  name,
  command: ['npm', 'run', '--silent', name],
  minutes,
  ...more,
});

/** Compares something committed with what the code would write today. */
const drift = (name) => script(name, 2, { ifScript: name, lane: 'checks' });

/** @returns {Step} */
const debian = (what, ...packages) => ({
  name: what,
  command: ['node', 'scripts/ci/debian-packages.mjs', ...packages],
  minutes: 5,
  lane: 'packages',
});

/** @type {Step[]} */
export const STEPS = [
  { name: 'install', command: ['npm', 'ci', '--include=dev', '--no-progress'], minutes: 5 },
  script('typecheck', 3, { lane: 'checks' }),
  script('build', 3, { lane: 'checks' }),
  drift('check:openapi'),
  drift('check:reading-schema'),
  debian('LibreOffice for test', 'libreoffice-calc'),
  debian('Chromium for test:browser', 'chromium'),
  debian('servers for test:redis', 'redis-server', 'postgresql'),
  // Next to the browser they would take twice as long: types leave them a processor.
  script('format:check', 5, { lane: 'packages' }),
  script('boundaries', 2, { lane: 'packages' }),
  script('unused', 2, { lane: 'packages' }),
  script('test', 28, { countsTests: true }),
  script('test:browser', 26, { ifScript: 'test:browser', countsTests: true, lane: 'browser' }),
  script('test:redis', 6, { ifScript: 'test:redis', countsTests: true, lane: 'beside' }),
  {
    name: 'lint',
    // One process: a second would read all types again, and the browser next to it needs the other processor.
    command: ['npm', 'run', '--silent', 'lint', '--', '--concurrency=off'],
    minutes: 12,
    lane: 'beside',
  },
  {
    name: 'bench, rehearsed',
    command: ['npm', 'run', '--silent', 'bench', '--', '--rehearsal'],
    minutes: 6,
    lane: 'beside',
  },
];
