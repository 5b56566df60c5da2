const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes a minute or more, the longest first. */
const SLOWEST = [
  'test/faults/killed-anywhere',
  'test/together/share-',
  'test/together/pure-',
  'apps/standalone/standalone',
  'test/architecture/lint',
  'libs/local-postgres/local-postgres',
];

/** Begins with the files that take longest, so that no worker has one of them left at the end; jest goes by their size. */
module.exports = class SlowestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const found = SLOWEST.findIndex((part) => path.includes(part));
      return found < 0 ? SLOWEST.length : found;
    };
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
};
