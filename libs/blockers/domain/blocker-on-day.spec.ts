import * as fc from 'fast-check';
import { addDays, plainDate, type PlainDate } from '@thongvon/kernel';
import { blockerOnDay, escalationAt, type StoredBlocker } from './blocker-on-day';

const STORED: StoredBlocker = {
  id: 'b',
  project: { id: 'p', code: null, name: 'Đường A' },
  segment: null,
  openedFrom: null,
  cause: 'unclassified',
  suggestedCauses: [],
  step: null,
  description: '04 hộ không nhận tiền',
  responsibleUnit: null,
  responsiblePerson: null,
  decidingLevel: null,
  contractor: null,
  openedOn: plainDate('2023-06-01'),
  openedOnEstimated: false,
  due: plainDate('2023-06-15'),
  reopened: 0,
  unnamedSince: null,
  closedOn: null,
  closingReason: null,
  evidence: null,
  open: true,
  lastActionOn: null,
  lastAction: null,
  held: 700n,
  setAmount: null,
  setReason: null,
  planned: 1000n,
  disbursed: 300n,
  figureAsOf: null,
  sharedWith: 0,
};
const on = (asOf: PlainDate, stored: Partial<StoredBlocker> = {}) =>
  blockerOnDay({ ...STORED, ...stored }, { asOf, planYear: 2023, denominator: 'current-year-plan' });

describe('a blocker on a day', () => {
  it('is overdue from the day after its due date, by as many days, while it is open', () => {
    fc.assert(
      fc.property(fc.integer({ min: -14, max: 60 }), fc.boolean(), (days, open) => {
        const { state, daysOverdue, escalation } = on(addDays(plainDate('2023-06-15'), days), { open });
        const late = open && days > 0;
        expect(state).toBe(late ? 'overdue' : open ? 'open' : 'closed');
        expect(daysOverdue).toBe(late ? days : 0);
        expect(escalation === null).toBe(!late);
      }),
    );
    expect(on(plainDate('2023-06-30'), { due: null })).toMatchObject({ state: 'open', daysOverdue: null });
  });

  it('counts the days without action from the last one, or from its opening', () => {
    const day = plainDate('2023-06-11');
    expect(on(day)).toMatchObject({ daysWithoutAction: 10, lastAction: null });
    const acted = on(day, { lastActionOn: plainDate('2023-06-09'), lastAction: 'Đối thoại' });
    expect(acted).toMatchObject({
      daysWithoutAction: 2,
      lastAction: { on: '2023-06-09', text: 'Đối thoại' },
    });
  });

  it.each([
    [{}, 700n, null],
    [{ open: false, held: null }, null, 'not-applicable'],
    [{ held: null, planned: null }, null, 'no-plan'],
    [{ held: null, disbursed: null }, null, 'not-reported'],
  ])('of which %p is known holds %p, else says why it is not known: %p', (stored, capitalHeld, reason) => {
    expect(on(plainDate('2023-06-20'), stored)).toMatchObject({ capitalHeld, capitalHeldBasis: { reason } });
  });

  it('says whether a person set what it holds', () => {
    const methodOf = (stored: Partial<StoredBlocker>) =>
      on(plainDate('2023-06-20'), stored).capitalHeldBasis.method;
    expect(methodOf({})).toBe('plan-less-disbursed');
    expect(methodOf({ setAmount: 50n })).toBe('set-by-person');
  });
});

describe('whose turn it is while a blocker stays overdue', () => {
  it.each([
    [0, undefined],
    [1, 'responsible-person'],
    [7, 'responsible-person'],
    [8, 'responsible-person'],
    [15, 'unit-head'],
    [21, 'unit-head'],
    [22, 'leaders'],
    [400, 'leaders'],
  ])('%i days overdue: %s', (days, to) => {
    expect(escalationAt(days)?.to).toBe(to);
  });

  it('is reminded twice before it goes up', () => {
    expect([1, 8, 15, 22].map((days) => escalationAt(days)?.rung)).toEqual([1, 2, 3, 4]);
  });
});
