import fc from 'fast-check';
import { PROJECT_GROUPS, type ProjectGroup } from '@thongvon/kernel';
import { ListProjects } from '@thongvon/projects';
import type { GroupReading, Reading } from '@thongvon/return-reader';
import { disbursementReading, planReading } from '../factories/reading';
import { Boards } from '../support/boards';

const DAYS = ['2023-05-24', '2023-05-31', '2023-06-07'];
/** Of two projects: what a return says of each; null: it lists the project and says nothing, undefined: it doesn't list it. */
type Said = readonly [ProjectGroup | null | undefined, ProjectGroup | null | undefined];
type Step =
  | { readonly type: 'report'; readonly day: number; readonly full: boolean; readonly said: Said }
  | { readonly type: 'plan'; readonly said: Said }
  /** `which`: counted from the last that isn't reverted. */
  | { readonly type: 'revert'; readonly which: number };

const named = fc.constantFrom(...PROJECT_GROUPS, null, undefined);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('report' as const),
      day: fc.integer({ min: 0, max: DAYS.length - 1 }),
      full: fc.boolean(),
      said: fc.tuple(named, named),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('plan' as const), said: fc.tuple(named, named) }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('revert' as const), which: fc.nat(3) }) },
);
/** Histories in which each rule decides: a later day, the later approval of one day, a replaced return that counts again, silence. */
const SURE: Step[] = [
  { type: 'plan', said: ['preparation', 'ongoing'] },
  { type: 'report', day: 1, full: true, said: ['new-start', null] },
  { type: 'report', day: 0, full: false, said: ['ongoing', 'completed'] },
  { type: 'report', day: 1, full: true, said: ['completed', 'completed'] },
  { type: 'revert', which: 0 },
  { type: 'report', day: 2, full: false, said: [null, undefined] },
  { type: 'revert', which: 1 },
  { type: 'revert', which: 1 },
];

describe('the group of a project in a plan year', () => {
  let boards: Boards;
  let run = 0;
  beforeAll(async () => {
    boards = await Boards.start();
  });
  afterAll(() => boards.system.close());

  const code = (nth: number): string => String(7_600_000 + 10 * run + nth);
  /** The cell tells which return named it. */
  const group = (said: ProjectGroup | null | undefined, seq: number): GroupReading | null =>
    said ? { group: said, cell: { sheet: 'S', cell: `B${seq + 1}` } } : null;
  const listed = (said: Said): number[] => said.flatMap((each, nth) => (each === undefined ? [] : [nth]));

  const report = ({ day, full, said }: Extract<Step, { type: 'report' }>, seq: number): Reading => {
    const lines = listed(said).map((nth) => [code(nth), [{ disbursed: 10 }]] as const);
    const coverage = full ? 'full' : 'partial';
    const reading = disbursementReading(DAYS[day] ?? '', Object.fromEntries(lines), { coverage });
    const projects = reading.projects.map((project, at) => ({
      ...project,
      group: group(said[listed(said)[at] ?? 0], seq),
    }));
    return { ...reading, projects };
  };
  const plan = ({ said }: Extract<Step, { type: 'plan' }>, seq: number): Reading => {
    const decision = { number: `${run}.${seq}/QĐ`, date: '2023-01-05', mode: 'adjustment' as const };
    const amounts = listed(said).map((nth) => [code(nth), { lottery: 100, oda: 100 }] as const);
    const reading = planReading(decision, Object.fromEntries(amounts));
    const allocations = reading.allocations.map((line) => ({
      ...line,
      group: group(said[Number(line.code) % 10], seq),
    }));
    return { ...reading, allocations };
  };
  const statuses = async (ids: readonly string[]): Promise<Map<string, string>> => {
    const rows = await boards.system.data.query<{ id: string; status: string }[]>(
      'SELECT id, status FROM returns.return WHERE id = ANY($1)',
      [ids],
    );
    return new Map(rows.map(({ id, status }) => [id, status]));
  };
  const known = async (nth: number): Promise<unknown> => {
    const id = await boards.projectId(code(nth));
    if (id === '') return [];
    const { groups } = await boards.system.app.get(ListProjects).get(boards.district, id);
    return groups.map(({ planYear, group: is, returnId, cell }) => ({ planYear, group: is, returnId, cell }));
  };

  it('is what the newest return in force says that names one, after each of random approvals and reversals', async () => {
    const counts = { steps: 0, known: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
        run += 1;
        // Both are registered, by a plan that names no group.
        await boards.approve(boards.system.finance, plan({ type: 'plan', said: [null, null] }, 99));
        const done: { id: string; day: string; said: Said; seq: number; reverted: boolean }[] = [];
        for (const [seq, one] of steps.entries()) {
          if (one.type === 'revert') {
            const open = done.filter(({ reverted }) => !reverted);
            const which = open.at(-1 - (one.which % Math.max(open.length, 1)));
            if (which === undefined) continue;
            await boards.revert(which.id);
            which.reverted = true;
          } else if (listed(one.said).length > 0) {
            const day = one.type === 'plan' ? '2023-01-05' : (DAYS[one.day] ?? '');
            const { id } =
              one.type === 'plan'
                ? await boards.approve(boards.system.finance, plan(one, seq))
                : await boards.approve(boards.system.board, report(one, seq));
            done.push({ id, day, said: one.said, seq, reverted: false });
          }
          const states = await statuses(done.map(({ id }) => id));
          for (const nth of [0, 1]) {
            const saying = done
              .filter(({ id, said }) => states.get(id) === 'approved' && said[nth])
              .sort((a, b) => a.day.localeCompare(b.day) || a.seq - b.seq)
              .at(-1);
            const expected =
              saying === undefined
                ? []
                : [
                    {
                      planYear: 2023,
                      group: saying.said[nth],
                      returnId: saying.id,
                      cell: `B${saying.seq + 1}`,
                    },
                  ];
            expect(await known(nth)).toEqual(expected);
            counts.steps += 1;
            counts.known += expected.length;
          }
        }
      }),
      { numRuns: 6, endOnFailure: true, examples: [[SURE]] },
    );
    expect(counts.known).toBeGreaterThan(5);
  }, 120_000);

  it('is none where a return says two of one project', async () => {
    run += 1;
    const reading = plan({ type: 'plan', said: ['ongoing', 'completed'] }, 1);
    const [first, ...others] = reading.allocations;
    if (first === undefined) throw new Error('a plan of two projects');
    const allocations = [{ ...first, group: group('completed', 1) }, ...others];
    await boards.approve(boards.system.finance, { ...reading, allocations });
    expect([await known(0), await known(1)]).toMatchObject([[], [{ group: 'completed', cell: 'B2' }]]);
  });
});
