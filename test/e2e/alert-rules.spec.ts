import type { AlertDetailView, CurveView } from '@thongvon/api-contract';
import {
  dayBefore,
  DISTRICT,
  LAST,
  LATE,
  OF_COMMUNES,
  rowsOf,
  SENT_BACK,
  SILENT,
  startStoriedDistrict,
  type StoriedDistrict,
  WEEKS,
} from '../support/five-weeks';
import { treasuryTable, weeklyTable } from '../support/small-returns';
import { BOARD, COMMUNES, type WeeklyDistrict } from '../support/weekly-district';

describe('each rule of alerts, in five weeks that a district lives through', () => {
  let district: StoriedDistrict;
  const reporter = (office: string) => district.reporter(office);
  beforeAll(async () => {
    district = await startStoriedDistrict();
  }, 120_000);
  afterAll(() => district.close());

  /** What was disbursed by the end of each month of 2022, of 100: all of it by June, or next to nothing. */
  async function enterYearBefore(): Promise<void> {
    const { body } = await district.finance.get('/api/organizations').expect(200);
    const { items } = body as { items: { id: string; name: string }[] };
    const id = (office: string): string => items.find(({ name }) => name === office)?.id ?? '';
    const enter = (office: string, byJune: string, asker = district.finance) =>
      asker.put(`/api/organizations/${id(office)}/past-course`).send({
        planYear: 2022,
        planned: '1000000',
        cumulative: Array.from({ length: 13 }, (_, month) =>
          month < 4 ? '0' : month < 5 ? '700000' : byJune,
        ),
        document: 'Báo cáo năm 2022',
      });
    const curveOf = async (asked = '') => {
      const { body: curve } = await reporter(BOARD)
        .get(`/api/disbursements/curve?planYear=2023${asked}`)
        .expect(200);
      return curve as CurveView;
    };
    expect(await curveOf()).toMatchObject({ previousYear: null, previousYearReason: 'not-reported' });
    for (const [office, byJune] of [
      [BOARD, '500000'],
      [BOARD, '800000'],
      [COMMUNES[0], '1'],
      ['UBND huyện Thăng Bình', '1'],
    ] as const)
      await enter(office, byJune).expect(200);
    const own = await reporter(BOARD).get(`/api/organizations/${id(BOARD)}/past-course?planYear=2022`);
    expect(own.body).toMatchObject({ planned: '1000000', document: 'Báo cáo năm 2022' });
    expect((own.body as { points: object[] }).points[5]).toEqual({
      asOf: '2022-06-30',
      disbursed: '800000',
      rate: '80.00',
    });
    await enter(BOARD, '1', reporter(BOARD)).expect(403);
    const tooEarly = { planYear: 2023, planned: '1', cumulative: Array.from({ length: 13 }, () => '0') };
    await district.finance
      .put(`/api/organizations/${id(BOARD)}/past-course`)
      .send(tooEarly)
      .expect(422);
    const years = await reporter(BOARD)
      .get(`/api/organizations/${id(BOARD)}/past-courses`)
      .expect(200);
    expect(years.body).toEqual({ items: [own.body], total: 1, nextCursor: null });
    expect(await curveOf()).toMatchObject({
      previousYear: { planYear: 2022, planned: '1000000', entered: true },
      previousYearReason: null,
    });
    expect(await curveOf('&knownAt=2023-01-01T00:00:00Z')).toMatchObject({ previousYear: null });
    // What was typed is of the year's own plan: next to another denominator it would be no comparison.
    expect(await curveOf('&denominator=all-plan')).toMatchObject({
      previousYear: null,
      previousYearReason: 'not-applicable',
    });
  }

  it('sees in the third week a blocker that falls due, and one that nobody does anything about', async () => {
    expect(await district.subjects('blocker-due-this-week', WEEKS[2])).toEqual(['Cầu Hai']);
    expect(await district.subjects('blocker-overdue', WEEKS[2])).toEqual([]);
    expect(await district.subjects('blocker-without-action', WEEKS[1])).toEqual([]);
    expect(await district.subjects('blocker-without-action', WEEKS[2])).toEqual(['Cầu Hai']);
  });

  it('knows of no pace and of no standstill while the weeks are too few', async () => {
    expect(await district.subjects('cannot-be-spent', WEEKS[2])).toEqual([]);
    expect(await district.subjects('no-movement', WEEKS[2])).toEqual([]);
    expect(await district.subjects('handed-over-without-volume', WEEKS[2])).toEqual([]);
  });

  it('takes back "without action" once someone acts, and sees the blocker overdue', async () => {
    const blockers = await reporter(BOARD).get('/api/blockers?q=cau hai').expect(200);
    const [blocker] = (blockers.body as { items: { id: string }[] }).items;
    await reporter(BOARD)
      .post(`/api/blockers/${blocker?.id ?? ''}/actions`)
      .send({ type: 'work', text: 'Họp với các hộ' })
      .expect(200);
    await district.live(3);
    await district.freeze(WEEKS[3]);
    expect(await district.subjects('blocker-without-action', WEEKS[3])).toEqual([]);
    expect(await district.subjects('blocker-due-this-week', WEEKS[3])).toEqual([]);
    const [overdue] = await district.alerts(`rule=blocker-overdue&asOf=${WEEKS[3]}`);
    expect(overdue).toMatchObject({
      subject: { name: 'Cầu Hai' },
      amount: '9000000000',
      severity: 'critical',
    });
    expect(overdue?.text).toContain('UBND xã Bình Phú');
    const [closed] = await district.alerts(`rule=blocker-without-action&state=closed&asOf=${WEEKS[3]}`);
    expect(closed).toMatchObject({ openedOn: WEEKS[2], closedOn: WEEKS[3] });
  });

  it('shows an administrator what a threshold would say before it is set, as far as they see, and sets nothing', async () => {
    const preview = (body: object, asker = district.admin) =>
      asker.post('/api/alert-rules/below-quarter-target/preview').send(body);
    const { body } = await preview({ thresholds: { q1: 5 } }).expect(200);
    expect(body).toMatchObject({ week: WEEKS[3], appears: 0, goes: 1, stays: 1 });
    const { items } = body as { items: { effect: string; text: string }[] };
    expect(items.map(({ effect, text }) => [effect, text.slice(0, 9)])).toEqual([
      ['goes', 'Cầu Hai: '],
      ['stays', 'Trường Ba'],
    ]);
    expect(items[1]?.text).toContain('thấp hơn mục tiêu 5');
    const off = await preview({ enabled: false }).expect(200);
    expect(off.body).toMatchObject({ appears: 0, goes: 2, stays: 0 });
    expect(await district.subjects('below-quarter-target', WEEKS[3])).toEqual(['Cầu Hai', 'Trường Ba']);
    await preview({ thresholds: { q9: 1 } }).expect(422);

    const { api } = district;
    await api.user('stranger@example.test', 'administrator', await api.organization('Quản trị hệ thống'));
    const seen = await preview({ enabled: false }, await api.signedIn('stranger@example.test')).expect(200);
    expect(seen.body).toMatchObject({ week: WEEKS[3], goes: 0, items: [] });
  });

  describe('in the fifth week', () => {
    beforeAll(async () => {
      const set = (rule: string, body: object) =>
        district.admin
          .patch(`/api/alert-rules/${rule}`)
          .send({ reason: 'Thử ngưỡng mới', ...body })
          .expect(200);
      await set('carry-over-lapsing', { thresholds: { days: 200 } });
      await set('below-quarter-target', { thresholds: { q1: 53 }, planYear: 2023 });
      const ofSource = { source: 'district-budget', severity: 'info' };
      await set('below-quarter-target', { thresholds: { q1: 60 }, ...ofSource });
      await district.live(4);
      await enterYearBefore();
      for (const [code, totalInvestment] of [
        ['7000001', '12999000000'],
        ['7000004', '8200000000'],
      ] as const) {
        const project = `/api/projects/${await district.projectId(code)}`;
        await district.finance.patch(project).send({ totalInvestment }).expect(200);
        for (const paid of ['1', '5000000000'])
          await reporter(BOARD).put(`${project}/paid-before`).send({ planYear: 2023, paid }).expect(200);
        await reporter(LATE).put(`${project}/paid-before`).send({ planYear: 2023, paid: '1' }).expect(404);
      }
      for (const [code, by] of [
        ['7000001', 8100],
        ['7000005', 3000],
      ] as const) {
        const cumulative = Array.from({ length: 13 }, (_, month) => `${month < 4 ? 0 : by * 1_000_000}`);
        await reporter(BOARD)
          .put(`/api/projects/${await district.projectId(code)}/spending-plan`)
          .send({ planYear: 2023, cumulative })
          .expect(200);
      }
      const back = await district.submit(
        reporter(SENT_BACK),
        await weeklyTable(dayBefore(LAST), OF_COMMUNES.slice(1)),
      );
      await district.finance
        .post(`/api/returns/${back}/sending-back`)
        .send({ reason: 'Thiếu chữ ký' })
        .expect(200);
      const treasury = rowsOf(4).map((row) => (row.code === '7000001' ? { ...row, completed: 7900 } : row));
      await district.approve(district.finance, await treasuryTable(dayBefore(LAST), treasury));
      district.moveTo(LAST, '18:00');
      await district.approve(reporter(LATE), await weeklyTable(dayBefore(LAST), OF_COMMUNES.slice(0, 1)));
      await district.freeze(LAST);
    }, 60_000);

    const of = (rule: Parameters<WeeklyDistrict['subjects']>[0]) => district.subjects(rule, LAST);

    it('sees projects below the target of the last quarter, by the threshold set for the year, and offices', async () => {
      const found = await district.alerts(`rule=below-quarter-target&asOf=${LAST}`);
      const reported = found.map(({ severity, subject: { kind, name } }) => `${severity}: ${kind} ${name}`);
      expect(reported.toSorted()).toEqual([
        `critical: organization ${BOARD}`,
        'critical: organization UBND huyện Thăng Bình',
        `info: organization ${BOARD} (${DISTRICT})`,
        `info: organization UBND huyện Thăng Bình (${DISTRICT})`,
        'warning: project Cầu Hai',
        'warning: project Trường Ba',
      ]);
      // Why: the threshold that counted for the source, not that of the office as a whole.
      const ofSource = found.find(({ severity }) => severity === 'info');
      const { body } = await district.leader.get(`/api/alerts/${ofSource?.id ?? ''}`).expect(200);
      const { thresholds } = (body as AlertDetailView).explanation.rule;
      expect(thresholds.find(({ key }) => key === 'q1')).toMatchObject({
        value: 60,
        origin: 'Thử ngưỡng mới',
      });
      expect(thresholds.find(({ key }) => key === 'q3')?.origin).toContain('Thang quý');
      expect(await district.subjects('below-quarter-target', WEEKS[3])).toEqual(['Cầu Hai', 'Trường Ba']);
    });

    it('sees projects below the average', async () => {
      expect(await of('below-average')).toEqual(['Cầu Hai', 'Trường Ba']);
    });

    it('sees the project of which more was paid since its start than its total investment', async () => {
      const [over, ...others] = await district.alerts(`rule=over-total-investment&asOf=${LAST}`);
      expect(others).toEqual([]);
      expect(over).toMatchObject({ subject: { name: 'Đường Một' }, amount: '1000000', basis: 'legal' });
    });

    it('sees the office that is behind the year before, by what was entered of it', async () => {
      const found = await district.alerts(`rule=below-last-year&asOf=${LAST}`);
      expect(found.map(({ subject: { kind, name } }) => `${kind} ${name}`)).toEqual([
        `organization ${BOARD}`,
      ]);
      expect(found[0]?.text).toContain('cùng kỳ năm trước (79,67 % đến ngày 29/06/2022)');
      expect(await district.subjects('below-last-year', WEEKS[3])).toEqual([]);
    });

    it('sees who is behind the plan of its own for the last month that is over', async () => {
      const found = await district.alerts(`rule=below-own-plan&asOf=${LAST}`);
      expect(found.map(({ subject, amount }) => [subject.name, amount])).toEqual([
        ['Đường Một', '100000000'],
      ]);
      expect(found[0]?.text).toContain('đến ngày 31/05/2023');
    });

    it('sees the project of which nothing is disbursed after the first quarter', async () => {
      expect(await of('nothing-after-first-quarter')).toEqual(['Trường Ba']);
    });

    it('sees projects that have not moved for four weeks', async () => {
      expect(await of('no-movement')).toEqual(['Cầu Hai', 'Trường Ba']);
    });

    it('sees the project over its plan, by how much and by which article', async () => {
      const [over, ...others] = await district.alerts(`rule=over-plan&asOf=${LAST}`);
      expect(others).toEqual([]);
      expect(over).toMatchObject({ subject: { name: 'Chợ Bốn' }, amount: '200000000', basis: 'legal' });
    });

    it('sees the sum that fell', async () => {
      const [fell, ...others] = await district.alerts(`rule=cumulative-fell&asOf=${LAST}`);
      expect(others).toEqual([]);
      expect(fell).toMatchObject({ subject: { name: 'Kênh Năm' }, amount: '200000000' });
    });

    it('tells who sent nothing, who sent it late, and whose return was sent back', async () => {
      expect(await of('return-missing')).toEqual([SILENT]);
      expect(await of('return-late')).toEqual([LATE]);
      expect(await of('return-sent-back')).toEqual([SENT_BACK]);
      expect(await district.subjects('return-missing', WEEKS[3])).toEqual([...COMMUNES]);
    });

    it('sees where the Treasury names another sum', async () => {
      const [differs, ...others] = await district.alerts(`rule=treasury-differs&asOf=${LAST}`);
      expect(others).toEqual([]);
      expect(differs).toMatchObject({ subject: { name: 'Đường Một' }, amount: '100000000' });
      expect(differs?.text).toContain('nguồn Ngân sách huyện');
    });

    it('sees what can not be spent by 31/1, how much should move, and who could take it from the same source', async () => {
      const found = await district.alerts(`rule=cannot-be-spent&asOf=${LAST}`);
      expect(found.map(({ subject, amount }) => [subject.name, amount])).toEqual([
        ['Cầu Hai', '9000000000'],
        ['Trường Ba', '4000000000'],
      ]);
      expect(found[0]?.text).toContain('có thể nhận cùng nguồn: Đường Một (9,000 tỷ đồng)');
      expect(found[1]?.text).toContain('có thể nhận cùng nguồn: Kè Sáu');
    });

    it('sees what the owner itself does not expect to be spent by 31/1', async () => {
      const found = await district.alerts(`rule=estimate-below-plan&asOf=${LAST}`);
      expect(found.map(({ subject, amount }) => [subject.name, amount])).toEqual([['Trạm Bảy', '300000000']]);
    });

    it('sees carried-over capital that lapses, as soon as the threshold says so', async () => {
      expect(await of('carry-over-lapsing')).toEqual(['Trạm Bảy']);
      expect(await district.subjects('carry-over-lapsing', WEEKS[3])).toEqual([]);
    });

    it('sees the site that is handed over and brings no volume', async () => {
      expect(await of('handed-over-without-volume')).toEqual(['Kè Sáu']);
    });
  });
});
