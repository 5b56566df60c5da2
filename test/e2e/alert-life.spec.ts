import { DataSource } from 'typeorm';
import { StandingAlerts } from '@thongvon/alerts';
import type { AlertActionResultsView, AlertDetailView, ContractAdvanceView } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { Outbox } from '@thongvon/platform';
import { Snapshots } from '@thongvon/snapshots';
import { eventually } from '../support/eventually';
import { weeklyTable, type SmallRow } from '../support/small-returns';
import { BOARD, startWeeklyDistrict, type WeeklyDistrict } from '../support/weekly-district';

const [FIRST, SECOND, THIRD] = ['2026-05-14', '2026-05-21', '2026-05-28'] as const;
const ROAD: SmallRow = { code: '7000001', name: 'Đường Một', planned: 1000, completed: 400 };
const CONTRACT = {
  contractor: 'Công ty Một',
  contractValue: '2000000000',
  amount: '600000000',
  paidOn: '2026-01-05',
};

describe('the life of alerts', () => {
  let district: WeeklyDistrict;
  const board = () => {
    const found = district.reporters.get(BOARD);
    if (!found) throw new Error('no board');
    return found;
  };
  const data = () => district.api.app.get(DataSource);

  beforeAll(async () => {
    district = await startWeeklyDistrict('2026-05-12');
    await district.approve(board(), await weeklyTable('13/5/2026', [ROAD]));
    const project = await district.projectId('7000001');
    for (const [amount, advancedOn] of [
      ['500000000', '2026-02-02'],
      ['300000000', '2026-04-01'],
      ['200000000', '2026-05-04'],
    ]) {
      await board()
        .post(`/api/land-clearance/projects/${project}/advances`)
        .send({ amount, advancedOn })
        .expect(201);
    }
    for (const [contractor, expiresOn] of [
      ['Công ty Một', '2026-06-05'],
      ['Công ty Hai', '2026-12-31'],
    ]) {
      await board()
        .post(`/api/projects/${project}/guarantees`)
        .send({ contractor, amount: '700000000', givenOn: '2026-01-05', expiresOn })
        .expect(201);
    }
    for (const [contract, recoverBy, disbursed] of [
      ['01/HĐ', undefined, '1700000000'],
      ['02/HĐ', '2026-02-01', undefined],
      ['03/HĐ', '2026-02-14', '1599999999'],
      ['04/HĐ', '2026-05-14', undefined],
      ['05/HĐ', '2026-05-15', undefined],
    ]) {
      const made = await board()
        .post(`/api/projects/${project}/contract-advances`)
        .send({ ...CONTRACT, contract, recoverBy })
        .expect(201);
      if (disbursed === undefined) continue;
      await board()
        .post(`/api/contract-advances/${(made.body as ContractAdvanceView).id}/recovery`)
        .send({ on: '2026-05-10', recovered: '100000000', disbursed })
        .expect(200);
    }
    await district.freeze(FIRST);
  }, 60_000);
  afterAll(() => district.close());

  it('opens for advances past their clock, the worsened the later, and not for one that still runs', async () => {
    const found = await district.alerts(`rule=advance-past-clock&asOf=${FIRST}`);
    expect(found.map(({ severity, amount, basis }) => [severity, amount, basis])).toEqual([
      ['critical', '500000000', 'legal'],
      ['warning', '300000000', 'legal'],
    ]);
  });

  it('opens for a guarantee that ends within thirty days, until it is extended or released', async () => {
    const [ending, ...others] = await district.alerts(`rule=guarantee-expiring&asOf=${FIRST}`);
    expect(others).toEqual([]);
    expect(ending).toMatchObject({ severity: 'warning', basis: 'legal', amount: '700000000' });
    expect(ending?.text).toBe(
      'Đường Một: bảo lãnh tạm ứng 0,700 tỷ đồng của Công ty Một hết hạn 05/06/2026, còn 22 ngày, tạm ứng chưa thu hồi hết.',
    );
    const path = `/api/guarantees/${ending?.subject.id ?? ''}`;
    await board().post(`${path}/extension`).send({ expiresOn: '2026-06-05' }).expect(422);
    const extended = await board().post(`${path}/extension`).send({ expiresOn: '2026-09-30' }).expect(200);
    expect(extended.body).toMatchObject({ expiresOn: '2026-09-30', state: 'running' });
  });

  it('opens for a contract’s advance past 80 % of the contract or 3 months past its day, until it is recovered', async () => {
    const found = await district.alerts(`rule=contract-advance-past-clock&asOf=${FIRST}`);
    expect(found.map(({ severity, amount, basis, text }) => [severity, amount, basis, text])).toEqual([
      [
        'critical',
        '600000000',
        'legal',
        'Đường Một: tạm ứng hợp đồng 02/HĐ còn 0,600 tỷ đồng chưa thu hồi, quá 3 tháng từ ngày phải thu hồi theo hợp đồng 01/02/2026, quá hạn 13 ngày; chủ đầu tư cùng Kho bạc thu hồi, đề nghị ngân hàng trả bảo lãnh.',
      ],
      [
        'warning',
        '500000000',
        'legal',
        'Đường Một: tạm ứng hợp đồng 01/HĐ còn 0,500 tỷ đồng chưa thu hồi khi hợp đồng (2,000 tỷ đồng) đã giải ngân 85,00 % theo số ngày 10/05/2026; phải thu hồi hết khi đạt 80 %.',
      ],
    ]);
    await board()
      .post(`/api/contract-advances/${found[1]?.subject.id ?? ''}/recovery`)
      .send({ recovered: '600000000', disbursed: '1700000000' })
      .expect(200);
  });

  it('reminds of a contract’s advance from the contract’s own day until it is overdue', async () => {
    const found = await district.alerts(`rule=contract-advance-due&asOf=${FIRST}`);
    expect(found.map(({ severity, basis, text }) => [severity, basis, text])).toEqual([
      [
        'info',
        'managerial',
        'Đường Một: tạm ứng hợp đồng 04/HĐ đến hạn thu hồi 14/05/2026 theo hợp đồng, còn 0,600 tỷ đồng chưa thu hồi; sau 14/08/2026 là quá hạn theo Nghị định 254/2025.',
      ],
      [
        'info',
        'managerial',
        'Đường Một: tạm ứng hợp đồng 03/HĐ đến hạn thu hồi 14/02/2026 theo hợp đồng, còn 0,500 tỷ đồng chưa thu hồi; sau 14/05/2026 là quá hạn theo Nghị định 254/2025.',
      ],
    ]);
  });

  it('is not opened twice, however often and by however many a week is asked to be looked at', async () => {
    const before = await data().query<object[]>(
      'SELECT id, type, alert_id FROM alerts.alert_event ORDER BY id',
    );
    const frozen = await district.api.app.get(Snapshots).find(plainDate(FIRST));
    const outbox = district.api.app.get(Outbox);
    for (let time = 0; time < 5; time += 1)
      await data().transaction((manager) => outbox.ask(manager, 'evaluate-alerts', frozen?.id ?? ''));
    await eventually(
      () =>
        data().query<object[]>(
          `SELECT FROM platform.work_intent WHERE job = 'evaluate-alerts' AND done_at IS NULL`,
        ),
      ({ length }) => length === 0,
    );
    expect(await data().query('SELECT id, type, alert_id FROM alerts.alert_event ORDER BY id')).toEqual(
      before,
    );
  });

  it('keeps what a person said while the rule still holds, and closes by itself when it no longer does', async () => {
    const [grave, slight] = await district.alerts(`rule=advance-past-clock&asOf=${FIRST}`);
    const path = `/api/alerts/${grave?.id ?? ''}`;
    await district.leader.post(`${path}/acknowledgement`).send({ reason: 'Đã đôn đốc' }).expect(200);
    await board()
      .post(`/api/land-clearance/advances/${slight?.subject.id ?? ''}/moves`)
      .send({ type: 'settled', amount: '300000000', on: '2026-05-15' })
      .expect(204);
    await district.freeze(SECOND);
    const seen = async (): Promise<AlertDetailView> =>
      (await district.leader.get(path).expect(200)).body as AlertDetailView;
    expect(await seen()).toMatchObject({ state: 'acknowledged', changedOn: SECOND });
    expect((await seen()).history.map(({ type }) => type)).toEqual(['opened', 'acknowledged', 'changed']);
    expect(await district.alerts(`rule=guarantee-expiring&asOf=${SECOND}`)).toEqual([]);
    const late = await district.alerts(`rule=contract-advance-past-clock&asOf=${SECOND}`);
    // The third one's three months ended with the first week's day.
    expect(late.map(({ severity, amount }) => [severity, amount])).toEqual([
      ['critical', '600000000'],
      ['critical', '500000000'],
    ]);
    const due = await district.alerts(`rule=contract-advance-due&asOf=${SECOND}`);
    expect(due.map(({ text }) => /hợp đồng (\S+)/.exec(text)?.[1]).toSorted()).toEqual(['04/HĐ', '05/HĐ']);
    const [closed] = await district.alerts(`rule=advance-past-clock&state=closed`);
    expect(closed).toMatchObject({ id: slight?.id, closedOn: SECOND });
    await district.leader
      .post(`/api/alerts/${slight?.id ?? ''}/acknowledgement`)
      .send({ reason: 'x' })
      .expect(409);
  });

  it('is looked at again when the latest week is corrected', async () => {
    const missing = await district.alerts(`rule=return-missing&asOf=${SECOND}`);
    expect(missing.map(({ subject }) => subject.name)).toContain(BOARD);
    await district.approve(board(), await weeklyTable('20/5/2026', [{ ...ROAD, completed: 300 }]));
    await district.finance
      .post(`/api/snapshots/${SECOND}/revisions`)
      .send({ reason: 'Báo cáo đến muộn' })
      .expect(201);
    const fell = await eventually(
      () => district.alerts(`rule=cumulative-fell&asOf=${SECOND}`),
      ({ length }) => length > 0,
    );
    expect(fell[0]).toMatchObject({ subject: { name: 'Đường Một' }, amount: '100000000' });
    const detail = (await district.leader.get(`/api/alerts/${fell[0]?.id ?? ''}`).expect(200))
      .body as AlertDetailView;
    expect(detail.explanation).toMatchObject({ week: SECOND, revision: 2 });
  });

  it('is open again once it has outgrown what was said of it, and another stays as it was said', async () => {
    const [outgrown] = await district.alerts('rule=advance-past-clock');
    const [contract, other] = await district.alerts('rule=contract-advance-past-clock');
    const ids = [contract?.id, other?.id, outgrown?.id];
    const acknowledge = async (many: readonly (string | undefined)[]) =>
      (
        (
          await district.leader
            .post('/api/alerts/acknowledgements')
            .send({ ids: many, reason: 'Đang làm' })
            .expect(200)
        ).body as AlertActionResultsView
      ).items.map(({ refusal }) => refusal?.code);
    expect(await acknowledge(ids.slice(0, 2))).toEqual([undefined, undefined]);
    await district.freeze(THIRD);
    const seen = await district.alerts('');
    expect(ids.map((id) => seen.find((one) => one.id === id))).toMatchObject([
      { state: 'acknowledged', reopened: null },
      { state: 'acknowledged', reopened: null },
      {
        state: 'open',
        urgent: true,
        note: null,
        reopened: {
          on: THIRD,
          text: 'Đã nhận xử lý 15/05/2026 khi mới 12 ngày; mở lại tuần chốt 28/05/2026 khi 26 ngày.',
        },
      },
    ]);
    const asOf = `rule=advance-past-clock&asOf=${SECOND}`;
    expect(await district.alerts(asOf)).toMatchObject([{ state: 'acknowledged', reopened: null }]);
    const [standing] = (await district.api.app.get(StandingAlerts).on(plainDate(THIRD))).filter(
      ({ rule }) => rule === 'advance-past-clock',
    );
    expect(standing?.reopenedEn).toContain('28/05/2026');
    expect(standing?.reopened).toBe(
      'Đã nhận xử lý 15/05/2026 khi mới 12 ngày; mở lại tuần chốt 28/05/2026 khi 26 ngày.',
    );
    // Somebody is at it again, in what it says now; what has closed meanwhile is refused by itself.
    const [closed] = await district.alerts('rule=advance-past-clock&state=closed');
    expect(await acknowledge([closed?.id, outgrown?.id])).toEqual(['ALERT-CLOSED', undefined]);
    const { body } = await district.leader.get(`/api/alerts/${outgrown?.id ?? ''}`).expect(200);
    expect(body).toMatchObject({ state: 'acknowledged', reopened: null });
    expect((body as AlertDetailView).history.map(({ type }) => type)).toEqual([
      'opened',
      'acknowledged',
      'changed',
      'changed',
      'reopened',
      'acknowledged',
    ]);
  });
});
