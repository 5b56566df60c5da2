import fc from 'fast-check';
import { addDays, plainDate, yearOf, type PlainDate } from '@thongvon/kernel';
import { citationOn, INSTRUMENTS } from './alert-rule';
import { RULES } from './rules';
import { ownValue } from './rule-settings';

/** What a text calls a law, decree, circular, resolution or dispatch by, and whole dates. */
const NUMBERS = /\d+\/(?:\d{4}|[A-ZĐ]+-[A-ZĐ][A-Za-zĐ]*)/g;
const DAYS = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g;
const YEARS = /năm (\d{4})/g;

const days = fc.integer({ min: 0, max: 365 * 12 }).map((n) => addDays(plainDate('2018-01-01'), n));
const rules = fc.constantFrom(...RULES);

/** Whatever a text names that wasn't there on the day, or was over. */
function outOfTime(text: string, on: PlainDate): string[] {
  const dated = [...text.matchAll(DAYS)].map(([whole, day = '', month = '', year = '']) => ({
    whole,
    date: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  }));
  const late = dated.filter(({ date }) => date > on).map(({ whole }) => whole);
  const years = [...text.matchAll(YEARS)].filter(([, year = '']) => year > on).map(([whole]) => whole);
  const acts = text.replace(DAYS, '').match(NUMBERS) ?? [];
  const wrong = acts.filter((act) => {
    const known = Object.entries(INSTRUMENTS).find(([number]) => act === number || number.startsWith(act));
    if (!known) return true;
    const [, { from, until }] = known;
    return from > on || (until !== null && until <= on);
  });
  return [...late, ...years, ...wrong];
}

describe('what rules cite', () => {
  it('was in force on their week, whatever rule and whatever week', () => {
    fc.assert(
      fc.property(rules, days, (rule, on) => {
        for (const text of citationOn(rule, on)) {
          expect(text).not.toBe('');
          expect(outOfTime(text, on)).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('of their thresholds had been said by then', () => {
    fc.assert(
      fc.property(rules, days, (rule, on) => {
        for (const { values } of rule.thresholds) {
          const found = ownValue(values, { planYear: yearOf(on), on });
          expect(found).toBeDefined();
          expect(outOfTime(found?.origin ?? '', on)).toEqual([]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is oldest first, and each from a day of its own', () => {
    for (const { citations } of RULES) {
      const from = citations.map((citation) => citation.from ?? '');
      expect(from[0]).toBe('');
      expect(from).toEqual([...new Set(from)].toSorted());
    }
  });

  it('is, of a week of June 2023, neither a telegram nor a decree of 2025', () => {
    const cited = RULES.map((rule) => citationOn(rule, plainDate('2023-06-22'))[0]);
    expect(cited.join()).not.toMatch(/2025|159|226|254/);
    const overPlan = RULES.find(({ id }) => id === 'over-plan');
    expect(overPlan && citationOn(overPlan, plainDate('2023-06-22'))[0]).toMatch(/99\/2021\/NĐ-CP/);
    expect(overPlan && citationOn(overPlan, plainDate('2025-09-26'))[0]).toMatch(/254\/2025\/NĐ-CP, Điều 6/);
  });
});
