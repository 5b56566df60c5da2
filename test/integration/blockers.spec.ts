import {
  ActOnBlocker,
  BlockedProjects,
  type BlockerOnDay,
  ChangeBlocker,
  OpenBlocker,
  SummarizeClearanceAndBlockers,
} from '@thongvon/blockers';
import { plainDate } from '@thongvon/kernel';
import { ApproveReturn, RecheckReturn, SubmitReturn, ViewReturn } from '@thongvon/returns';
import { clearanceReading, notesReading } from '../factories/clearance-reading';
import { disbursementReading } from '../factories/reading';
import { readyReturn, recomputeOpen } from '../support/ready-return';
import { REFUSED, reportedBlockers, ROAD } from '../support/reported-blockers';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('blockers that returns report', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
  });
  afterEach(() => system.close());
  const { approve, table, revert, blockers, only, detail, vanishedIn } = reportedBlockers(() => system);

  describe('a text', () => {
    it('that stands in the notes first and in the clearance table later is one blocker, open since the notes', async () => {
      await approve(notesReading('2023-05-24', { [ROAD]: REFUSED }));
      await table('2023-06-21', {
        blocker: REFUSED,
        responsibleUnit: 'UBND thị trấn Hà Lam',
        due: '2023-06-15',
      });
      expect(await only('2023-06-20')).toMatchObject({ openedOn: '2023-05-24', due: null, state: 'open' });
      expect(await only('2023-06-21')).toMatchObject({
        openedOn: '2023-05-24',
        openedOnEstimated: true,
        due: '2023-06-15',
        daysOverdue: 6,
        state: 'overdue',
      });
      expect(await blockers('2023-05-23')).toEqual([]);
    });

    it('blocks its project, of whose open ones the one due first is shown, as on each day', async () => {
      await table('2023-06-21', { blocker: REFUSED, due: '2023-06-15' });
      const [{ project }] = (await blockers('2023-06-21')) as [BlockerOnDay];
      await system.app.get(OpenBlocker).open(system.board, {
        projectId: project.id,
        segmentId: null,
        description: 'Nhà thầu dừng thi công',
        openedOn: plainDate('2023-06-10'),
      });
      const blocked = system.app.get(BlockedProjects);
      const answered = async (day: string) => [
        await blocked.count(system.finance, plainDate(day)),
        [...(await blocked.firstDue(system.finance, plainDate(day)))],
      ];
      const listed = async (day: string) => {
        const [first, ...later] = await blockers(day, { state: 'open' });
        expect(later.every((one) => one.project.id === first?.project.id)).toBe(true);
        if (!first) return [0, []];
        const { description, due, daysOverdue } = first;
        return [1, [[first.project.id, { description, due, daysOverdue }]]];
      };
      for (const day of ['2023-06-09', '2023-06-10', '2023-06-20', '2023-06-21', '2023-06-23'])
        expect(await answered(day)).toEqual(await listed(day));
      expect(await answered('2023-06-23')).toMatchObject([1, [[project.id, { daysOverdue: 8 }]]]);
      expect(await blocked.count({ ...system.finance, scope: [] }, plainDate('2023-06-23'))).toBe(0);
    });

    it('that stands on two sheets of one workbook is one blocker with both cells behind it', async () => {
      const both = notesReading('2023-06-21', { [ROAD]: REFUSED });
      const clearance = clearanceReading('2023-06-21', { [ROAD]: { blocker: ` ${REFUSED}.` } });
      const id = await approve({
        ...both,
        kinds: ['disbursement', 'land-clearance'],
        sheets: [...both.sheets, ...clearance.sheets],
        landClearance: clearance.landClearance,
      });
      const { history } = await detail((await only('2023-06-21')).id);
      expect(history).toMatchObject([{ type: 'named', source: { returnId: id, sheet: 'G', cell: 'M2' } }]);
    });

    it('that returns with other numbers updates the blocker, and the history keeps both', async () => {
      await table('2023-06-14', { blocker: REFUSED });
      await table('2023-06-21', { blocker: '02 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung' });
      const now = await only('2023-06-21');
      expect(now.description).toMatch(/^02 hộ/);
      expect((await detail(now.id)).history.map(({ on, text }) => [on, text?.slice(0, 5)])).toEqual([
        ['2023-06-14', '04 hộ'],
        ['2023-06-21', '02 hộ'],
      ]);
    });

    it('that is gone asks the sender whether it is solved, and is closed when the sender says so', async () => {
      await table('2023-06-14', { households: 38, blocker: REFUSED });
      const id = await readyReturn(
        system,
        system.board,
        clearanceReading('2023-06-21', { [ROAD]: { households: 38 } }),
      );
      await system.app.get(RecheckReturn).recheck(id);
      const { findings } = await system.app.get(ViewReturn).view(system.board, id);
      const [question] = findings.filter(({ code }) => code === 'RET-BLOCKER-VANISHED');
      expect(question).toMatchObject({ severity: 'question', sheet: 'G', cell: 'M2', value: REFUSED });
      await answer(id, REFUSED, 'solved', 'Các hộ đã nhận tiền ngày 19/6');
      await system.app.get(SubmitReturn).submit(system.board, id);
      await system.app.get(ApproveReturn).approve(system.approver, id);
      await recomputeOpen(system);
      expect(await only('2023-06-21')).toMatchObject({
        state: 'closed',
        closedOn: '2023-06-21',
        closingReason: 'Các hộ đã nhận tiền ngày 19/6',
        capitalHeld: null,
      });
      await revert(id);
      expect(await only('2023-06-21')).toMatchObject({ state: 'open', closedOn: null });
    });

    it('that is gone though the sender says it is still in the way stays open, and can be found', async () => {
      await table('2023-06-14', { households: 38, blocker: REFUSED });
      await table('2023-06-21', { households: 38 });
      expect(await blockers('2023-06-21', { attention: 'unnamed' })).toMatchObject([
        { state: 'open', unnamedSince: '2023-06-21' },
      ]);
      expect(await vanishedIn(clearanceReading('2023-06-23', { [ROAD]: { households: 38 } }))).toEqual([]);
    });

    it('is not asked for of a table that has no place for it, nor of projects that are not listed', async () => {
      await table('2023-06-14', { blocker: REFUSED });
      const disbursed = disbursementReading('2023-06-21', { [ROAD]: [{ disbursed: 5 }] });
      expect(await vanishedIn(disbursed)).toEqual([]);
      expect(await vanishedIn(notesReading('2023-06-21', { '7000002': null }))).toEqual([]);
      expect(await vanishedIn(notesReading('2023-06-21', { [ROAD]: null }))).toEqual([REFUSED]);
    });

    it('that comes back after the blocker was closed reopens it', async () => {
      await table('2023-06-07', { blocker: REFUSED });
      const { id } = await only('2023-06-07');
      const act = system.app.get(ActOnBlocker);
      await act.close(system.board, id, {
        text: 'Đã nhận tiền',
        on: plainDate('2023-06-14'),
        evidence: 'BB 12/BB-UBND',
      });
      expect(await only('2023-06-14')).toMatchObject({ state: 'closed', evidence: 'BB 12/BB-UBND' });
      await table('2023-06-21', { blocker: REFUSED });
      expect(await blockers('2023-06-21', { attention: 'reopened' })).toMatchObject([
        { id, state: 'open', reopened: 1 },
      ]);
    });
  });

  describe('a reverted return', () => {
    it('takes its blockers back, and they are the same again when the table is sent anew', async () => {
      const first = await table('2023-06-14', { blocker: REFUSED });
      const { id } = await only('2023-06-14');
      await system.app.get(ChangeBlocker).change(system.board, id, { cause: 'payment-refused' });
      await revert(first);
      expect(await blockers('2023-06-21')).toEqual([]);
      await expect(detail(id)).rejects.toMatchObject({ code: 'BLOCKER-NOT-FOUND' });
      await table('2023-06-14', { blocker: REFUSED });
      expect(await only('2023-06-21')).toMatchObject({ id, cause: 'payment-refused' });
    });

    it('takes its progress back, and what it had replaced counts again', async () => {
      await table('2023-06-14', { households: 38, handedOver: 30 });
      const second = await table('2023-06-14', { households: 38, handedOver: 31 });
      const clearance = system.app.get(SummarizeClearanceAndBlockers);
      const on = plainDate('2023-06-21');
      expect(await clearance.execute(system.finance, on)).toMatchObject({ handedOver: 31 });
      await revert(second);
      expect(await clearance.execute(system.finance, on)).toMatchObject({ projects: 1, handedOver: 30 });
    });

    it('of a later date leaves what the one before said', async () => {
      await approve(notesReading('2023-06-07', { [ROAD]: REFUSED }));
      const later = await approve(notesReading('2023-06-14', { [ROAD]: `${REFUSED}, 02 hộ đi vắng` }));
      await revert(later);
      expect(await only('2023-06-21')).toMatchObject({ description: REFUSED, openedOn: '2023-06-07' });
    });
  });

  it('opened from a remark of a mixed column goes on being named by its words, and is not reopened by them', async () => {
    const WAITS = 'Đang bổ sung hồ sơ';
    await table('2023-06-07', {});
    const [{ id: projectId } = { id: '' }] = await system.data.query<{ id: string }[]>(
      `SELECT id FROM projects.project WHERE code = $1`,
      [ROAD],
    );
    await approve(notesReading('2023-06-14', { [ROAD]: WAITS }));
    expect(await blockers('2023-06-14')).toEqual([]);
    await system.app.get(OpenBlocker).open(system.board, {
      projectId,
      segmentId: null,
      description: WAITS,
      openedOn: plainDate('2023-06-15'),
    });
    await approve(notesReading('2023-06-21', { [ROAD]: WAITS }));
    expect(await vanishedIn(notesReading('2023-06-22', { [ROAD]: null }))).toEqual([WAITS]);
    const { id } = await only('2023-06-21');
    await system.app.get(ActOnBlocker).close(system.board, id, { text: 'Đã đủ hồ sơ' });
    await approve(notesReading('2023-06-23', { [ROAD]: WAITS }));
    expect(await blockers('2023-06-23')).toMatchObject([{ id, state: 'closed', reopened: 0 }]);
  });

  async function answer(id: string, asked: string, value: string, reason: string): Promise<void> {
    await system.data.query(`UPDATE returns.return SET answers = $2 WHERE id = $1`, [
      id,
      JSON.stringify([{ code: 'RET-BLOCKER-VANISHED', sheet: 'G', cell: 'M2', asked, value, reason }]),
    ]);
    await system.app.get(RecheckReturn).recheck(id);
  }
});
