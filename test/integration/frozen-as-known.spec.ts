import fc from 'fast-check';
import { ListProjectFigures, Summarize } from '@thongvon/capital';
import { DENOMINATORS, freezeInstant, instantAt, plainDate, sumDong, type Dong } from '@thongvon/kernel';
import { ApproveReturn, SubmitReturn } from '@thongvon/returns';
import type { FrozenWeek } from '@thongvon/snapshots';
import { disbursementReading, planReading } from '../factories/reading';
import { longRun, PATIENCE } from '../long/long-run';
import { Freezing, ROAD, SCHOOL, totalUnplanned, WEEKS } from '../support/freezing';
import { HistoryReturns } from '../support/history-returns';
import { readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('a frozen week and what was known at its cut', () => {
  let system: TestSystem;
  const freezing = new Freezing(() => system);
  const freezeDue = (): Promise<void> => freezing.freezeDue();
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  it('has a figure on exactly one side, however an approval and the freezing meet', async () => {
    await freezing.at('2023-06-01', '15:00', () =>
      freezing.approve(disbursementReading('2023-05-31', { [ROAD]: [{ disbursed: 90 }] })),
    );
    const sides: string[] = [];
    for (const [index, date] of WEEKS.entries()) {
      const id = await readyReturn(
        system,
        system.board,
        disbursementReading(date, { [ROAD]: [{ disbursed: 100 + index }] }, { coverage: 'partial' }),
      );
      await system.app.get(SubmitReturn).submit(system.board, id);
      // The approval looks at the clock before the cut, and may be through before the freezing or only after it.
      const justBefore = new Date(freezeInstant(date).getTime() - 1);
      const approving = system.clock.at(justBefore, () =>
        system.app.get(ApproveReturn).approve(system.approver, id),
      );
      await new Promise((resolve) => setTimeout(resolve, index * 12));
      await Promise.all([approving, system.clock.at(freezeInstant(date), freezeDue)]);
      await recomputeOpen(system);
      const disbursed = totalUnplanned(await freezing.week(date));
      expect(await knownUnplanned(date)).toBe(disbursed?.toString());
      sides.push(disbursed === BigInt(100 + index) ? 'within' : 'after');
    }
    expect(sides).toHaveLength(WEEKS.length);
  });

  it(
    'gives, whatever happens, what a derivation from the approved returns as known then gives, to the đồng',
    async () => {
      const code = fc.constantFrom(ROAD, SCHOOL, '7000003');
      const amount = fc.integer({ min: 0, max: 1_000_000 });
      const source = fc.constantFrom('unspecified', 'tinh', 'huyen');
      const date = fc.constantFrom('2023-05-31', '2023-06-07', '2023-06-14', '2023-06-21');
      const lines = fc.uniqueArray(
        fc.record({
          source,
          planType: fc.constantFrom('current-year', 'carried-over'),
          disbursed: fc.option(amount),
        }),
        { minLength: 1, maxLength: 3, selector: (line) => line.source },
      );
      const action = fc.oneof(
        fc
          .record({ date, projects: fc.dictionary(code, lines, { minKeys: 1 }) })
          .map(({ date: asOf, projects }) => ({
            type: 'approve' as const,
            reading: disbursementReading(asOf, projects as Parameters<typeof disbursementReading>[1]),
          })),
        fc
          .record({
            date,
            number: fc.constantFrom('1/QĐ', '2/QĐ'),
            amounts: fc.dictionary(code, fc.dictionary(source, amount, { minKeys: 1 }), { minKeys: 1 }),
          })
          .map(({ date: on, number, amounts }) => ({
            type: 'approve' as const,
            reading: planReading({ number, date: on, mode: 'adjustment' }, amounts),
          })),
        fc.record({ type: fc.constant('revert' as const), which: fc.nat() }),
        fc.record({ type: fc.constant('freeze' as const) }),
      );
      const hours = fc.integer({ min: 1, max: 120 });
      const { runs, seed, report } = longRun('frozen weeks of random histories', 6, 100);
      const returns = new HistoryReturns();
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(action, hours), { minLength: 3, maxLength: 12 }),
          async (actions) => {
            await system.close();
            system = await startTestSystem();
            const approved: string[] = [];
            let now = instantAt(plainDate('2023-06-01'), '08:00').getTime();
            for (const [given, later] of actions) {
              now += later * 3_600_000;
              await system.clock.at(new Date(now), async () => {
                if (given.type === 'approve') {
                  const id = await returns.add(() => freezing.approve(given.reading));
                  if (id !== undefined) approved.push(id);
                } else if (given.type === 'freeze') await freezeDue();
                else {
                  const [id] = approved.splice(given.which % Math.max(approved.length, 1), 1);
                  if (id !== undefined) await freezing.revert(id);
                }
              });
            }
            await freezing.at('2023-07-07', '08:00', freezeDue);
            const refs = await system.data.query<{ week: string }[]>(
              'SELECT week FROM snapshots.weekly_snapshot',
            );
            for (const ref of refs) await expectAsKnown(await freezing.week(ref.week));
          },
        ),
        { numRuns: runs, seed, endOnFailure: true },
      );
      report({ 'as derived': runs, ...returns.outcomes() });
    },
    PATIENCE,
  );

  /** Holds a frozen week against the summary and the list of projects, derived from the ledgers as known at the cut. */
  async function expectAsKnown(frozen: FrozenWeek): Promise<void> {
    const asked = { planYear: 2023, asOf: frozen.week, knownAt: frozen.frozenAt, basis: 'reported' as const };
    for (const denominator of DENOMINATORS) {
      const known = await system.app.get(Summarize).summarize(system.finance, { ...asked, denominator });
      const of = (dimension: string) =>
        frozen.rollups.filter((row) => row.denominator === denominator && row.dimension === dimension);
      expect({
        planned: text(of('total').map(({ planned }) => planned)),
        disbursed: text(of('total').map(({ disbursed }) => disbursed)),
        unplanned: text(of('unplanned').map(({ disbursed }) => disbursed)),
      }).toEqual({
        planned: known.planned,
        disbursed: known.disbursed,
        unplanned: known.unplanned.disbursed,
      });
      for (const dimension of ['owner', 'kind', 'source', 'planType', 'commune'])
        expect(text(of(dimension).map(({ planned }) => planned))).toBe(known.planned);
    }
    const { items } = await system.app
      .get(ListProjectFigures)
      .list(system.finance, { ...asked, denominator: 'all-plan', limit: 500 });
    const wanted = items.map(({ id, asOf, lines }) => ({
      id,
      asOf,
      lines: lines.map(({ planType, source, planned, disbursed }) => [
        planType,
        source.code,
        planned,
        disbursed,
      ]),
    }));
    const got = frozen.projects.map(({ id, figureAsOf, lines }) => ({
      id,
      asOf: figureAsOf,
      lines: lines.map(({ planType, source, planned, disbursed }) => [
        planType,
        source,
        planned?.toString() ?? null,
        disbursed?.toString() ?? null,
      ]),
    }));
    expect(got).toEqual(wanted);
  }

  async function knownUnplanned(date: string): Promise<string | null> {
    const known = await system.app.get(Summarize).summarize(system.finance, {
      planYear: 2023,
      asOf: plainDate(date),
      knownAt: freezeInstant(plainDate(date)),
      basis: 'reported',
      denominator: 'current-year-plan',
    });
    return known.unplanned.disbursed;
  }
});

const text = (amounts: readonly (Dong | null)[]): string | null => sumDong(amounts)?.toString() ?? null;
