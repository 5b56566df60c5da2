import fc from 'fast-check';
import { ListProjectFigures, RebuildPositions, Summarize, type Summary } from '@thongvon/capital';
import { plainDate } from '@thongvon/kernel';
import type { Reading } from '@thongvon/return-reader';
import { migrate } from '@thongvon/platform';
import { RevertReturn } from '@thongvon/returns';
import { disbursementReading, planReading } from '../factories/reading';
import { longRun, PATIENCE } from '../long/long-run';
import { HistoryReturns } from '../support/history-returns';
import { readDerived } from '../support/derived-tables';
import { approveReady, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { undoRooms } from '../support/undo-migrations';

const YEAR_END = plainDate('2024-01-31');

describe('the ledgers of plan and figures', () => {
  let system: TestSystem;
  let minute = 0;

  beforeEach(async () => {
    system = await startTestSystem();
    minute = 0;
  });
  afterEach(() => system.close());

  /** Each action a minute after the one before, so that "known at" can tell them apart. */
  const next = <T>(work: () => Promise<T>): Promise<T> => system.clock.at(instant(++minute), work);
  const instant = (n: number): Date => new Date(Date.UTC(2023, 5, 1, 0, n));

  const approve = (reading: Reading): Promise<string> =>
    next(async () => {
      const sender = reading.kinds.includes('plan') ? system.finance : system.board;
      const id = await readyReturn(system, sender, reading);
      await approveReady(system, sender, id);
      return id;
    });
  const revert = (id: string): Promise<void> =>
    next(async () => {
      await system.app.get(RevertReturn).revert(system.approver, id, 'a slip');
      await recomputeOpen(system);
    });
  const summary = (asOf: string, knownAt?: Date): Promise<Summary> =>
    system.app.get(Summarize).summarize(system.finance, {
      planYear: 2023,
      asOf: plainDate(asOf),
      basis: 'reported',
      denominator: 'current-year-plan',
      ...(knownAt === undefined ? {} : { knownAt }),
    });
  const PLAN = planReading(
    { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
    { '7000001': { tinh: 600, huyen: 400 } },
  );

  it('counts a plan from the date of its decision, and an adjustment from its own', async () => {
    await approve(PLAN);
    await approve(
      planReading({ number: '2/QĐ', date: '2023-05-19', mode: 'adjustment' }, { '7000001': { huyen: 900 } }),
    );
    expect(await summary('2023-01-04')).toMatchObject({ planned: null, rate: null, reason: 'no-plan' });
    expect(await summary('2023-05-18')).toMatchObject({
      planned: '1000',
      disbursed: null,
      reason: 'not-reported',
    });
    expect(await summary('2023-05-19')).toMatchObject({ planned: '1500' });
  });

  it('does not count a project twice when a decision splits it by source and another does not', async () => {
    await approve(PLAN);
    await approve(
      planReading(
        { number: '2/QĐ', date: '2023-05-19', mode: 'adjustment' },
        { '7000001': { unspecified: 1200 } },
      ),
    );
    expect((await summary('2023-05-18')).planned).toBe('1000');
    expect((await summary('2023-05-19')).planned).toBe('1200');
  });

  it('lets a later figure by source replace one without, and never adds them', async () => {
    await approve(PLAN);
    await approve(disbursementReading('2023-06-07', { '7000001': [{ disbursed: 500 }] }));
    await approve(
      disbursementReading('2023-06-14', {
        '7000001': [
          { source: 'tinh', disbursed: 300 },
          { source: 'huyen', disbursed: 250 },
        ],
      }),
    );
    expect(await summary('2023-06-13')).toMatchObject({ disbursed: '500', rate: '50.00' });
    expect(await summary('2023-06-14')).toMatchObject({ disbursed: '550', rate: '55.00', remaining: '450' });
  });

  it('keeps plan types apart: what is carried over enters only the rate that names all plans', async () => {
    await approve(PLAN);
    await approve(
      disbursementReading('2023-06-07', {
        '7000001': [{ disbursed: 500 }, { planType: 'carried-over', disbursed: 70 }],
      }),
    );
    expect((await summary('2023-06-07')).disbursed).toBe('500');
    const all = await system.app.get(Summarize).summarize(system.finance, {
      planYear: 2023,
      asOf: plainDate('2023-06-07'),
      basis: 'reported',
      denominator: 'all-plan',
    });
    expect(all).toMatchObject({ disbursed: '570', denominator: 'all-plan' });
  });

  it('leaves projects without a plan out of every rate and shows them apart', async () => {
    await approve(PLAN);
    await approve(
      disbursementReading('2023-06-07', { '7000001': [{ disbursed: 500 }], '7000009': [{ disbursed: 80 }] }),
    );
    expect(await summary('2023-06-07')).toMatchObject({
      disbursed: '500',
      unplanned: { projects: 1, disbursed: '80' },
      coverage: { projects: 1, reported: 1 },
    });
  });

  it('replaces a return of the same date, and brings it back when the newer one is reverted', async () => {
    await approve(PLAN);
    const first = await approve(disbursementReading('2023-06-07', { '7000001': [{ disbursed: 500 }] }));
    const second = await approve(disbursementReading('2023-06-07', { '7000001': [{ disbursed: 510 }] }));
    const status = async (id: string): Promise<string | undefined> =>
      (
        await system.data.query<{ status: string }[]>('SELECT status FROM returns.return WHERE id = $1', [id])
      )[0]?.status;
    expect([(await summary('2023-06-07')).disbursed, await status(first)]).toEqual(['510', 'superseded']);
    await revert(second);
    expect([(await summary('2023-06-07')).disbursed, await status(first)]).toEqual(['500', 'approved']);
  });

  it('keeps a later correction when what a reversion brings back was approved before it', async () => {
    await approve(PLAN);
    await approve(disbursementReading('2023-06-07', { '7000001': [{ disbursed: 500 }] }));
    const second = await approve(disbursementReading('2023-06-07', { '7000001': [{ disbursed: 510 }] }));
    const corrected = disbursementReading(
      '2023-06-07',
      { '7000001': [{ disbursed: 520 }] },
      { coverage: 'partial' },
    );
    await approve(corrected);
    await revert(second);
    expect((await summary('2023-06-07')).disbursed).toBe('520');
  });

  it('brings what an older version derived in another order up to date, by its migration', async () => {
    await approve(PLAN);
    await approve(disbursementReading('2023-06-07', { '7000001': [{ disbursed: 500 }] }));
    const second = await approve(disbursementReading('2023-06-07', { '7000001': [{ disbursed: 510 }] }));
    const corrected = { '7000001': [{ disbursed: 520 }] };
    await approve(disbursementReading('2023-06-07', corrected, { coverage: 'partial' }));
    await revert(second);
    // As it stood: what counts again was counted last.
    await system.data.query(
      `UPDATE capital.disbursement_position p SET disbursed = f.disbursed, figure_id = f.id FROM capital.figure f WHERE f.disbursed = 500`,
    );
    for (const table of ['project_standing', 'standing_sum'])
      await system.data.query(`UPDATE capital.${table} SET disbursed = 500`);
    expect(await summary('2023-06-07')).toMatchObject({ disbursed: '500', stale: false });
    // Run again, before the tables went to their rooms.
    await undoRooms(system.data);
    await system.data.query(`DELETE FROM schema_migration WHERE name LIKE 'RecomputeReinstated%'`);
    await migrate(String(Reflect.get(system.data.options, 'url')));
    expect(await summary('2023-06-07')).toMatchObject({ disbursed: '500', stale: true });
    await recomputeOpen(system);
    expect(await summary('2023-06-07')).toMatchObject({ disbursed: '520', stale: false });
  });

  it('lets a partial return touch only what it lists', async () => {
    await approve(PLAN);
    await approve(
      disbursementReading('2023-06-07', { '7000001': [{ disbursed: 500 }], '7000002': [{ disbursed: 7 }] }),
    );
    await approve(
      disbursementReading('2023-06-07', { '7000002': [{ disbursed: 9 }] }, { coverage: 'partial' }),
    );
    expect(await summary('2023-06-07')).toMatchObject({ disbursed: '500', unplanned: { disbursed: '9' } });
  });

  it('refuses to change or delete an entry, whoever asks', async () => {
    await approve(PLAN);
    await expect(system.data.query('UPDATE capital.allocation SET amount = 1')).rejects.toThrow(
      /append-only/,
    );
    await expect(system.data.query('DELETE FROM capital.allocation')).rejects.toThrow(/append-only/);
    await expect(system.data.query('TRUNCATE capital.figure CASCADE')).rejects.toThrow(/append-only/);
  });

  it('leads each amount to the return and cell that it came from', async () => {
    const plan = await approve(PLAN);
    const figures = await approve(disbursementReading('2023-06-07', { '7000001': [{ disbursed: 500 }] }));
    const { items } = await system.app.get(ListProjectFigures).list(system.finance, {
      planYear: 2023,
      asOf: plainDate('2023-06-09'),
      basis: 'reported',
      denominator: 'current-year-plan',
      limit: 10,
    });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ planned: '1000', disbursed: '500', asOf: '2023-06-07', ageDays: 2 });
    expect(items[0]?.lines.map(({ source, cells }) => [source.code, cells])).toEqual([
      ['huyen', { planned: { returnId: plan, sheet: 'P', cell: 'G2' } }],
      ['tinh', { planned: { returnId: plan, sheet: 'P', cell: 'F2' } }],
      ['unspecified', { disbursed: { returnId: figures, sheet: 'S', cell: 'E2' } }],
    ]);
  });

  it(
    'agrees with a full rebuild, and with itself as known at every earlier moment, whatever happens',
    async () => {
      const code = fc.constantFrom('7000001', '7000002', '7000003');
      const amount = fc.integer({ min: 0, max: 1_000_000 });
      const source = fc.constantFrom('unspecified', 'tinh', 'huyen');
      const date = fc.constantFrom('2023-05-31', '2023-06-07', '2023-06-14', '2023-06-21');
      const lines = fc.uniqueArray(fc.record({ source, disbursed: fc.option(amount) }), {
        minLength: 1,
        maxLength: 3,
        selector: (line) => line.source,
      });
      const action = fc.oneof(
        fc
          .record({
            date,
            coverage: fc.constantFrom('full' as const, 'partial' as const),
            projects: fc.dictionary(code, lines, { minKeys: 1 }),
          })
          .map((given) => ({ type: 'figures' as const, ...given })),
        fc
          .record({
            date,
            number: fc.constantFrom('1/QĐ', '2/QĐ', '3/QĐ'),
            amounts: fc.dictionary(code, fc.dictionary(source, amount, { minKeys: 1 }), { minKeys: 1 }),
          })
          .map((given) => ({ type: 'plan' as const, ...given })),
        fc.record({ type: fc.constant('revert' as const), which: fc.nat() }),
      );
      const { runs, seed, report } = longRun('ledgers of random histories', 10, 200);
      const returns = new HistoryReturns();
      await fc.assert(
        fc.asyncProperty(fc.array(action, { minLength: 2, maxLength: 10 }), async (actions) => {
          await system.close();
          system = await startTestSystem();
          minute = 0;
          const approved: string[] = [];
          const seen: { at: Date; summary: Summary }[] = [];
          for (const given of actions) {
            if (given.type === 'revert') {
              const [id] = approved.splice(given.which % Math.max(approved.length, 1), 1);
              if (id !== undefined) await revert(id);
            } else {
              const reading =
                given.type === 'plan'
                  ? planReading({ number: given.number, date: given.date, mode: 'adjustment' }, given.amounts)
                  : disbursementReading(given.date, given.projects, { coverage: given.coverage });
              const id = await returns.add(() => approve(reading));
              if (id !== undefined) approved.push(id);
            }
            seen.push({ at: instant(minute), summary: await summary('2024-01-31') });
          }
          const incremental = await readDerived(system.data);
          await system.app.get(RebuildPositions).rebuild();
          expect(incremental).toEqual(await readDerived(system.data));
          for (const { at, summary: then } of seen) {
            const { computedThrough: _, ...known } = await summary(YEAR_END, at);
            expect(known).toEqual({ ...known, ...pick(then) });
          }
        }),
        { numRuns: runs, seed, endOnFailure: true },
      );
      report({ 'as rebuilt': runs, ...returns.outcomes() });
    },
    PATIENCE,
  );

  const pick = ({ planned, disbursed, rate, unplanned, coverage }: Summary): Partial<Summary> => ({
    planned,
    disbursed,
    rate,
    unplanned,
    coverage,
  });
});
