import fc from 'fast-check';
import { addDays, DEFAULT_LADDERS, plainDate } from '@thongvon/kernel';
import {
  laddersBy,
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
  cameBack: null,
};
const BLOCKER: OwedAction = {
  debt: 'blocker',
  organizationId: 'commune',
  due: CUT_OFF,
  id: 'b',
  ownerId: 'commune',
  project: 'Đường',
  unit: null,
  isUnattached: true,
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
    expect(remindedOn(22, [BLOCKER])).toEqual(['clerk']);
    const due = addDays(CUT_OFF, 1);
    expect(remindedOn(23, [{ ...BLOCKER, due }])).toEqual(['clerk', 'leader']);
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
      [15, 'clerk'],
      [15, 'head'],
      [22, 'clerk'],
      [22, 'leader'],
    ]);
  });

  it('of a blocker go to who must act, and from the upper rungs on to heads and leaders of it and of the owner', () => {
    const people = [
      person('acts', 'reporter', 'commune'),
      person('owns', 'reporter', 'board'),
      person('board-head', 'finance-head', 'board'),
      person('district-head', 'finance-head', 'district'),
      person('commune-leader', 'leader', 'commune'),
      person('district-leader', 'leader', 'district'),
    ];
    const parents = new Map([
      ['commune', 'district'],
      ['board', 'district'],
      ['district', null],
    ]);
    // Due on a Tuesday, so that no rung falls on the day of the letter.
    const due = addDays(CUT_OFF, -2);
    const on = (days: number, offices: Offices = { people, parents }) =>
      [...whoIsReminded([{ ...BLOCKER, ownerId: 'board', due }], offices, addDays(due, days)).keys()].map(
        ({ id }) => id,
      );
    expect(on(1)).toEqual(['acts']);
    expect(on(8)).toEqual(['acts']);
    expect(on(15)).toEqual(['acts', 'district-head', 'board-head']);
    expect(on(22)).toEqual(['acts', 'commune-leader', 'district-leader']);
    // Where nobody of the office can sign in, the owner's people do: silence would help nobody.
    expect(on(1, { people: people.slice(1), parents })).toEqual(['owns']);
  });

  it('go by the ladder of the topmost office above, where one has set any', () => {
    const quick = { ...DEFAULT_LADDERS, return: [{ days: 2, to: 'reporter' }] } as const;
    const ladders = laddersBy(OFFICES.parents, new Map([['district', quick]]));
    const on = (days: number, laddersOf = ladders) =>
      [...whoIsReminded([RETURN], OFFICES, addDays(CUT_OFF, days), laddersOf).keys()].map(({ id }) => id);
    expect([on(1), on(2), on(4)]).toEqual([[], ['clerk'], []]);
    const others = laddersBy(OFFICES.parents, new Map([['elsewhere', quick]]));
    expect([on(1, others), on(2, others)]).toEqual([['clerk'], []]);
  });

  it('never go to anybody of another office below', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 30 }), (days) => {
        expect(remindedOn(days, [RETURN, BLOCKER])).not.toContain('other');
      }),
    );
  });
});
