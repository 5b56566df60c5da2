import fc from 'fast-check';
import { addDays, frozenReckoning, liveReckoning, plainDate } from '@thongvon/kernel';
import { ageingOf, dueBucket, heldParts, heldTotal, overdueTotal, type HeldBlocker } from './capital-held';

const TODAY = plainDate('2023-06-21');
const DAYS = liveReckoning(TODAY, TODAY, TODAY);
const blocker = (
  projectId: string,
  remaining: bigint | null,
  more: Partial<HeldBlocker> = {},
): HeldBlocker => ({
  projectId,
  due: null,
  setAmount: null,
  remaining,
  ...more,
});

describe('the capital that blockers hold together', () => {
  it('counts a project once, however many blockers hold it', () => {
    expect(heldTotal([blocker('a', 100n), blocker('a', 100n), blocker('b', 7n)], DAYS)).toMatchObject({
      blockers: 3,
      projects: 2,
      capitalHeld: 107n,
    });
  });

  it('adds what people set for parts of a project, to no more than it has left', () => {
    const parts = [blocker('a', 100n, { setAmount: 30n }), blocker('a', 100n, { setAmount: 50n })];
    expect(heldTotal(parts, DAYS).capitalHeld).toBe(80n);
    expect(heldTotal([...parts, blocker('a', 100n, { setAmount: 60n })], DAYS).capitalHeld).toBe(100n);
    expect(heldTotal([...parts, blocker('a', 100n)], DAYS).capitalHeld).toBe(100n);
  });

  it('leaves out what is not known, and says of how many projects', () => {
    expect(heldTotal([blocker('a', null), blocker('b', 7n)], DAYS)).toMatchObject({
      capitalHeld: 7n,
      projectsUnknown: 1,
    });
    expect(heldTotal([blocker('a', null)], DAYS)).toMatchObject({ capitalHeld: null, projectsUnknown: 1 });
    expect(heldTotal([blocker('a', null, { setAmount: 5n })], DAYS)).toMatchObject({
      capitalHeld: 5n,
      projectsUnknown: 0,
    });
    expect(heldTotal([], DAYS)).toMatchObject({ blockers: 0, capitalHeld: null });
  });

  it('of overdue blockers counts a project once that is in both buckets of ageing', () => {
    const [long, short] = ['2023-05-01', '2023-06-15'].map((due) =>
      blocker('a', 100n, { due: plainDate(due) }),
    );
    const all = [long, short].flatMap((one) => one ?? []);
    expect(ageingOf(all, DAYS).map(({ capitalHeld }) => capitalHeld)).toEqual([100n, 100n]);
    const later = blocker('b', 7n, { due: addDays(TODAY, 1) });
    expect(overdueTotal([...all, later], DAYS)).toMatchObject({
      blockers: 2,
      projects: 1,
      capitalHeld: 100n,
    });
  });

  it('is never more than what the projects have left', () => {
    const left = new Map([
      ['a', 40n],
      ['b', 90n],
      ['c', 0n],
    ]);
    const some = fc
      .record({
        projectId: fc.constantFrom('a', 'b', 'c'),
        setAmount: fc.option(fc.bigInt({ min: 0n, max: 100n })),
      })
      .map(({ projectId, setAmount }) => blocker(projectId, left.get(projectId) ?? null, { setAmount }));
    fc.assert(
      fc.property(fc.array(some, { minLength: 1 }), (blockers) => {
        const most = [...new Set(blockers.map(({ projectId }) => projectId))].reduce(
          (sum, id) => sum + (left.get(id) ?? 0n),
          0n,
        );
        expect((heldTotal(blockers, DAYS).capitalHeld ?? 0n) <= most).toBe(true);
      }),
    );
  });

  it.each([
    [-15, 'overdue-over-14'],
    [-14, 'overdue-to-14'],
    [-1, 'overdue-to-14'],
    [0, 'due-in-7'],
    // The next letter is that of Friday 23/6.
    [2, 'due-in-7'],
    [3, 'due-in-30'],
    [30, 'due-in-30'],
    [31, 'due-later'],
  ])('ages by due date: %i days away is %s', (days, bucket) => {
    expect(dueBucket(addDays(TODAY, days), DAYS)).toBe(bucket);
  });

  it('is due soon by the next letter, on the live page of a Friday as in the letter of that day', () => {
    const due = plainDate('2023-06-30');
    const live = liveReckoning(plainDate('2023-06-23'), TODAY, TODAY);
    const frozen = frozenReckoning(plainDate('2023-06-22'), TODAY);
    expect([dueBucket(due, live), dueBucket(due, frozen)]).toEqual(['due-in-7', 'due-in-7']);
  });

  it('is not overdue on the due date itself', () => {
    expect(heldTotal([blocker('a', 1n, { due: TODAY })], DAYS).overdue).toBe(0);
    expect(heldTotal([blocker('a', 1n, { due: addDays(TODAY, -1) })], DAYS).overdue).toBe(1);
  });

  it('shows only buckets that hold something, in the order of their dates', () => {
    const some = [blocker('a', 5n), blocker('b', 3n, { due: addDays(TODAY, -20) })];
    expect(ageingOf(some, DAYS).map(({ bucket, capitalHeld }) => [bucket, capitalHeld])).toEqual([
      ['overdue-over-14', 3n],
      ['no-due', 5n],
    ]);
  });
});

describe('the parts of what is still to be disbursed', () => {
  it('count a project that is held twice at its most pressing blocker', () => {
    const late = addDays(TODAY, -1);
    const both = [blocker('a', 100n, { due: late }), blocker('a', 100n), blocker('b', 30n, { due: TODAY })];
    expect(heldParts(both, DAYS, 150n)).toEqual({
      overdue: 100n,
      dueSoon: 30n,
      later: 0n,
      notHeld: 20n,
    });
    const some = [blocker('a', 100n, { due: late, setAmount: 40n }), blocker('a', 100n)];
    expect(heldParts(some, DAYS, 150n)).toEqual({ overdue: 40n, dueSoon: 0n, later: 60n, notHeld: 50n });
  });

  it('leave what isn’t held unknown where what remains is', () => {
    expect(heldParts([blocker('a', 100n)], DAYS, null)).toMatchObject({ later: 100n, notHeld: null });
  });

  it('are never negative, and add up to what remains and to the capital held', () => {
    const left = new Map([
      ['a', 40n],
      ['b', 90n],
      ['c', 0n],
      ['d', null],
    ]);
    const some = fc
      .record({
        projectId: fc.constantFrom('a', 'b', 'c', 'd'),
        setAmount: fc.option(fc.bigInt({ min: 0n, max: 100n })),
        due: fc.option(fc.integer({ min: -20, max: 40 }).map((days) => addDays(TODAY, days))),
      })
      .map(({ projectId, ...more }) => blocker(projectId, left.get(projectId) ?? null, more));
    fc.assert(
      fc.property(fc.array(some), (blockers) => {
        const remaining = 10_000n;
        const { overdue, dueSoon, later, notHeld } = heldParts(blockers, DAYS, remaining);
        const held = [overdue, dueSoon, later];
        const sum = held.reduce((all, part) => all + part, 0n);
        expect(held.every((part) => part >= 0n)).toBe(true);
        expect(sum).toBe(heldTotal(blockers, DAYS).capitalHeld ?? 0n);
        expect(notHeld).toBe(remaining - sum);
        // One sum by two names, known of the same projects.
        expect(overdueTotal(blockers, DAYS).capitalHeld ?? 0n).toBe(overdue);
      }),
    );
  });
});
