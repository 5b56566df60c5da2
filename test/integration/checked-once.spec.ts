import { AbstractLogger } from 'typeorm';
import { plainDate } from '@thongvon/kernel';
import { EnsureOrganization } from '@thongvon/organizations';
import { ChangeProject } from '@thongvon/projects';
import { ApproveReturn, RecheckReturn, SubmitReturn } from '@thongvon/returns';
import { clearanceReading, notesReading } from '../factories/clearance-reading';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

/** Rows that are never changed, found by way of rows that are: nothing new is seen through them alone. */
const UNCHANGING = ['capital.figure', 'land_clearance.clearance_figure'];
/** Changed only in a transaction that changes which returns count, or what is derived of them: that is noted. */
const WITH_NOTED = [
  'returns.return_effect',
  'capital.allocation',
  'capital.decision',
  'projects.capital_source',
  'platform.work_intent',
];
/** What belongs to the return itself, and what tells of changes. */
const OWN = ['returns.return_reading', 'returns.ledger_change'];

class KeepsQueries extends AbstractLogger {
  readonly kept = new Set<string>();

  override logQuery(query: string): void {
    this.kept.add(query);
  }

  protected override writeLog(): void {
    // Nothing is to be said.
  }
}

describe('a return that was checked', () => {
  let system: TestSystem;
  let id: string;
  beforeEach(async () => {
    system = await startTestSystem();
    const plan = planReading(
      { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
      { '7000001': { tinh: 600 } },
    );
    await approveReady(system, system.finance, await readyReturn(system, system.finance, plan));
    id = await ready('2023-06-14', 300);
    await looksAgain();
  });
  afterEach(() => system.close());

  const ready = (asOf: string, disbursed: number): Promise<string> =>
    readyReturn(system, system.board, disbursementReading(asOf, { '7000001': [{ disbursed }] }));
  /** Whether another look opens the return, or finds that it need not. */
  const looksAgain = async (): Promise<boolean> =>
    (await system.app.get(RecheckReturn).recheck(id))?.stored !== undefined;
  const projectId = async (): Promise<string> =>
    (await system.data.query<{ id: string }[]>('SELECT id FROM projects.project'))[0]?.id ?? '';

  it("isn't checked again while nothing has changed that a check reads, whatever else happens", async () => {
    expect(await looksAgain()).toBe(false);
    await system.app.get(SubmitReturn).submit(system.board, await ready('2023-06-21', 310));
    expect(await looksAgain()).toBe(false);
    await system.app.get(SubmitReturn).submit(system.board, id);
    expect(await looksAgain()).toBe(false);
    await system.app.get(ApproveReturn).approve(system.approver, id);
  });

  const CHANGES: Record<string, () => Promise<unknown>> = {
    'a return is approved': async () => {
      const other = await ready('2023-06-07', 200);
      await system.app.get(SubmitReturn).submit(system.board, other);
      await system.app.get(ApproveReturn).approve(system.approver, other);
      expect(await looksAgain()).toBe(true);
      expect(await looksAgain()).toBe(false);
      // What it changed is derived later.
      await recomputeOpen(system);
    },
    'a project of the register is corrected': async () =>
      system.app.get(ChangeProject).change(system.finance, await projectId(), { commune: 'Bình An' }),
    'an office is founded': () =>
      system.app
        .get(EnsureOrganization)
        .run({ name: 'UBND xã Thử', kind: 'commune', effectiveFrom: '2023-01-01' }),
    'its sender gets another role': () =>
      system.data.query(`UPDATE organizations.user_account SET role = 'leader' WHERE id = $1`, [
        system.board.userId,
      ]),
    'its questions are answered': () =>
      system.data.query(`UPDATE returns.return SET answers = '[{}]' WHERE id = $1`, [id]),
    'other code is installed': () =>
      system.data.query(`UPDATE returns.return_reading SET checked_by = replace(checked_by, ' ', ' x')`),
    'the database is a copy in another cluster': () =>
      system.data.query(`UPDATE returns.return_reading SET checked_by = '7' || checked_by`),
  };
  it.each(Object.keys(CHANGES))('is checked again once %s', async (change) => {
    expect(await looksAgain()).toBe(false);
    await CHANGES[change]?.();
    expect(await looksAgain()).toBe(true);
    expect(await looksAgain()).toBe(false);
  });

  it('is checked again on another day', async () => {
    const tomorrow = new Date('2023-06-02T02:00:00Z');
    expect(await system.clock.at(tomorrow, looksAgain)).toBe(true);
    expect(await system.clock.at(tomorrow, looksAgain)).toBe(false);
  });

  it('is checked again after a change that was under way when it was checked, and not after one that was given up', async () => {
    for (const end of ['COMMIT', 'ROLLBACK']) {
      const other = system.data.createQueryRunner();
      await other.query('BEGIN');
      await other.query(`UPDATE projects.project SET commune = $1`, [end]);
      // Changes of the register that were committed meanwhile have another number, and may be lower or higher.
      await system.data.query(`UPDATE returns.office_profile SET answers = answers`);
      expect(await looksAgain()).toBe(true);
      expect(await looksAgain()).toBe(false);
      await other.query(end);
      await other.release();
      expect(await looksAgain()).toBe(end === 'COMMIT');
      expect(await looksAgain()).toBe(false);
    }
  });

  it('reads nothing of which a change would not be noted', async () => {
    const road = '7000001';
    const table = clearanceReading('2023-06-07', { [road]: { households: 38, blocker: 'Vướng 02 hộ dân' } });
    await approveReady(system, system.board, await readyReturn(system, system.board, table));
    const decision = { number: '2/QĐ', date: '2023-06-05', mode: 'adjustment' } as const;
    const all = {
      ...notesReading('2023-06-28', { [road]: 'Vướng 02 hộ dân chưa nhận tiền' }),
      allocations: planReading(decision, { [road]: { tinh: 1 } }).allocations,
      decision: { ...decision, date: plainDate(decision.date) },
      landClearance: clearanceReading('2023-06-28', { [road]: { households: 38 } }).landClearance,
      kinds: ['plan', 'disbursement', 'land-clearance'] as const,
    };
    id = await readyReturn(system, system.finance, { ...all, kinds: [...all.kinds] });
    const logger = new KeepsQueries(['query']);
    system.data.setOptions({ logger, logging: ['query'] });
    await looksAgain();
    const selects = [...logger.kept].filter((sql) => /^\s*(?:SELECT|WITH)\b/.test(sql));
    const read = new Set<string>();
    for (const sql of selects) {
      const plan = await system.data.query<object[]>(`EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) ${sql}`);
      for (const [, name, schema] of JSON.stringify(plan).matchAll(
        /"Relation Name":"(\w+)","Schema":"(\w+)"/g,
      ))
        read.add(`${schema}.${name}`);
    }
    const noted = await system.data.query<{ name: string }[]>(
      `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'noted' AND tgenabled = 'O'`,
    );
    const names = noted.map(({ name }) => name);
    expect([...read]).toEqual(
      expect.arrayContaining([
        'capital.plan_position',
        'capital.disbursement_position',
        'blockers.blocker_merger',
      ]),
    );
    expect(
      [...read].filter((name) => ![...names, ...UNCHANGING, ...WITH_NOTED, ...OWN].includes(name)),
    ).toEqual([]);
  });
});
