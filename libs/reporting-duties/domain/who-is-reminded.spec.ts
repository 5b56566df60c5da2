import fc from 'fast-check';
import { addDays, dayOfWeek, DEFAULT_LADDERS, type PlainDate, plainDate } from '@thongvon/kernel';
import {
  laddersBy,
  type Offices,
  type OwedAction,
  type OwedItem,
  type OwedReturn,
  type OwedTask,
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

const TASK: OwedTask = {
  debt: 'task',
  organizationId: 'commune',
  due: CUT_OFF,
  id: 't',
  what: 'Đối thoại lần 3',
  project: null,
  organization: 'UBND xã',
  giverId: 'district',
  giver: 'UBND huyện',
};

const remindedOn = (days: number, items: readonly OwedItem[] = [RETURN]): string[] =>
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
    // One due on a Wednesday is that on a Thursday.
    const due = addDays(CUT_OFF, -1);
    expect(remindedOn(21, [{ ...BLOCKER, due }])).toEqual(['clerk', 'leader']);
  });

  it('go, for a blocker that is overdue, to whom pages name on the day: one ladder', () => {
    // Due on a Tuesday: no rung falls on a weekend, or on the day of the letter.
    const due = addDays(CUT_OFF, -2);
    const overdue = Array.from({ length: 40 }, (_, index) => index + 1);
    const mailed = overdue.flatMap((days) =>
      remindedOn(days - 2, [{ ...BLOCKER, due }]).map((id) => [days, id]),
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
    const quick = { ...DEFAULT_LADDERS, return: [{ days: 5, to: 'reporter' }] } as const;
    const ladders = laddersBy(OFFICES.parents, new Map([['district', quick]]));
    const on = (days: number, laddersOf = ladders) =>
      [...whoIsReminded([RETURN], OFFICES, addDays(CUT_OFF, days), laddersOf).keys()].map(({ id }) => id);
    expect([on(1), on(5), on(6)]).toEqual([[], ['clerk'], []]);
    const others = laddersBy(OFFICES.parents, new Map([['elsewhere', quick]]));
    expect([on(1, others), on(2, others)]).toEqual([['clerk'], []]);
  });

  it('of a task go to who answers for its office, then also to heads and leaders of it and of who gave it', () => {
    const people = [
      person('clerk', 'reporter', 'commune'),
      person('chairman', 'leader', 'commune'),
      person('officer', 'finance-officer', 'district'),
      person('head', 'finance-head', 'district'),
      person('mayor', 'leader', 'district'),
      person('neighbour', 'reporter', 'board'),
    ];
    const parents = new Map([...OFFICES.parents, ['board', 'district'] as const]);
    // Due on a Tuesday, so that no rung falls on a weekend or on the day of the letter.
    const task = { ...TASK, due: addDays(CUT_OFF, -2) };
    const on = (days: number, among: readonly Person[] = people) =>
      [...whoIsReminded([task], { people: among, parents }, addDays(task.due, days)).keys()].map(
        ({ id }) => id,
      );
    expect([-1, 0, 1].map((days) => on(days))).toEqual([['clerk'], ['clerk'], ['clerk']]);
    expect(on(8)).toEqual(['clerk', 'head']);
    expect(on(15)).toEqual(['clerk', 'chairman', 'mayor']);
    expect([2, 7, 9, 16, 40].map((days) => on(days))).toEqual([[], [], [], [], []]);
    // An office without reporters is answered for by whoever else works there; for an empty one, who gave it hears of it.
    expect(on(1, people.slice(1))).toEqual(['chairman']);
    expect(on(1, people.slice(2))).toEqual(['officer', 'head', 'mayor']);
  });

  it('of each rung are written once: on its day, or on the Monday after where that is a weekend', () => {
    const rungs = fc
      .uniqueArray(fc.integer({ min: -14, max: 60 }), { minLength: 1, maxLength: 12 })
      .map((days) => days.toSorted((a, b) => a - b).map((day) => ({ days: day, to: 'reporter' as const })));
    fc.assert(
      fc.property(rungs, fc.integer({ min: 0, max: 6 }), (ladder, weekday) => {
        const due = addDays(CUT_OFF, weekday);
        const ladders = () => ({ ...DEFAULT_LADDERS, task: ladder });
        const written = Array.from({ length: 100 }, (_, nth) => addDays(due, nth - 20)).filter(
          (day) => whoIsReminded([{ ...TASK, due }], OFFICES, day, ladders).size > 0,
        );
        const monday = (day: PlainDate) => addDays(day, { 6: 2, 7: 1 }[dayOfWeek(day)] ?? 0);
        // Rungs of one weekend and its Monday are one message.
        expect(written).toEqual([...new Set(ladder.map(({ days }) => monday(addDays(due, days))))]);
        expect(written.every((day) => dayOfWeek(day) <= 5)).toBe(true);
      }),
    );
  });

  it('never go to anybody of another office below', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 30 }), (days) => {
        expect(remindedOn(days, [RETURN, BLOCKER, TASK])).not.toContain('other');
      }),
    );
  });
});
