import type { ClearanceStep, StepView } from '@thongvon/api-contract';
import { plainDate, type PlainDate } from '@thongvon/kernel';
import {
  Advances,
  Holidays,
  ProjectSteps,
  RecordStep,
  Segments,
  ViewClearanceMoney,
} from '@thongvon/land-clearance';
import { toMoneyView, toStepView } from '@thongvon/land-clearance/http';
import { ChangeBlocker, ActOnBlocker, OpenBlocker, ViewContractor } from '@thongvon/blockers';
import { ClosingItems } from '@thongvon/works-contracts';
import { clearanceReading } from '../factories/clearance-reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const TODAY = plainDate('2026-03-20');

describe("the law's clock on real tables", () => {
  let system: TestSystem;
  let projectId: string;
  beforeAll(async () => {
    system = await startTestSystem(new Date('2026-03-20T08:00:00+07:00'));
    const table = clearanceReading('2026-03-18', {
      '7000001': {
        households: 10,
        handedOver: 10,
        paid: 10,
        compensation: '5000000000',
        compensated: '2000000000',
      },
    });
    await approveReady(system, system.board, await readyReturn(system, system.board, table));
    const [project] = await system.data.query<{ id: string }[]>('SELECT id FROM projects.project');
    projectId = project?.id ?? '';
  });
  afterAll(() => system.close());

  const record = (
    step: ClearanceStep,
    fields: Record<string, unknown>,
    segmentId: string | null = null,
  ): Promise<void> => system.app.get(RecordStep).record(system.board, { projectId, segmentId, step, fields });
  async function stepNow(
    step: ClearanceStep,
    segmentId: string | null = null,
    on: PlainDate = TODAY,
  ): Promise<StepView> {
    const { steps } = await system.app.get(ProjectSteps).of(system.finance, projectId, segmentId, on);
    const found = steps.find(({ entry }) => entry.step === step);
    if (!found) throw new Error(`no step ${step}`);
    return toStepView(found, on);
  }

  it('runs from what was recorded, and a correction is a new record', async () => {
    await record('plan-approval', { done: plainDate('2026-02-03'), evidence: 'QĐ 77/QĐ-UBND' });
    expect(await stepNow('payment')).toMatchObject({
      dueByLaw: '2026-03-05',
      daysOverdue: 15,
      alerts: [{ code: 'STEP-OVERDUE', message: 'Quá thời hạn luật định.' }],
    });
    await record('plan-approval', { done: plainDate('2026-03-03') });
    expect(await stepNow('payment')).toMatchObject({ dueByLaw: '2026-04-02', daysOverdue: 0, alerts: [] });
    expect(await stepNow('plan-approval')).toMatchObject({
      signer: 'Chủ tịch UBND cấp xã',
      evidence: 'QĐ 77/QĐ-UBND',
      done: '2026-03-03',
    });
  });

  it('reckons what late payment may cost, as an unverified estimate', async () => {
    await record('plan-approval', { done: plainDate('2026-02-03') });
    const money = await system.app.get(ViewClearanceMoney).view(system.finance, projectId, TODAY);
    expect(toMoneyView(money)).toMatchObject({
      approved: '5000000000',
      paid: '2000000000',
      latePayment: {
        since: '2026-03-06',
        days: 15,
        base: '3000000000',
        exposure: '13500000',
        unverified: true,
      },
    });
  });

  it('counts working days only as confirmed once an administrator has confirmed the year', async () => {
    await record('appraisal', { started: plainDate('2026-01-05'), done: plainDate('2026-02-12') });
    expect((await stepNow('plan-approval')).deadlines).toMatchObject([
      { date: '2026-02-19', provisional: true },
    ]);
    const tet = ['16', '17', '18', '19', '20'].map((day) => ({
      day: plainDate(`2026-02-${day}`),
      working: false,
      tet: true,
      label: 'Tết Nguyên đán',
    }));
    await system.app.get(Holidays).confirm(system.finance, 2026, tet);
    expect((await stepNow('plan-approval')).deadlines).toMatchObject([
      { date: '2026-02-26', provisional: false },
    ]);
    const twice = system.app.get(Holidays).confirm(system.finance, 2026, [...tet, ...tet]);
    await expect(twice).rejects.toMatchObject({ code: 'HOLIDAY-REPEATED' });
    const other = system.app.get(Holidays).confirm(system.finance, 2025, tet);
    await expect(other).rejects.toMatchObject({ code: 'HOLIDAY-OTHER-YEAR' });
    expect((await system.app.get(Holidays).of(2026)).days).toHaveLength(5);
  });

  it('does not let a step be done while an open blocker stands at it', async () => {
    const blocker = await system.app
      .get(OpenBlocker)
      .open(system.board, { projectId, segmentId: null, description: '04 hộ không nhận tiền' });
    await system.app.get(ChangeBlocker).change(system.board, blocker, { step: 'payment' });
    expect((await stepNow('payment')).alerts.map(({ code }) => code)).toContain('STEP-BLOCKED');
    const done = { done: TODAY, evidence: 'BB 5' };
    await expect(record('payment', done)).rejects.toMatchObject({ code: 'STEP-BLOCKED' });
    await system.app.get(ActOnBlocker).close(system.board, blocker, { text: 'Đã nhận tiền' });
    await record('payment', done);
    expect(await stepNow('payment')).toMatchObject({ done: '2026-03-20', daysOverdue: 15 });
  });

  it('alerts that all is reported as handed over without a record', async () => {
    expect((await stepNow('site-handover')).alerts).toMatchObject([{ code: 'HANDOVER-WITHOUT-RECORD' }]);
    const { items } = await system.app.get(ProjectSteps).alerts(system.finance, { asOf: TODAY, limit: 50 });
    expect(items.map(({ clock, project }) => [project.code, clock.entry.step])).toContainEqual([
      '7000001',
      'site-handover',
    ]);
  });

  it('keeps the steps of segments apart, and refuses what can not be', async () => {
    const segment = await system.app
      .get(Segments)
      .add(system.board, projectId, { name: 'Đợt 2', commune: null, batch: 2, organizationId: null });
    await record('inventory', { notApplicable: true, reason: 'Đất công' }, segment);
    expect(await stepNow('inventory', segment)).toMatchObject({ notApplicable: true });
    expect(await stepNow('inventory')).toMatchObject({ notApplicable: false });
    await expect(record('inventory', { notApplicable: true })).rejects.toMatchObject({
      code: 'STEP-WITHOUT-REASON',
    });
    await expect(record('inventory', { done: plainDate('2026-04-01') })).rejects.toMatchObject({
      code: 'DATE-IN-FUTURE',
    });
    const backwards = { started: plainDate('2026-03-10'), done: plainDate('2026-03-09') };
    await expect(record('inventory', backwards)).rejects.toMatchObject({ code: 'STEP-DATES' });
  });

  it('holds advances to their clock, and no more can be settled than is left', async () => {
    const advances = system.app.get(Advances);
    const on = plainDate('2025-12-10');
    const id = await advances.add(system.board, projectId, { amount: 1_000n, on, document: 'UNC 12' });
    const state = async (): Promise<unknown> =>
      (await advances.list(system.finance, { asOf: TODAY, limit: 10 })).items.map((item) => [
        item.state,
        item.outstanding,
      ]);
    expect(await state()).toEqual([['overdue', 1_000n]]);
    await advances.move(system.board, id, 'settled', { amount: 700n, on: TODAY, document: null });
    const more = advances.move(system.board, id, 'returned', { amount: 301n, on: TODAY, document: null });
    await expect(more).rejects.toMatchObject({ code: 'ADVANCE-EXCEEDED' });
    await advances.move(system.board, id, 'returned', { amount: 300n, on: TODAY, document: null });
    expect(await state()).toEqual([['settled', 0n]]);
  });

  it('records who owes which paper of the settlement, and which debt, since when', async () => {
    const items = system.app.get(ClosingItems);
    const paper = {
      kind: 'settlement-paper',
      what: 'Hồ sơ quyết toán A-B',
      owedBy: 'Công ty A',
      since: plainDate('2026-01-01'),
      due: null,
      amount: null,
    } as const;
    const id = await items.add(system.board, projectId, paper);
    const debt = { ...paper, kind: 'construction-debt', what: 'Khối lượng đã nghiệm thu' } as const;
    await expect(items.add(system.board, projectId, debt)).rejects.toMatchObject({
      code: 'DEBT-WITHOUT-AMOUNT',
    });
    await items.add(system.board, projectId, {
      ...debt,
      amount: 2500000000n,
      since: plainDate('2025-12-31'),
    });
    const owed = async (): Promise<unknown> =>
      (await items.list(system.finance, { asOf: TODAY, limit: 10, state: 'owed' })).items.map((item) => [
        item.kind,
        item.daysOwed,
      ]);
    expect(await owed()).toEqual([
      ['construction-debt', 79],
      ['settlement-paper', 78],
    ]);
    await items.settle(system.board, id, TODAY, 'CV 9');
    await items.settle(system.board, id, TODAY, 'CV 9');
    expect(await owed()).toEqual([['construction-debt', 79]]);
  });

  it('finds what a contractor owes and works on, however much others have owed for longer', async () => {
    const owed = { kind: 'settlement-paper', what: 'Hồ sơ', since: '2026-01-02', due: null, amount: null };
    await system.data.query(
      `INSERT INTO works_contracts.closing_entry (item_id, project_id, type, fields, actor_id, recorded_at)
       SELECT gen_random_uuid(), $1, 'owed', $2::jsonb, $3, now() FROM generate_series(1, 501)`,
      [projectId, JSON.stringify({ ...owed, owedBy: 'Công ty khác' }), system.board.userId],
    );
    await system.data.query(
      `UPDATE projects.project SET contractors = ARRAY['Công ty Đông Sơn', 'Công ty khác']`,
    );
    const late = { ...owed, kind: 'settlement-paper', since: TODAY, owedBy: 'CÔNG TY ĐÔNG SƠN' } as const;
    await system.app.get(ClosingItems).add(system.board, projectId, { ...late, due: null, amount: null });
    const query = { asOf: TODAY, planYear: 2026, denominator: 'current-year-plan' } as const;
    const view = (name: string) => system.app.get(ViewContractor).view(system.finance, name, query);
    expect(await view('dong son')).toMatchObject({
      names: ['Công ty Đông Sơn'],
      owes: [{ owedBy: 'CÔNG TY ĐÔNG SƠN', daysOwed: 0 }],
      projects: [{ id: projectId }],
    });
    expect((await view('cong ty khac')).owes).toHaveLength(501);
    expect(await view('ai đó')).toMatchObject({ names: [], owes: [], projects: [] });
  });
});
