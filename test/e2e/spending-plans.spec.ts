import type { ComparedMonthView, EnteredView } from '@thongvon/api-contract';
import { weeklyTable } from '../support/small-returns';
import { BOARD, COMMUNES, startWeeklyDistrict, type WeeklyDistrict } from '../support/weekly-district';

describe('an owner’s own plan of disbursing', () => {
  let district: WeeklyDistrict;
  let path: string;
  let entered: string;
  const reporter = (office: string) => {
    const found = district.reporters.get(office);
    if (!found) throw new Error(`no reporter of ${office}`);
    return found;
  };
  const monthOf = ({ months: all }: EnteredView, end: string): ComparedMonthView | undefined =>
    all.find((month) => month.end === end);
  const months = (...sums: number[]): string[] =>
    Array.from({ length: 13 }, (_, month) => String(sums[month] ?? sums.at(-1) ?? 0));

  beforeAll(async () => {
    district = await startWeeklyDistrict('2023-06-20');
    const road = { code: '7000001', name: 'Đường Một', planned: 1000, completed: 400 };
    await district.approve(reporter(BOARD), await weeklyTable('14/6/2023', [road]));
    const project = `/api/projects/${await district.projectId('7000001')}`;
    path = `${project}/spending-plan`;
    entered = `${project}/entered?planYear=2023`;
  }, 60_000);
  afterAll(() => district.close());

  it('has thirteen months, and a later one takes its place', async () => {
    expect((await district.leader.get(`${path}?planYear=2023`).expect(404)).body).toMatchObject({
      code: 'SPENDING-PLAN-NOT-FOUND',
    });
    const none = await district.leader.get(entered).expect(200);
    expect(none.body).toMatchObject({ paidBefore: null, spendingPlan: null, spendingPlanRate: null });
    expect(monthOf(none.body as EnteredView, '2023-06-30')).toEqual({
      end: '2023-06-30',
      over: false,
      planned: null,
      disbursed: '400000000',
      figuresOn: '2023-06-14',
      ahead: null,
    });
    for (const sum of [500, 700])
      await reporter(BOARD)
        .put(path)
        .send({ planYear: 2023, cumulative: months(0, 100, sum) })
        .expect(200);
    const { body } = await district.leader.get(`${path}?planYear=2023`).expect(200);
    const plan = body as { months: { month: string; cumulative: string }[] };
    expect(plan.months).toHaveLength(13);
    expect(plan.months[2]).toEqual({ month: '2023-03', cumulative: '700' });
    expect(plan.months[12]).toEqual({ month: '2024-01', cumulative: '700' });
    const all = await district.leader.get(entered).expect(200);
    expect(all.body).toMatchObject({
      paidBefore: null,
      spendingPlan: body as object,
      // No decision has given the project capital.
      spendingPlanRate: null,
    });
    // Nothing had been reported by the end of May; June isn't over.
    for (const end of ['2023-05-31', '2023-06-30'])
      expect(monthOf(all.body as EnteredView, end)).toMatchObject({ planned: '700', ahead: null });
    await reporter(COMMUNES[0]).get(entered).expect(404);
  });

  it('never falls, misses no month, and is the owner’s alone to set', async () => {
    const put = (office: string, cumulative: string[]) =>
      reporter(office).put(path).send({ planYear: 2023, cumulative });
    expect((await put(BOARD, months(100, 99)).expect(422)).body).toMatchObject({
      code: 'SPENDING-PLAN-FALLS',
    });
    await put(BOARD, months(1).slice(1)).expect(400);
    await put(BOARD, months(1).with(3, '-1')).expect(400);
    await put(COMMUNES[0], months(1)).expect(404);
    await district.finance
      .put(path)
      .send({ planYear: 2023, cumulative: months(1) })
      .expect(403);
  });
});
