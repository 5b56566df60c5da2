import fc from 'fast-check';
import { ActOnBlocker, MergeBlockers, RebuildBlockers } from '@thongvon/blockers';
import { plainDate } from '@thongvon/kernel';
import { RebuildProgress } from '@thongvon/land-clearance';
import { notesReading } from '../factories/clearance-reading';
import { longRun, PATIENCE } from '../long/long-run';
import { REFUSED, reportedBlockers } from '../support/reported-blockers';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('blockers and progress that are derived step by step', () => {
  let system: TestSystem;
  /** The code of the project that is reported of: another one in each run. */
  let road = '';
  let run = 0;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
  });
  afterEach(() => system.close());
  const { approve, table, revert, blockers } = reportedBlockers(
    () => system,
    () => road,
  );

  it(
    'agrees with a full rebuild, whatever happens',
    async () => {
      const texts = fc.constantFrom(REFUSED, 'Chưa di dời đường điện 22kV', '02 hộ không nhận tiền');
      const date = fc.constantFrom('2023-05-31', '2023-06-07', '2023-06-14', '2023-06-21');
      const action = fc.oneof(
        fc.record({
          type: fc.constant('table' as const),
          date,
          row: fc.record(
            { blocker: fc.option(texts), handedOver: fc.nat(20), due: date },
            { requiredKeys: ['blocker'] },
          ),
        }),
        fc.record({ type: fc.constant('notes' as const), date, note: fc.option(texts) }),
        fc.record({ type: fc.constant('revert' as const), which: fc.nat() }),
        fc.record({ type: fc.constant('close' as const), date }),
        fc.record({ type: fc.constant('merge' as const) }),
      );
      const { runs, seed, report } = longRun('blockers of random histories', 6, 200);
      await fc.assert(
        fc.asyncProperty(fc.array(action, { minLength: 2, maxLength: 7 }), async (actions) => {
          road = `71${String((run += 1)).padStart(5, '0')}`;
          const approved: string[] = [];
          for (const given of actions) {
            if (given.type === 'table') approved.push(await table(given.date, given.row));
            else if (given.type === 'notes')
              approved.push(await approve(notesReading(given.date, { [road]: given.note })));
            else if (given.type === 'revert') {
              const [id] = approved.splice(given.which % Math.max(approved.length, 1), 1);
              if (id !== undefined) await revert(id);
            } else if (given.type === 'merge') await mergeFirst();
            else await closeFirst(given.date);
          }
          const step = await derived();
          await system.app.get(RebuildProgress).rebuild();
          await system.app.get(RebuildBlockers).rebuild();
          expect(step).toEqual(await derived());
        }),
        { numRuns: runs, seed, endOnFailure: true },
      );
      report({ 'as rebuilt': runs });
    },
    PATIENCE,
  );

  async function closeFirst(on: string): Promise<void> {
    const [found] = await blockers('2023-06-23', { state: 'open', q: road });
    if (!found) return;
    const closing = system.app
      .get(ActOnBlocker)
      .close(system.board, found.id, { text: 'xong', on: plainDate(on) });
    await closing.catch((error: unknown) => expect(error).toMatchObject({ status: 422 }));
  }

  async function mergeFirst(): Promise<void> {
    const [one, other] = await blockers('2023-06-23', { q: road });
    if (one && other) await system.app.get(MergeBlockers).merge(system.board, one.id, other.id, 'là một');
  }

  async function derived(): Promise<unknown[]> {
    return [
      await system.data.query<object[]>(
        'SELECT * FROM land_clearance.clearance_position ORDER BY project_id, measure, valid_from',
      ),
      await system.data.query<object[]>(
        'SELECT * FROM blockers.blocker_position ORDER BY blocker_id, valid_from',
      ),
    ];
  }
});
