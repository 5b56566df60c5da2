import * as fc from 'fast-check';
import { PACE_DAYS, isPaceTooOld, paceBetween, paceStart } from './movement';
import { addDays, daysBetween, plainDate } from './plain-date';

const day = fc.integer({ min: 0, max: 700 }).map((count) => addDays(plainDate('2023-01-01'), count));
const amount = fc.bigInt({ min: 0n, max: 10n ** 13n });
const silence = fc.integer({ min: 0, max: 400 });
const reports = fc.uniqueArray(fc.record({ on: day, amount }), {
  selector: ({ on }) => on,
  minLength: 1,
  maxLength: 8,
});

/** What is known on a day, of reports in any order. */
const inForce = (all: readonly { on: ReturnType<typeof plainDate>; amount: bigint }[], on: string) =>
  all.filter((report) => report.on <= on).toSorted((a, b) => (a.on < b.on ? 1 : -1))[0] ?? {
    on: null,
    amount: null,
  };

describe('the pace of disbursement', () => {
  it('is what two reports say over the days between them, however long nobody reports after', () => {
    fc.assert(
      fc.property(reports, silence, (all, days) => {
        const now = inForce(all, '9999-12-31');
        if (now.on === null) throw new Error('there is a report');
        const before = inForce(all, paceStart(now.on));
        const [then, later] = [now.on, addDays(now.on, days)].map((on) => paceBetween(before, now, on));
        if (days > PACE_DAYS) {
          expect(later).toMatchObject({ change: null, reason: 'too-old', since: now.on });
          return;
        }
        expect(later).toEqual(then);
        if (before.on === null)
          expect(later).toMatchObject({ change: null, reason: 'not-reported', since: now.on });
        else
          expect(later).toMatchObject({
            change: now.amount - before.amount,
            from: before.on,
            to: now.on,
            days: daysBetween(before.on, now.on),
          });
      }),
    );
  });

  it('spans four weeks or more, and never ends on a day without a report', () => {
    fc.assert(
      fc.property(reports, (all) => {
        const now = inForce(all, '9999-12-31');
        if (now.on === null) throw new Error('there is a report');
        const { days, from, to } = paceBetween(inForce(all, paceStart(now.on)), now, now.on);
        if (days === null) return;
        expect(days).toBeGreaterThanOrEqual(PACE_DAYS);
        const dates: readonly (string | null)[] = all.map(({ on }) => on);
        expect([from, to].every((on) => dates.includes(on))).toBe(true);
      }),
    );
  });

  it('is counted on for four weeks after its newest report', () => {
    const newest = plainDate('2023-06-21');
    expect(isPaceTooOld(newest, plainDate('2023-07-19'))).toBe(false);
    expect(isPaceTooOld(newest, plainDate('2023-07-20'))).toBe(true);
  });
});
