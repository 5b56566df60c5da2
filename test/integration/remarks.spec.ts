import { randomUUID } from 'node:crypto';
import type { ProjectRemarkView } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { DecideRemark, OpenBlocker, ViewProjectPage } from '@thongvon/blockers';
import { migrate } from '@thongvon/platform';
import type { Reading } from '@thongvon/return-reader';
import { RevertReturn } from '@thongvon/returns';
import { clearanceReading, notesReading } from '../factories/clearance-reading';
import { approveReady, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';
import { undoRooms } from '../support/undo-migrations';

const WAITS = 'Đang bổ sung hồ sơ';
const CODE = '7000001';
const PAGE = { planYear: 2023, denominator: 'current-year-plan', asOf: plainDate('2023-06-23') } as const;

/** A clearance table whose notes, in column O, say this of the project. */
function noting(asOf: string, note: string): Reading {
  const reading = clearanceReading(asOf, { [CODE]: { households: 5, note } });
  return {
    ...reading,
    landClearance: reading.landClearance.map((row) => ({
      ...row,
      cells: { ...row.cells, note: { sheet: 'G', cell: 'O2' } },
    })),
  };
}

describe('remarks of clearance and disbursement tables', () => {
  let system: TestSystem;
  let returnId: string;
  let projectId: string;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
    returnId = await approve('2023-06-14', WAITS);
    const [project] = await system.data.query<{ id: string }[]>(
      `SELECT id FROM projects.project WHERE code = $1`,
      [CODE],
    );
    projectId = project?.id ?? '';
  });
  afterEach(() => system.close());

  async function approve(asOf: string, note: string): Promise<string> {
    const id = await readyReturn(system, system.board, noting(asOf, note));
    await approveReady(system, system.board, id);
    return id;
  }
  const onPage = async (): Promise<readonly ProjectRemarkView[]> =>
    (await system.app.get(ViewProjectPage).view(system.finance, projectId, PAGE)).remarks;
  const say = (type: 'declined' | 'reconsidered', from = returnId) =>
    system.app
      .get(DecideRemark)
      .execute(system.finance, { projectId, type, source: { returnId: from, sheet: 'G', cell: 'O2' } });
  const open = () =>
    system.app.get(OpenBlocker).open(system.board, {
      projectId,
      segmentId: null,
      description: WAITS,
      source: { returnId, sheet: 'G', cell: 'O2' },
    });
  const decisions = (): Promise<object[]> =>
    system.data.query<object[]>(`SELECT type FROM blockers.remark_decision ORDER BY id`);

  it('are decided on once, however many people do so at the same time', async () => {
    // With connections at hand, so that nobody waits for one.
    await Promise.all([1, 2, 3].map(() => system.data.query(`SELECT pg_sleep(0.1)`)));
    await Promise.all([say('declined'), say('declined'), say('declined')]);
    expect(await decisions()).toEqual([{ type: 'declined' }]);
    const opened = await Promise.allSettled([open(), open(), open()]);
    expect(opened.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await decisions()).toEqual([{ type: 'declined' }, { type: 'accepted' }]);
    expect(await system.data.query(`SELECT FROM blockers.blocker`)).toHaveLength(1);
  });

  it('can be decided on in no other order, nor be changed, in the database either', async () => {
    await say('declined');
    const insert = (type: string, blockerId: string | null = null) =>
      system.data.query(
        `INSERT INTO blockers.remark_decision (project_id, remark_key, type, text, return_id, sheet, cell, blocker_id, actor_id, recorded_at)
         SELECT project_id, remark_key, $1, text, return_id, sheet, cell, $2, actor_id, recorded_at FROM blockers.remark_decision LIMIT 1`,
        [type, blockerId],
      );
    await expect(insert('declined')).rejects.toMatchObject({ code: '23514' });
    await open();
    await expect(insert('reconsidered')).rejects.toMatchObject({ code: '23514' });
    await expect(insert('accepted', randomUUID())).rejects.toMatchObject({ code: '23514' });
    await expect(system.data.query(`DELETE FROM blockers.remark_decision`)).rejects.toThrow();
    await expect(system.data.query(`UPDATE blockers.reported_remark SET text = ''`)).rejects.toThrow();
  });

  it('count while their return does, and until the next one leaves them out', async () => {
    expect(await onPage()).toMatchObject([{ text: WAITS, state: 'proposed', asOf: '2023-06-14' }]);
    const later = await approve('2023-06-21', 'Không');
    expect(await onPage()).toEqual([]);
    await system.app.get(RevertReturn).revert(system.approver, later, 'a slip');
    await recomputeOpen(system);
    expect(await onPage()).toHaveLength(1);
    await system.app.get(RevertReturn).revert(system.approver, returnId, 'a slip');
    await recomputeOpen(system);
    expect(await onPage()).toEqual([]);
    await expect(say('declined')).rejects.toMatchObject({ code: 'REMARK-UNKNOWN' });
  });

  it('of a column of notes in a disbursement table are proposed, one for obstacles and notes opens what speaks of one', async () => {
    const codes = ['7000002', '7000003'] as const;
    const idOf = async (code: string) => {
      const [found] = await system.data.query<{ id: string }[]>(
        `SELECT id FROM projects.project WHERE code = $1`,
        [code],
      );
      return found?.id ?? '';
    };
    const remarksOf = async (code: string) =>
      (await system.app.get(ViewProjectPage).view(system.finance, await idOf(code), PAGE)).remarks;
    const opened = (): Promise<object[]> =>
      system.data.query<object[]>(
        `SELECT p.code FROM blockers.blocker_position b JOIN projects.project p ON p.id = b.project_id WHERE b.valid_to = 'infinity' AND b.open`,
      );
    const [waits, refused] = codes;
    const notes = { [waits]: WAITS, [refused]: '04 hộ không nhận tiền' };
    const first = await readyReturn(system, system.board, notesReading('2023-06-07', notes, 'Ghi chú'));
    await approveReady(system, system.board, first);
    expect(await opened()).toEqual([]);
    expect(await remarksOf(waits)).toMatchObject([
      { text: WAITS, state: 'proposed', source: { cell: 'M2' } },
    ]);
    expect(await remarksOf(refused)).toMatchObject([{ text: '04 hộ không nhận tiền', state: 'proposed' }]);

    const second = await readyReturn(system, system.board, notesReading('2023-06-14', notes));
    await approveReady(system, system.board, second);
    expect(await opened()).toEqual([{ code: refused }]);
    expect(await remarksOf(waits)).toMatchObject([{ text: WAITS, asOf: '2023-06-14' }]);
    expect(await remarksOf(refused)).toEqual([]);
  });

  it('that were approved before the upgrade are proposed after it', async () => {
    const before = await onPage();
    // Back to before rooms.
    await undoRooms(system.data);
    await system.data.query(
      `DROP TABLE remark_decision, reported_remark; DROP FUNCTION remark_decision_follows;
       DELETE FROM schema_migration WHERE name LIKE 'RemarkDecisions%'`,
    );
    await migrate(String(Reflect.get(system.data.options, 'url')));
    expect(before).toHaveLength(1);
    expect(await onPage()).toEqual(before);
  });
});
