import * as fc from 'fast-check';
import { figureAges, isStale } from './reckoning';
import { addDays, plainDate } from './plain-date';

const WEEK = plainDate('2023-07-13');
const date = fc.integer({ min: 0, max: 60 }).map((days) => addDays(WEEK, -days));

describe('the ages of the figures of a sum', () => {
  it('count each project by itself: one newer figure makes no other one new', () => {
    fc.assert(
      fc.property(fc.array(fc.option(date), { maxLength: 8 }), (dates) => {
        const ages = figureAges(dates, WEEK);
        const withNewer = figureAges([...dates, WEEK], WEEK);
        expect(ages.stale).toBe(dates.filter((on) => isStale(on, WEEK)).length);
        expect(withNewer).toEqual({
          ...ages,
          reported: ages.reported + 1,
          oldest: ages.oldest ?? WEEK,
          newest: WEEK,
        });
        const known: readonly (string | null)[] = dates.filter((on) => on !== null);
        expect([ages.oldest, ages.newest].every((on) => on === null || known.includes(on))).toBe(true);
        expect(ages.oldest === null).toBe(known.length === 0);
      }),
    );
  });
});
