import fc from 'fast-check';
import { addDays, businessDate, instantAt, type PlainDate, plainDate, weekOfReceipt } from '@thongvon/kernel';
import type { OwedReturn } from '@thongvon/reporting-duties';
import type { CameBackReturn } from '@thongvon/returns';
import { lineOf, linesOf, type Work, work } from './work-line';
import { financeWork, returnsToSend } from './work-of-roles';

const at = (day: string, time: string): Date => instantAt(plainDate(day), time);
const OFFICE = { id: 'a', name: 'Ban A' };
const owed = (week: PlainDate, kind: OwedReturn['kind'] = 'disbursement'): OwedReturn => ({
  organization: OFFICE,
  kind,
  week,
  due: instantAt(week, '17:00'),
  overdue: false,
  sentBack: null,
  cameBack: null,
});
const dueOn = (day: string): Work => work({ kind: 'blocker', path: '/vuong-mac/1', due: plainDate(day) });

/** What a test knows to be there. */
function there<T>(value: T | null | undefined): T {
  if (value == null) throw new Error('missing');
  return value;
}

describe('a line of work', () => {
  const thursday = there(returnsToSend([owed(plainDate('2023-06-22'))], [])[0]);

  it.each([
    // A return has until 17:00 of its Thursday, that minute included.
    ['Monday before', thursday, at('2023-06-19', '08:00'), false, 3],
    ['Thursday, at the cut-off', thursday, at('2023-06-22', '17:00'), false, 0],
    ['Thursday, a minute later', thursday, at('2023-06-22', '17:01'), true, 0],
    ['Friday', thursday, at('2023-06-23', '00:00'), true, -1],
    ['Sunday', thursday, at('2023-06-25', '23:59'), true, -3],
    ['Monday after', thursday, at('2023-06-26', '00:00'), true, -4],
    // A blocker has all of its day.
    ['a blocker due on Sunday, late that night', dueOn('2023-06-25'), at('2023-06-25', '23:59'), false, 0],
    ['a blocker due on Sunday, on Monday', dueOn('2023-06-25'), at('2023-06-26', '00:00'), true, -1],
    ['a blocker due on Saturday, on Friday', dueOn('2023-06-24'), at('2023-06-23', '17:30'), false, 1],
  ])('%s', (_, one, now, overdue, days) => {
    expect(lineOf(one, now)).toMatchObject({ overdue, days });
  });

  const moment = fc
    .tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 24 * 60 - 1 }))
    .map(
      ([day, minute]) => new Date(at('2023-01-01', '00:00').getTime() + (day * 24 * 60 + minute) * 60_000),
    );
  const anyWork = fc
    .record({
      day: fc.option(fc.integer({ min: 0, max: 800 })),
      withHour: fc.boolean(),
      since: fc.option(moment),
      amount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 13n })),
      path: fc.integer({ min: 0, max: 5 }).map((nth) => `/vuong-mac/${nth}`),
    })
    .map(({ day, withHour, ...rest }) => {
      const due = day === null ? null : addDays(plainDate('2023-01-01'), day);
      const dueAt = due !== null && withHour ? instantAt(due, '17:00') : null;
      return work({ kind: 'blocker', due, dueAt, ...rest });
    });

  it('stands by how long it is overdue, whatever day and hour it is looked at', () => {
    fc.assert(
      fc.property(fc.array(anyWork, { maxLength: 12 }), moment, (all, now) => {
        const lines = linesOf(all, now);
        const today = businessDate(now);
        for (const { due, dueAt, overdue, days } of lines) {
          // An hour after it has passed the day may still be today; a day later it is overdue in any case.
          if (due !== null && due < today) expect(overdue).toBe(true);
          if (due === null || due > today) expect(overdue).toBe(false);
          if (due === today) expect(overdue).toBe(dueAt !== null && now > dueAt);
          expect(days).toBe(
            due === null ? null : Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000),
          );
        }
        // Overdue before all else, and nothing with a nearer end after one with a later end.
        const ends = (overdue: boolean) =>
          lines
            .filter((line) => line.overdue === overdue && line.due !== null)
            .map(({ due, dueAt }) => (dueAt ?? instantAt(there(due), '24:00')).getTime());
        expect(lines.map(({ overdue }) => overdue)).toEqual(
          lines.map(({ overdue }) => overdue).toSorted((a, b) => Number(b) - Number(a)),
        );
        for (const times of [ends(true), ends(false)]) expect(times).toEqual(times.toSorted((a, b) => a - b));
        // One order, however they came.
        const keyOf = ({ due, dueAt, since, amount, path }: Work) =>
          JSON.stringify([due, dueAt, since, String(amount), path]);
        expect(linesOf(all.toReversed(), now).map(keyOf).toSorted()).toEqual(lines.map(keyOf).toSorted());
      }),
    );
  });
});

describe('returns to send', () => {
  const back = (change: Partial<CameBackReturn> = {}): CameBackReturn => ({
    id: 'r',
    status: 'sent-back',
    kinds: ['disbursement', 'land-clearance'],
    asOf: plainDate('2023-06-21'),
    at: at('2023-06-22', '18:00'),
    by: null,
    reason: 'Thiếu trang 2',
    ...change,
  });
  const week = plainDate('2023-06-22');

  it('are one thing to do where one that came back leaves several debts open', () => {
    const all = returnsToSend([owed(week), owed(week, 'land-clearance'), owed(addDays(week, 7))], [back()]);
    expect(all.map(({ kind, due, returnKinds }) => [kind, due, returnKinds])).toEqual([
      ['return-sent-back', '2023-06-22', ['disbursement', 'land-clearance']],
      ['return-owed', '2023-06-29', ['disbursement']],
    ]);
  });

  it('have no day where what came back is of a week that nobody waits for any more', () => {
    const [line] = returnsToSend(
      [owed(addDays(week, 7))],
      [back({ status: 'reverted', asOf: plainDate('2023-06-07') })],
    );
    expect(line).toMatchObject({ kind: 'return-reverted', due: null, dueAt: null });
  });
});

describe('what waits for the finance office', () => {
  it('is to be approved before the week is frozen, and counts an office once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 20 }), (minute) => {
        const now = new Date(at('2023-06-12', '00:00').getTime() + minute * 60_000);
        const waiting = { count: 2, own: 1, since: now, change: '5' };
        const [queue] = financeWork({ waiting, replied: [], owed: [] }, now);
        const line = lineOf(there(queue), now);
        // The next Friday 7:00, that minute included.
        expect(line.overdue).toBe(false);
        expect(line.days).toBeLessThanOrEqual(7);
        expect(line.due).toBe(addDays(weekOfReceipt(new Date(there(line.dueAt).getTime() - 86_400_000)), 1));
      }),
    );
    const late = [owed(plainDate('2023-06-22')), owed(plainDate('2023-06-22'), 'land-clearance')];
    const none = { count: 0, own: 0, since: null, change: null };
    const silent = financeWork(
      { waiting: none, replied: [], owed: late.map((one) => ({ ...one, overdue: true })) },
      at('2023-06-23', '08:00'),
    );
    expect(silent).toMatchObject([{ kind: 'offices-silent', count: 1, text: 'Ban A' }]);
  });
});
