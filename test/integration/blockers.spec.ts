import fc from 'fast-check';
import { plainDate } from '@thongvon/kernel';
import {
  ActOnBlocker,
  BlockedProjects,
  type BlockerOnDay,
  type BlockerWithHistory,
  ChangeBlocker,
  ListBlockers,
  MergeBlockers,
  OpenBlocker,
  RebuildBlockers,
  SummarizeBlockers,
  SummarizeClearanceAndBlockers,
  ViewBlocker,
} from '@thongvon/blockers';
import { RebuildProgress } from '@thongvon/land-clearance';
import type { Reading } from '@thongvon/return-reader';
import { ApproveReturn, RecheckReturn, RevertReturn, SubmitReturn, ViewReturn } from '@thongvon/returns';
import { clearanceReading, notesReading, type ClearanceRow } from '../factories/clearance-reading';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn, recomputeOpen } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const REFUSED = '04 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung';
const DEFAULTS = { planYear: 2023, denominator: 'current-year-plan' } as const;

describe('blockers reported by returns and done about by people', () => {
  let system: TestSystem;
  /** The code of the project that is reported of. */
  let road = '7000001';
  let run = 0;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
  });
  afterEach(() => system.close());

  async function approve(reading: Reading): Promise<string> {
    const sender = reading.kinds.includes('plan') ? system.finance : system.board;
    const id = await readyReturn(system, sender, reading);
    await approveReady(system, sender, id);
    return id;
  }
  const table = (asOf: string, row: ClearanceRow): Promise<string> =>
    approve(clearanceReading(asOf, { [road]: row }));
  async function revert(id: string): Promise<void> {
    await system.app.get(RevertReturn).revert(system.approver, id, 'a slip');
    await recomputeOpen(system);
  }
  async function blockers(asOf: string, more: object = {}): Promise<readonly BlockerOnDay[]> {
    const query = { ...DEFAULTS, asOf: plainDate(asOf), limit: 100, ...more };
    return (await system.app.get(ListBlockers).list(system.finance, query)).items;
  }
  async function only(asOf: string): Promise<BlockerOnDay> {
    const [found, ...others] = await blockers(asOf);
    if (!found || others.length > 0)
      throw new Error(`${others.length + Number(found !== undefined)} blockers`);
    return found;
  }
  const detail = (id: string): Promise<BlockerWithHistory> =>
    system.app.get(ViewBlocker).view(system.board, id, { ...DEFAULTS, asOf: plainDate('2023-06-23') });

  describe('a text', () => {
    it('that stands in the notes first and in the clearance table later is one blocker, open since the notes', async () => {
      await approve(notesReading('2023-05-24', { [road]: REFUSED }));
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
        await blocked.ids(system.finance, plainDate(day)),
        [...(await blocked.firstDue(system.finance, plainDate(day)))],
      ];
      const listed = async (day: string) => {
        const [first, ...later] = await blockers(day, { state: 'open' });
        expect(later.every((one) => one.project.id === first?.project.id)).toBe(true);
        if (!first) return [[], []];
        const { description, due, daysOverdue } = first;
        return [[first.project.id], [[first.project.id, { description, due, daysOverdue }]]];
      };
      for (const day of ['2023-06-09', '2023-06-10', '2023-06-20', '2023-06-21', '2023-06-23'])
        expect(await answered(day)).toEqual(await listed(day));
      expect(await answered('2023-06-23')).toMatchObject([[project.id], [[project.id, { daysOverdue: 8 }]]]);
      expect(await blocked.ids({ ...system.finance, scope: [] }, plainDate('2023-06-23'))).toEqual([]);
    });

    it('that stands on two sheets of one workbook is one blocker with both cells behind it', async () => {
      const both = notesReading('2023-06-21', { [road]: REFUSED });
      const clearance = clearanceReading('2023-06-21', { [road]: { blocker: ` ${REFUSED}.` } });
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
        clearanceReading('2023-06-21', { [road]: { households: 38 } }),
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
      expect(await vanishedIn(clearanceReading('2023-06-23', { [road]: { households: 38 } }))).toEqual([]);
    });

    it('is not asked for of a table that has no place for it, nor of projects that are not listed', async () => {
      await table('2023-06-14', { blocker: REFUSED });
      const disbursed = disbursementReading('2023-06-21', { [road]: [{ disbursed: 5 }] });
      expect(await vanishedIn(disbursed)).toEqual([]);
      expect(await vanishedIn(notesReading('2023-06-21', { '7000002': null }))).toEqual([]);
      expect(await vanishedIn(notesReading('2023-06-21', { [road]: null }))).toEqual([REFUSED]);
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
      await approve(notesReading('2023-06-07', { [road]: REFUSED }));
      const later = await approve(notesReading('2023-06-14', { [road]: `${REFUSED}, 02 hộ đi vắng` }));
      await revert(later);
      expect(await only('2023-06-21')).toMatchObject({ description: REFUSED, openedOn: '2023-06-07' });
    });
  });

  describe('two that people find to be one', () => {
    const OTHER = 'Người dân chưa chịu nhận kinh phí bồi thường';
    const today = plainDate('2023-06-23');

    async function merged(): Promise<{ kept: string; gone: string }> {
      await approve(notesReading('2023-06-07', { [road]: OTHER }));
      await table('2023-06-14', { blocker: REFUSED, due: '2023-06-30' });
      const [kept] = await blockers('2023-06-14', { q: 'khong nhan tien' });
      const [gone] = await blockers('2023-06-14', { q: 'chiu nhan kinh phi' });
      const ids = { kept: kept?.id ?? '', gone: gone?.id ?? '' };
      await system.app.get(MergeBlockers).merge(system.board, ids.gone, ids.kept, 'Cùng một việc');
      return ids;
    }

    it('are one from then on, with both histories, and open since the first of them', async () => {
      const { kept, gone } = await merged();
      expect(await only('2023-06-14')).toMatchObject({
        id: kept,
        openedOn: '2023-06-07',
        description: REFUSED,
        due: '2023-06-30',
      });
      expect(await only('2023-06-07')).toMatchObject({ id: kept, description: OTHER });
      const { history, merged: from, id } = await detail(gone);
      expect(id).toBe(kept);
      expect(history.map(({ type, text }) => [type, text])).toEqual([
        ['named', OTHER],
        ['named', REFUSED],
        ['unnamed', 'so it is'],
      ]);
      expect(from).toMatchObject([{ id: gone, description: OTHER, reason: 'Cùng một việc' }]);
    });

    it('are named by the words of either, and asked for once when both are gone', async () => {
      const { kept } = await merged();
      await approve(notesReading('2023-06-21', { [road]: OTHER }));
      expect(await only('2023-06-21')).toMatchObject({ id: kept, unnamedSince: null });
      const silent = notesReading('2023-06-22', { [road]: null });
      expect(await vanishedIn(silent)).toHaveLength(1);
      await approve(silent);
      expect(await only('2023-06-22')).toMatchObject({ id: kept, unnamedSince: '2023-06-22' });
      expect(await vanishedIn(notesReading('2023-06-23', { [road]: null }))).toEqual([]);
    });

    it('are acted on as one, and apart again when people take it back', async () => {
      const { kept, gone } = await merged();
      await system.app.get(ActOnBlocker).act(system.board, gone, 'reminder', { text: 'Nhắc lần 1' });
      expect(await only('2023-06-23')).toMatchObject({ id: kept, lastAction: { text: 'Nhắc lần 1' } });
      await system.app.get(MergeBlockers).separate(system.board, gone, 'Hai việc khác nhau');
      expect((await blockers('2023-06-23')).map(({ id, openedOn }) => [id, openedOn])).toEqual([
        [kept, '2023-06-14'],
        [gone, '2023-06-07'],
      ]);
      expect((await detail(gone)).merged).toEqual([]);
    });

    it('can not be one with itself, with one of another project, or in a circle', async () => {
      const { kept, gone } = await merged();
      const merging = system.app.get(MergeBlockers);
      const [{ id: projectId } = { id: '' }] = await system.data.query<{ id: string }[]>(
        `INSERT INTO projects.project (name, name_key, kind, registered_by, created_at)
         VALUES ('Cầu B', 'cau b', 'bridge', $1, now()) RETURNING id`,
        [system.board.organizationId],
      );
      const bridge = await system.app
        .get(OpenBlocker)
        .open(system.board, { projectId, segmentId: null, description: REFUSED, openedOn: today });
      await expect(merging.merge(system.board, kept, kept, 'x')).rejects.toMatchObject({
        code: 'BLOCKER-ITSELF',
      });
      await expect(merging.merge(system.board, bridge, kept, 'x')).rejects.toMatchObject({
        code: 'BLOCKERS-OF-TWO-PROJECTS',
      });
      await merging.merge(system.board, kept, gone, 'x');
      expect((await detail(kept)).id).toBe(kept);
    });
  });

  describe('the capital held', () => {
    const PLAN = planReading(
      { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
      { [road]: { tinh: 1000 } },
    );

    it('is plan less disbursed, and unknown with a reason while either is', async () => {
      await table('2023-06-07', { blocker: REFUSED });
      expect(await only('2023-06-07')).toMatchObject({
        capitalHeld: null,
        capitalHeldBasis: { reason: 'no-plan' },
      });
      await approve(PLAN);
      expect(await only('2023-06-07')).toMatchObject({
        capitalHeld: null,
        capitalHeldBasis: { planned: 1000n, disbursed: null, reason: 'not-reported' },
      });
      await approve(disbursementReading('2023-06-14', { [road]: [{ disbursed: 300 }] }));
      expect(await only('2023-06-14')).toMatchObject({
        capitalHeld: 700n,
        capitalHeldBasis: {
          planned: 1000n,
          disbursed: 300n,
          figureAsOf: '2023-06-14',
          method: 'plan-less-disbursed',
        },
      });
    });

    it('is what a person set with a reason, and never counts a project twice in a total', async () => {
      await approve(PLAN);
      await approve(disbursementReading('2023-06-14', { [road]: [{ disbursed: 300 }] }));
      await table('2023-06-14', { blocker: REFUSED });
      const { id, project } = await only('2023-06-14');
      const change = system.app.get(ChangeBlocker);
      await expect(change.change(system.board, id, { capitalHeld: '50' })).rejects.toMatchObject({
        code: 'HELD-WITHOUT-REASON',
      });
      await change.change(system.board, id, { capitalHeld: '50' }, 'Chỉ đoạn cuối tuyến');
      await system.app.get(OpenBlocker).open(system.board, {
        projectId: project.id,
        segmentId: null,
        description: 'Nhà thầu dừng thi công',
        openedOn: plainDate('2023-06-10'),
      });
      const today = plainDate('2023-06-23');
      const total = await system.app
        .get(SummarizeBlockers)
        .summarize(system.finance, { ...DEFAULTS, asOf: today, groupBy: 'cause' });
      expect(total).toMatchObject({
        blockers: 2,
        projects: 1,
        capitalHeld: '700',
        groups: [{ key: 'unclassified' }],
      });
      const likely = await system.app
        .get(SummarizeBlockers)
        .summarize(system.finance, { ...DEFAULTS, asOf: today, groupBy: 'likelyCause' });
      expect(likely.groups).toMatchObject([
        { key: 'contractor', suggested: true, blockers: 1 },
        { key: 'payment-refused', suggested: true, blockers: 1 },
      ]);
      await change.change(system.board, id, { cause: 'payment-refused' });
      const confirmed = await system.app
        .get(SummarizeBlockers)
        .summarize(system.finance, { ...DEFAULTS, asOf: today, groupBy: 'likelyCause' });
      expect(confirmed.groups).toContainEqual(
        expect.objectContaining({ key: 'payment-refused', suggested: false, blockers: 1 }),
      );
      expect(await blockers('2023-06-23', { sort: 'capitalHeld' })).toMatchObject([
        { capitalHeld: 700n, openedOnEstimated: false, capitalHeldBasis: { sharedWith: 1 } },
        {
          id,
          capitalHeld: 50n,
          capitalHeldBasis: { method: 'set-by-person', setReason: 'Chỉ đoạn cuối tuyến' },
        },
      ]);
    });
  });

  it('are found by what deserves a look: due this week, long without action, without a confirmed cause', async () => {
    await table('2023-06-07', { blocker: REFUSED, due: '2023-06-26' });
    const { id } = await only('2023-06-23');
    const found = async (attention: string, more: object = {}): Promise<string[]> =>
      (await blockers('2023-06-23', { attention, ...more })).map((blocker) => blocker.id);
    expect(await found('due-soon')).toEqual([id]);
    expect(await blockers('2023-06-18', { attention: 'due-soon' })).toEqual([]);
    expect(await found('no-action')).toEqual([id]);
    expect(await found('no-action', { idleDays: 17 })).toEqual([]);
    expect(await found('unclassified')).toEqual([id]);
    await system.app.get(ActOnBlocker).act(system.board, id, 'work', { text: 'Đối thoại' });
    await system.app.get(ChangeBlocker).change(system.board, id, { cause: 'payment-refused' });
    expect([...(await found('no-action')), ...(await found('unclassified'))]).toEqual([]);
    expect(await found('due-soon')).toEqual([id]);
    await system.app.get(ActOnBlocker).close(system.board, id, { text: 'Đã nhận tiền' });
    expect(await found('due-soon')).toEqual([]);
  });

  it('cannot be closed before the day on which a return still names it, nor changed once its history is written', async () => {
    await table('2023-06-14', { blocker: REFUSED });
    const { id } = await only('2023-06-14');
    const act = system.app.get(ActOnBlocker);
    await expect(
      act.close(system.board, id, { text: 'xong', on: plainDate('2023-06-10') }),
    ).rejects.toMatchObject({
      code: 'CLOSED-BEFORE-NAMED',
    });
    await expect(
      act.close(system.board, id, { text: 'xong', on: plainDate('2023-07-10') }),
    ).rejects.toMatchObject({
      code: 'DATE-IN-FUTURE',
    });
    await act.act(system.board, id, 'reminder', { text: 'Nhắc lần 1' });
    for (const ledger of ['blockers.blocker', 'blockers.blocker_mention', 'blockers.blocker_action']) {
      await expect(system.data.query(`DELETE FROM ${ledger}`)).rejects.toThrow(/append-only/);
    }
  });

  it('is not due before it began, and says something, whoever writes it and wherever', async () => {
    await table('2023-06-21', { blocker: REFUSED, due: '2023-05-31' });
    const { id, project } = await only('2023-06-21');
    const change = system.app.get(ChangeBlocker);
    const open = (more: { description?: string; due?: string; openedOn?: string }) =>
      system.app.get(OpenBlocker).open(system.board, {
        ...{ projectId: project.id, segmentId: null, description: more.description ?? 'Chưa có mặt bằng' },
        ...(more.due === undefined ? {} : { due: plainDate(more.due) }),
        ...(more.openedOn === undefined ? {} : { openedOn: plainDate(more.openedOn) }),
      });
    const tooEarly = { code: 'DUE-BEFORE-OPENED', status: 422 };
    await expect(open({ due: '2023-06-22' })).rejects.toMatchObject(tooEarly);
    await expect(open({ due: '2023-06-09', openedOn: '2023-06-10' })).rejects.toMatchObject(tooEarly);
    // Nobody has said yet when the reported one began; once somebody has, its due date is held against that.
    await change.change(system.board, id, { due: plainDate('2023-06-01') });
    await expect(
      change.change(system.board, id, { openedOn: plainDate('2023-06-10') }),
    ).rejects.toMatchObject(tooEarly);
    await change.change(system.board, id, { openedOn: plainDate('2023-05-10') });
    await expect(change.change(system.board, id, { due: plainDate('2023-05-09') })).rejects.toMatchObject(
      tooEarly,
    );
    await change.change(system.board, id, { due: plainDate('2023-05-10') });

    const acting = system.app.get(ActOnBlocker);
    for (const blank of [' ', '\t\n', '\u00a0\u200b\u2060', '...', '—']) {
      const refused = { code: 'TEXT-BLANK', status: 422 };
      await expect(open({ description: blank })).rejects.toMatchObject(refused);
      await expect(change.change(system.board, id, { description: blank })).rejects.toMatchObject(refused);
      await expect(change.change(system.board, id, { responsibleUnit: blank })).rejects.toMatchObject(
        refused,
      );
      await expect(acting.act(system.board, id, 'work', { text: blank })).rejects.toMatchObject(refused);
      await expect(acting.close(system.board, id, { text: blank })).rejects.toMatchObject(refused);
    }
    expect(await blockers('2023-06-23')).toMatchObject([{ id, due: '2023-05-10', description: REFUSED }]);
  });

  it('opened from a remark of a mixed column goes on being named by its words, and is not reopened by them', async () => {
    const WAITS = 'Đang bổ sung hồ sơ';
    await table('2023-06-07', {});
    const [{ id: projectId } = { id: '' }] = await system.data.query<{ id: string }[]>(
      `SELECT id FROM projects.project WHERE code = $1`,
      [road],
    );
    await approve(notesReading('2023-06-14', { [road]: WAITS }));
    expect(await blockers('2023-06-14')).toEqual([]);
    await system.app.get(OpenBlocker).open(system.board, {
      projectId,
      segmentId: null,
      description: WAITS,
      openedOn: plainDate('2023-06-15'),
    });
    await approve(notesReading('2023-06-21', { [road]: WAITS }));
    expect(await vanishedIn(notesReading('2023-06-22', { [road]: null }))).toEqual([WAITS]);
    const { id } = await only('2023-06-21');
    await system.app.get(ActOnBlocker).close(system.board, id, { text: 'Đã đủ hồ sơ' });
    await approve(notesReading('2023-06-23', { [road]: WAITS }));
    expect(await blockers('2023-06-23')).toMatchObject([{ id, state: 'closed', reopened: 0 }]);
  });

  it('agrees with a full rebuild, whatever happens', async () => {
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
      { numRuns: 12 },
    );
  }, 120_000);

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

  async function answer(id: string, asked: string, value: string, reason: string): Promise<void> {
    await system.data.query(`UPDATE returns.return SET answers = $2 WHERE id = $1`, [
      id,
      JSON.stringify([{ code: 'RET-BLOCKER-VANISHED', sheet: 'G', cell: 'M2', asked, value, reason }]),
    ]);
    await system.app.get(RecheckReturn).recheck(id);
  }

  async function vanishedIn(reading: Reading): Promise<string[]> {
    const id = await readyReturn(system, system.board, reading);
    await system.app.get(RecheckReturn).recheck(id);
    const { findings } = await system.app.get(ViewReturn).view(system.board, id);
    return findings.flatMap(({ code, value }) =>
      code === 'RET-BLOCKER-VANISHED' && value !== null ? [value] : [],
    );
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
