import { RebuildPositions, StoreSums, SumFacets, Summarize } from '@thongvon/capital';
import { plainDate } from '@thongvon/kernel';
import { disbursementReading, type Line } from '../factories/reading';
import { readDerived } from '../support/derived-tables';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

/** With one project more an office is too large to be summed with each approval (ADR 0192). */
const AT_HAND = 500;

describe('the sums of an office', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  const codeOf = (place: number): string => String(7_100_000 + place);
  const approve = async (asOf: string, projects: number, line: Line): Promise<void> => {
    const lines = Object.fromEntries(Array.from({ length: projects }, (_, place) => [codeOf(place), [line]]));
    const reading = disbursementReading(asOf, lines, { coverage: projects === 1 ? 'partial' : 'full' });
    await approveReady(system, system.board, await readyReturn(system, system.board, reading));
  };
  const isSummed = async (): Promise<boolean[]> => {
    const rows = await system.data.query<{ is_summed: boolean }[]>(
      'SELECT is_summed FROM capital.summed_office WHERE office_id = $1',
      [system.board.organizationId],
    );
    return rows.map((row) => row.is_summed);
  };
  const wishes = async (): Promise<string[]> => {
    const rows = await system.data.query<{ subject: string }[]>(
      `SELECT subject FROM platform.work_intent WHERE job = 'store-sums' AND done_at IS NULL`,
    );
    return rows.map(({ subject }) => subject);
  };
  const answers = async (asOf = '2023-06-21'): Promise<unknown[]> => {
    const query = {
      planYear: 2023,
      asOf: plainDate(asOf),
      basis: 'reported',
      denominator: 'current-year-plan',
    } as const;
    return Promise.all([
      system.app.get(Summarize).summarize(system.board, query),
      system.app.get(SumFacets).sum(system.board, query),
    ]);
  };

  it.each([
    [AT_HAND, true],
    [AT_HAND + 1, false],
  ])(
    'of %i projects are stored with an approval of one of them: %s; else by the job that it asks for, and right all along',
    async (projects, withApproval) => {
      await approve('2023-06-14', projects, { disbursed: 100 });
      expect([await isSummed(), await wishes()]).toEqual([[true], []]);
      const before = await answers();
      await approve('2023-06-21', 1, { disbursed: 250 });
      expect(await isSummed()).toEqual([withApproval]);
      const asked = await answers();
      expect(asked).not.toEqual(before);
      const open = await wishes();
      expect(open).toHaveLength(withApproval ? 0 : 1);
      // A job may run twice.
      for (const subject of [...open, ...open]) await system.app.get(StoreSums).store(subject);
      expect([await isSummed(), await wishes()]).toEqual([[true], []]);
      expect(await answers()).toEqual(asked);
      const stored = await readDerived(system.data);
      await system.app.get(RebuildPositions).rebuild();
      expect(await readDerived(system.data)).toEqual(stored);
      expect(await answers()).toEqual(asked);
    },
  );

  it('are stored while approvals go on: one that comes meanwhile waits for nothing, and what was stored without it isn’t read', async () => {
    await approve('2023-06-14', AT_HAND + 1, { disbursed: 100 });
    await approve('2023-06-21', 1, { disbursed: 250 });
    const [subject = ''] = await wishes();
    const held = system.data.createQueryRunner();
    await held.startTransaction();
    await held.query('LOCK TABLE capital.standing_sum IN SHARE MODE');
    const storing = system.app.get(StoreSums).store(subject);
    await approve('2023-06-28', 1, { disbursed: 400 });
    await held.commitTransaction();
    await held.release();
    await storing;
    expect(await isSummed()).toEqual([false]);
    const asked = await answers('2023-06-28');
    for (const wish of await wishes()) await system.app.get(StoreSums).store(wish);
    expect([await isSummed(), await wishes()]).toEqual([[true], []]);
    expect(await answers('2023-06-28')).toEqual(asked);
    const stored = await readDerived(system.data);
    await system.app.get(RebuildPositions).rebuild();
    expect(await readDerived(system.data)).toEqual(stored);
  });
});
