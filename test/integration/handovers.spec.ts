import fc from 'fast-check';
import type { PlainDate } from '@thongvon/kernel';
import type { StepDone } from '@thongvon/returns';
import { longRun, PATIENCE } from '../long/long-run';
import { Boards, BOARD_NAMES, BOARDS, type Board, days } from '../support/boards';
import { NaiveOwner } from '../support/naive-owner';

/** Each decision's day, by its number. */
const DECIDED: Readonly<Record<string, string>> = {
  '0': '2023-01-02',
  '1': '2023-01-05',
  '2': '2023-02-10',
  '3': '2023-03-15',
};
const DAYS = days('2023-01-03', '2023-01-20', '2023-02-20', '2023-04-05', '2023-05-31');

type Step =
  | {
      readonly type: 'plan';
      readonly number: string;
      readonly owner: Board | null;
      readonly isHandedOver: boolean;
    }
  | { readonly type: 'report'; readonly day: PlainDate }
  | { readonly type: 'person'; readonly owner: Board; readonly since: PlainDate | undefined }
  /** `which`: counted from the last that isn't reverted. */
  | { readonly type: 'revert'; readonly which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('plan' as const),
      number: fc.constantFrom('1', '2', '3'),
      owner: fc.constantFrom(...BOARDS, null),
      isHandedOver: fc.constantFrom(true, true, false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('report' as const), day: fc.constantFrom(...DAYS) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('person' as const),
      owner: fc.constantFrom(...BOARDS),
      since: fc.constantFrom(undefined, ...DAYS),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('revert' as const), which: fc.constantFrom(0, 0, 1, 2, 3) }),
  },
);

/** One history that surely moves the project: a dozen random ones may move nothing. */
const GIVEN_BACK: Step[] = [
  { type: 'plan', number: '2', owner: 'B', isHandedOver: true },
  { type: 'revert', which: 0 },
];

