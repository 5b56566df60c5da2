import { ActOnBlocker, ChangeBlocker, OpenBlocker, SummarizeBlockers } from '@thongvon/blockers';
import { plainDate } from '@thongvon/kernel';
import { disbursementReading, planReading } from '../factories/reading';
import { DEFAULTS, REFUSED, reportedBlockers, ROAD } from '../support/reported-blockers';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('blockers that people act on', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
  });
  afterEach(() => system.close());
  const { approve, table, blockers, only } = reportedBlockers(() => system);

  describe('the capital held', () => {
    const PLAN = planReading(
      { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
      { [ROAD]: { tinh: 1000 } },
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
      await approve(disbursementReading('2023-06-14', { [ROAD]: [{ disbursed: 300 }] }));
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
      await approve(disbursementReading('2023-06-14', { [ROAD]: [{ disbursed: 300 }] }));
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
        capitalHeld: 700n,
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
});
