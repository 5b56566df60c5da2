import * as fc from 'fast-check';
import { addDays, DEFAULT_LADDERS, plainDate, type PlainDate } from '@thongvon/kernel';
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
  responsibleOffice: null,
  holder: { id: 'board', name: 'Ban QLDA' },
  turnSince: plainDate('2023-06-01'),
  dueProposal: null,
  handoverProposal: null,
  handoverTo: null,
  isOwn: true,
  ladder: null,
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

describe('whose turn it is', () => {
  const COMMUNE = { id: 'commune', name: 'UBND xã A' };
  const proposal = { id: '7', reason: 'Chờ giá đất', on: plainDate('2023-06-12'), by: COMMUNE.id };

  it('is that of the responsible office, else of who holds the project, and nobody’s of a closed one', () => {
    const turn = (stored: Partial<StoredBlocker>) => on(plainDate('2023-06-20'), stored).turn;
    expect(turn({})).toEqual({ office: STORED.holder, basis: 'project-owner', since: '2023-06-01' });
    expect(turn({ responsibleOffice: COMMUNE, turnSince: plainDate('2023-06-10') })).toEqual({
      office: COMMUNE,
      basis: 'responsible-office',
      since: '2023-06-10',
    });
    expect(turn({ open: false, turnSince: null })).toBeNull();
  });

  it('stays so while something is proposed', () => {
    const asked = on(plainDate('2023-06-20'), {
      responsibleOffice: COMMUNE,
      dueProposal: { ...proposal, due: plainDate('2023-06-30') },
      handoverProposal: { ...proposal, to: 'other' },
      handoverTo: { id: 'other', name: 'UBND xã B' },
    });
    expect(asked.turn?.office).toEqual(COMMUNE);
    expect(asked.dueProposal).toEqual({ ...proposal, by: COMMUNE, due: '2023-06-30' });
    expect(asked.handoverProposal).toMatchObject({ by: COMMUNE, to: { id: 'other' } });
  });

  it('opens no figures of a project that isn’t one’s own, but for what is held', () => {
    expect(on(plainDate('2023-06-20'), { isOwn: false })).toMatchObject({
      capitalHeld: 700n,
      capitalHeldBasis: { planned: null, disbursed: null, withheld: true, reason: null },
    });
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
    expect(escalationAt(days, DEFAULT_LADDERS.blocker)?.to).toBe(to);
  });

  it('is reminded twice before it goes up', () => {
    const at = (days: number) => escalationAt(days, DEFAULT_LADDERS.blocker);
    expect([1, 8, 15, 22].map((days) => at(days)?.rung)).toEqual([1, 2, 3, 4]);
    expect([1, 8, 15, 22].map((days) => at(days)?.label)).toEqual([
      'Người chủ trì, nhắc lần 1',
      'Người chủ trì, nhắc lần 2',
      'Thủ trưởng đơn vị chủ trì',
      'Lãnh đạo cấp có thẩm quyền quyết định',
    ]);
  });

  it('is as the top office has set it', () => {
    const ladder = [
      { days: 3, to: 'reporter' },
      { days: 5, to: 'leader' },
      { days: 9, to: 'leader' },
    ] as const;
    expect(escalationAt(2, ladder)).toBeNull();
    expect(escalationAt(9, ladder)).toMatchObject({
      rung: 3,
      label: 'Lãnh đạo cấp có thẩm quyền quyết định, nhắc lần 2',
      labelEn: 'Leaders of the level able to decide, second reminder',
    });
    expect(on(plainDate('2023-06-20'), { ladder }).escalation).toMatchObject({ rung: 2, to: 'leaders' });
  });
});