/** The property was tried by letting nothing be settled when a return ends: seen at the first or second sequence. */
describe('a project that plans hand over', () => {
  let boards: Boards;
  let run = 0;
  beforeAll(async () => {
    boards = await Boards.start();
  });
  afterAll(() => boards.system.close());

  const code = (): string => String(7_500_000 + run);
  const plan = (number: string, owner: Board | null, answer?: 'keep' | 'hand-over') =>
    boards.plan(
      { number: `${number}.${run}/QĐ`, date: DECIDED[number] ?? '' },
      { [code()]: 100 },
      owner,
      answer,
    );
  const report = (board: Board, day: string) => boards.report(board, day, { [code()]: 10 });
  const holders = () => boards.holders(code(), DAYS);
  /** A project of board A, planned by decision 1; decision 0 keeps it in the register (ADR 0151). */
  const start = async (): Promise<string> => {
    run += 1;
    await plan('0', 'A');
    return (await plan('1', 'A')).id;
  };
  const named = (board: Board) => ({ id: boards.idOf(board), name: BOARD_NAMES[board] });

  it('goes back with the reversion of the plan, and its former board’s next return is taken', async () => {
    await start();
    const before = await holders();
    const handing = await plan('2', 'B', 'hand-over');
    expect(await holders()).toEqual(['A', 'A', 'B', 'B', 'B']);
    const done = await boards.revert(handing.id);
    expect(done.owners).toMatchObject({
      moved: [{ project: { code: code() }, from: named('B'), to: named('A') }],
      kept: [],
    });
    expect(await holders()).toEqual(before);
    await report('A', '2023-05-31');
  });

  it('is handed over by the name of the office in full or abbreviated, as by its own', async () => {
    await start();
    const number = `2.${run}/QĐ`;
    const decision = { number, date: DECIDED['2'] ?? '' };
    await boards.plan(decision, { [code()]: 100 }, 'B', 'hand-over', 'BAN QUẢN LÝ DỰ ÁN - NAM');
    expect(await holders()).toEqual(['A', 'A', 'B', 'B', 'B']);
    const back = { number: `3.${run}/QĐ`, date: DECIDED['3'] ?? '' };
    await boards.plan(back, { [code()]: 100 }, 'A', 'hand-over', 'BQLDA Bắc');
    expect(await holders()).toEqual(['A', 'A', 'B', 'A', 'A']);
  });

  it('stays where an approved return of the new owner rests on it, and the answer says so; with that return it goes back', async () => {
    await start();
    const handing = await plan('2', 'B', 'hand-over');
    const reported = await report('B', '2023-04-05');
    const { owners } = await boards.revert(handing.id);
    expect(owners).toMatchObject({
      moved: [],
      kept: [{ project: { code: code() }, owner: named('B'), wouldBe: named('A'), reason: 'reported' }],
    });
    expect((await holders()).at(-1)).toBe('B');
    expect((await boards.revert(reported.id)).owners?.moved).toMatchObject([{ to: named('A') }]);
    expect((await holders()).at(-1)).toBe('A');
  });

  it.each([
    ['has changed the owner', undefined, 'owner-changed'],
    ['has handed it on', DAYS[3], 'handed-on'],
  ])('stays where a person %s since', async (_, since, reason) => {
    await start();
    const handing = await plan('2', 'B', 'hand-over');
    await boards.setOwner(code(), 'C', since);
    const { owners } = await boards.revert(handing.id);
    expect(owners).toMatchObject({ moved: [], kept: [{ owner: named('C'), reason }] });
    expect((await holders()).at(-1)).toBe('C');
  });

  it('goes back when a replacement of the plan says nothing of it, and again to the new owner with the replacement’s reversion', async () => {
    await start();
    await plan('2', 'B', 'hand-over');
    const confirming = await plan('2', 'B');
    expect([confirming.done.owners, (await holders()).at(-1)]).toEqual([{ moved: [], kept: [] }, 'B']);
    const silent = await plan('2', null);
    expect(silent.done.owners?.moved).toMatchObject([{ from: named('B'), to: named('A') }]);
    expect((await holders()).at(-1)).toBe('A');
    expect((await boards.revert(silent.id)).owners?.moved).toMatchObject([{ to: named('B') }]);
    expect(await holders()).toEqual(['A', 'A', 'B', 'B', 'B']);
    // The first plan said the same, and counts again.
    expect((await boards.revert(confirming.id)).owners).toEqual({ moved: [], kept: [] });
    expect((await holders()).at(-1)).toBe('B');
  });

  it(
    'is whose a plain list of all that was done makes it, after each of random steps',
    async () => {
      const { runs, seed, report: count } = longRun('handovers', 6, 300);
      const counts = { steps: 0, moved: 0, kept: 0 };
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 9 }), async (steps) => {
          const naive = new NaiveOwner<Board>('A', await start());
          for (const one of steps) {
            if (one.type === 'person' && one.since !== undefined && !naive.mayHandOver(one.since)) continue;
            const done = await act(one, naive);
            counts.steps += 1;
            counts.moved += done?.owners?.moved.length ?? 0;
            counts.kept += done?.owners?.kept.length ?? 0;
            expect(await holders()).toEqual(DAYS.map((day) => naive.holderOn(day)));
          }
        }),
        { numRuns: runs, seed, endOnFailure: true, examples: [[GIVEN_BACK]] },
      );
      expect(counts.moved).toBeGreaterThan(0);
      count({ ...counts, wrong: 0 });
    },
    PATIENCE,
  );

  const act = async (one: Step, naive: NaiveOwner<Board>): Promise<StepDone | undefined> => {
    switch (one.type) {
      case 'plan': {
        const { id, done } = await plan(one.number, one.owner, one.isHandedOver ? 'hand-over' : 'keep');
        naive.plan({ ...one, id, day: DECIDED[one.number] ?? '' });
        return done;
      }
      case 'report': {
        const board = naive.holderOn(one.day);
        const { id, done } = await report(board, one.day);
        naive.report(id, board, one.day);
        return done;
      }
      case 'person':
        await boards.setOwner(code(), one.owner, one.since);
        naive.person(one.owner, one.since);
        return undefined;
      case 'revert': {
        const { returns } = naive;
        const id = returns.at(-1 - (one.which % Math.max(returns.length, 1)));
        if (id === undefined) return undefined;
        const done = await boards.revert(id);
        naive.revert(id);
        return done;
      }
    }
  };
});
