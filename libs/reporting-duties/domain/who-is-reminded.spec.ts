import fc from 'fast-check';
import { addDays, plainDate } from '@thongvon/kernel';
import { ESCALATION_LADDER } from '@thongvon/blockers';
import {
  type Offices,
  type OwedAction,
  type OwedReturn,
  type Person,
  whoIsReminded,
} from './who-is-reminded';

const CUT_OFF = plainDate('2023-06-22');
const person = (id: string, role: string, organizationId: string): Person => ({
  id,
  role,
  organizationId,
  email: `${id}@example.test`,
});
const OFFICES: Offices = {
  people: [
    person('clerk', 'reporter', 'commune'),
    person('head', 'finance-head', 'district'),
    person('leader', 'leader', 'district'),
    person('other', 'reporter', 'district'),
  ],
  parents: new Map([
    ['commune', 'district'],
    ['district', null],
  ]),
};
const RETURN: OwedReturn = {
  debt: 'return',
  organizationId: 'commune',
  due: CUT_OFF,
  office: 'UBND xã',
  kind: 'disbursement',
  sentBack: false,
};
const BLOCKER: OwedAction = {
  debt: 'blocker',
  organizationId: 'commune',
  due: CUT_OFF,
  id: 'b',
  project: 'Đường',
  unit: null,
  held: 1n,
};

const remindedOn = (days: number, items = [RETURN] as readonly (OwedReturn | OwedAction)[]): string[] =>
  [...whoIsReminded(items, OFFICES, addDays(CUT_OFF, days)).keys()].map(({ id }) => id);

describe('reminders of what is owed', () => {
  it.each([
    [-2, []],
    [-1, ['clerk']],
    [0, ['clerk']],
    [1, ['clerk']],
    [2, []],
    [4, ['head']],
    [5, ['head']],
    [6, ['leader']],
    [7, []],
  ])('climb the ladder: %i days after the cut-off to %j', (days, who) => {
    expect(remindedOn(days)).toEqual(who);
  });

  it('are one message for all that a person owes', () => {
    const reminded = whoIsReminded([RETURN, BLOCKER, { ...BLOCKER, id: 'c' }], OFFICES, CUT_OFF);
    expect([...reminded].map(([{ id }, items]) => [id, items.length])).toEqual([['clerk', 3]]);
  });

  it('leave leaders to their weekly letter on the day that it comes', () => {
    // A blocker due on a Thursday is 22 days late on a Friday.
    expect(remindedOn(22, [BLOCKER])).toEqual([]);
    const due = addDays(CUT_OFF, 1);
    expect(remindedOn(23, [{ ...BLOCKER, due }])).toEqual(['leader']);
  });

  it('go, for a blocker that is overdue, to whom pages name on the day: one ladder', () => {
    const due = addDays(CUT_OFF, 1);
    const overdue = Array.from({ length: 40 }, (_, index) => index + 1);
    const mailed = overdue.flatMap((days) =>
      remindedOn(days + 1, [{ ...BLOCKER, due }]).map((id) => [days, id]),
    );
    expect(mailed).toEqual([
      [1, 'clerk'],
      [8, 'clerk'],
      [15, 'head'],
      [22, 'leader'],
    ]);
    expect(ESCALATION_LADDER.map(({ fromDay, to }) => [fromDay, to])).toEqual([
      [1, 'responsible-person'],
      [8, 'responsible-person'],
      [15, 'unit-head'],
      [22, 'leaders'],
    ]);
  });

  it('never go to anybody of another office below', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 30 }), (days) => {
        expect(remindedOn(days, [RETURN, BLOCKER])).not.toContain('other');
      }),
    );
  });
});
