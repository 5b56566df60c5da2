import * as fc from 'fast-check';
import { movementBetween } from './movement';
import {
  addDays,
  currentPlanYear,
  dayOfWeek,
  daysBetween,
  firstDay,
  lastDay,
  plainDate,
  type PlainDate,
  planYearsOn,
} from './plain-date';
import {
  closedWeek,
  frozenReckoning,
  isDueSoon,
  isOverdue,
  isStale,
  letterDay,
  liveReckoning,
  nextLetterDay,
} from './reckoning';

const days = fc.integer({ min: 0, max: 3650 }).map((count) => addDays(plainDate('2020-01-01'), count));
const weeks = days.map((day) => closedWeek(day));

describe('the plan year that is current', () => {
  it('is that of last year until 31 January, then the new one', () => {
    const at = (day: string): number => currentPlanYear(plainDate(day));
    expect(['2023-12-31', '2024-01-01', '2024-01-31', '2024-02-01', '2024-02-29'].map(at)).toEqual([
      2023, 2023, 2023, 2024, 2024,
    ]);
  });

  it('on any day is one that is running, and changes only on 1 February', () => {
    fc.assert(
      fc.property(days, (day) => {
        const year = currentPlanYear(day);
        expect(planYearsOn(day)[0]).toBe(year);
        expect(day >= firstDay(year) && day <= lastDay(year)).toBe(true);
        const changes = currentPlanYear(addDays(day, 1)) !== year;
        expect(changes).toBe(addDays(day, 1).endsWith('-02-01'));
      }),
    );
  });
});

describe('due soon', () => {
  it('is due by the next letter, to the live page on the Friday of the letter as to the letter', () => {
    const live = liveReckoning(plainDate('2023-06-23'), plainDate('2023-06-21'), plainDate('2023-06-21'));
    const frozen = frozenReckoning(plainDate('2023-06-22'), plainDate('2023-06-21'));
    expect([live.nextLetterOn, frozen.nextLetterOn]).toEqual(['2023-06-30', '2023-06-30']);
    expect(isDueSoon(plainDate('2023-06-30'), live)).toBe(true);
    expect(isDueSoon(plainDate('2023-06-30'), frozen)).toBe(true);
    expect(isDueSoon(plainDate('2023-07-01'), frozen)).toBe(false);
  });

  it('is a Friday that is still to come, at most a week away; no date is both overdue and due soon', () => {
    fc.assert(
      fc.property(days, days, (day, due) => {
        const next = nextLetterDay(day);
        expect(dayOfWeek(next)).toBe(5);
        expect(daysBetween(day, next)).toBeGreaterThan(0);
        expect(daysBetween(day, next)).toBeLessThanOrEqual(7);
        const reckoning = liveReckoning(day, null, null);
        expect(isOverdue(due, reckoning) && isDueSoon(due, reckoning)).toBe(false);
      }),
    );
  });
});

describe('figures', () => {
  it('are stale once a reporting week has closed without them, live as in its letter', () => {
    const figure = plainDate('2023-06-21');
    const live = (day: string): boolean => liveReckoning(plainDate(day), figure, figure).stale;
    expect(['2023-06-23', '2023-06-26', '2023-06-29', '2023-06-30', '2023-07-14'].map(live)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(frozenReckoning(plainDate('2023-06-22'), figure).stale).toBe(false);
    expect(frozenReckoning(plainDate('2023-06-29'), figure).stale).toBe(true);
  });

  it('are as old to a live page from the day of the letter as they are to the letter', () => {
    fc.assert(
      fc.property(weeks, days, fc.integer({ min: 0, max: 6 }), (week, figure, later) => {
        const day = addDays(letterDay(week), later);
        expect(closedWeek(day)).toBe(week);
        expect(liveReckoning(day, figure, figure).stale).toBe(frozenReckoning(week, figure).stale);
      }),
    );
  });

  it('that nobody has reported are not stale', () => {
    expect(isStale(null, plainDate('2023-06-22'))).toBe(false);
  });
});

describe('a change', () => {
  const CLOSED = plainDate('2023-06-22');
  const on = (day: string, amount: bigint | null = 10n) => ({ amount, on: plainDate(day) });

  it('names its two dates and how many days they are apart', () => {
    expect(movementBetween(on('2023-06-14', 3n), on('2023-06-26', 10n), CLOSED)).toEqual({
      value: 7n,
      from: '2023-06-14',
      to: '2023-06-26',
      days: 12,
      reason: null,
      since: null,
    });
  });

  it('is zero only where a newer figure says the same', () => {
    expect(movementBetween(on('2023-06-14'), on('2023-06-21'), CLOSED)).toMatchObject({ value: 0n, days: 7 });
    const silent = { value: null, from: null, to: null, days: null, reason: 'not-reported' };
    expect(movementBetween(on('2023-06-21'), on('2023-06-21'), CLOSED)).toEqual({
      ...silent,
      since: '2023-06-21',
    });
    expect(movementBetween(on('2023-06-14'), on('2023-06-21'), plainDate('2023-07-13'))).toEqual({
      ...silent,
      since: '2023-06-21',
    });
    expect(movementBetween({ amount: null, on: null }, on('2023-06-21'), CLOSED)).toEqual({
      ...silent,
      since: null,
    });
  });

  it('of any figures is null with a reason, or a difference from an earlier day to a later one', () => {
    const dated = fc.record({
      amount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 12n })),
      on: fc.option(days),
    });
    fc.assert(
      fc.property(dated, dated, weeks, (before, now, closed: PlainDate) => {
        const { value, from, to, reason } = movementBetween(before, now, closed);
        if (value === null) expect([from, to, reason]).toEqual([null, null, 'not-reported']);
        else {
          expect(value).toBe((now.amount ?? 0n) - (before.amount ?? 0n));
          expect((from ?? '') < (to ?? '')).toBe(true);
        }
      }),
    );
  });
});
