import type { PlanType } from '@thongvon/kernel';
import { ApproveReturn, SubmitReturn } from '@thongvon/returns';
import { disbursementReading, type Line, planReading } from '../factories/reading';
import {
  answerAll,
  approvePlan,
  approveReady,
  checked,
  readyReturn,
  recomputeOpen,
} from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const paid = (source: string, disbursed: number, completed: number, advance: number): Line => ({
  ...{ source, disbursed, completed, advance },
});
const CARRIED = { planType: 'carried-over' } as const;

describe('approving what makes figures fall', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  /** Both projects are in the plan. */
  const approveWholePlan = async (): Promise<void> => {
    const decision = { number: '1/QĐ', date: '2023-01-05', mode: 'initial' } as const;
    const plan = planReading(decision, { '7000001': { tinh: 600 }, '7000002': { tinh: 200 } });
    await approveReady(system, system.finance, await readyReturn(system, system.finance, plan));
  };

  it('counts as the overview does: a project outside the plan is named apart, and its end is no fall of the total', async () => {
    await approvePlan(system);
    const sent = (projects: Readonly<Record<string, number>>) =>
      readyReturn(
        system,
        system.board,
        disbursementReading(
          '2023-06-07',
          Object.fromEntries(Object.entries(projects).map(([code, disbursed]) => [code, [{ disbursed }]])),
        ),
      );
    const first = await sent({ '7000001': 500, '7000002': 40 });
    expect((await checked(system, first)).preview.sections).toMatchObject([
      { after: '540', outside: { projects: 1, before: '0', after: '40' } },
    ]);
    await approveReady(system, system.board, first);
    const { preview } = await checked(system, await sent({ '7000001': 510 }));
    expect(preview.consequences).toMatchObject([
      {
        ...{ before: '500', after: '510', lowers: true, totalFalls: false, falls: [] },
        outside: { projects: 1, before: '40', after: '0' },
        vanishes: [{ code: '7000002', outside: true, before: '40', after: null }],
      },
    ]);
  });

  it('lowers what an office has disbursed only with a reason, by a return of the same day that replaces another', async () => {
    await approveWholePlan();
    const submitted = async (projects: Parameters<typeof disbursementReading>[1]): Promise<string> => {
      const id = await readyReturn(system, system.board, disbursementReading('2023-06-07', projects));
      await answerAll(system, id);
      await system.app.get(SubmitReturn).submit(system.board, id);
      return id;
    };
    const approve = async (id: string, given?: { reason: string }): Promise<unknown> => {
      const done = await system.app
        .get(ApproveReturn)
        .approve(system.approver, id, given)
        .catch((error: unknown) => error);
      await recomputeOpen(system);
      return done;
    };
    const line = (disbursed: number) => [{ source: 'tinh', disbursed }];
    expect(await approve(await submitted({ '7000001': line(500), '7000002': line(40) }))).toMatchObject({
      status: 'approved',
    });
    const less = await submitted({ '7000001': line(510) });
    expect(await approve(less)).toMatchObject({
      code: 'REASON-NEEDED',
      members: {
        consequences: [
          {
            ...{ measure: 'disbursed', basis: 'reported', planType: 'current-year', on: '2023-06-07' },
            ...{ before: '540', after: '510', lowers: true, totalFalls: true, falls: [] },
            vanishes: [{ code: '7000002', before: '40', after: null }],
          },
        ],
      },
    });
    expect(await approve(less, { reason: 'counted twice' })).toMatchObject({ status: 'approved' });
  });

  it('lowers a project under a growing total only with a reason: its sender’s, or where nobody was asked the approver’s', async () => {
    await approveWholePlan();
    const line = (disbursed: number) => [{ source: 'tinh', disbursed }];
    const send = async (day: string, projects: Parameters<typeof disbursementReading>[1]) => {
      const id = await readyReturn(system, system.board, disbursementReading(day, projects));
      const { findings, preview } = await checked(system, id);
      await answerAll(system, id);
      await system.app.get(SubmitReturn).submit(system.board, id);
      const asked = findings.filter(({ code }) => code === 'RET-CUMULATIVE-FELL').length;
      const [change] = preview.consequences ?? [];
      const done = await system.app
        .get(ApproveReturn)
        .approve(system.approver, id)
        .catch((error: unknown) => error);
      await recomputeOpen(system);
      return { id, asked, change, done };
    };
    await send('2023-06-07', { '7000001': line(500), '7000002': line(40) });
    // Of a later day, the sender says why; what it said is on the page, with the fall.
    expect(await send('2023-06-14', { '7000001': line(490), '7000002': line(90) })).toMatchObject({
      asked: 1,
      change: { before: '540', after: '580', lowers: false, falls: [{ before: '500', after: '490' }] },
      done: { status: 'approved' },
    });
    // Of the same day nobody asked the sender: it is above the earlier day's figure.
    await send('2023-06-21', { '7000001': line(520), '7000002': line(90) });
    const second = await send('2023-06-21', { '7000001': line(510), '7000002': line(120) });
    expect(second).toMatchObject({
      asked: 0,
      change: {
        ...{ before: '610', after: '630', lowers: true, totalFalls: false },
        falls: [{ before: '520', after: '510' }],
      },
      done: { code: 'REASON-NEEDED' },
    });
    expect(
      await system.app.get(ApproveReturn).approve(system.approver, second.id, { reason: 'counted twice' }),
    ).toMatchObject({ status: 'approved' });
  });

  it.each<[string, 'disbursement' | 'treasury', readonly Line[], object, object]>([
    [
      'completed work under a whole that grows',
      'disbursement',
      [paid('tinh', 120, 60, 60), paid('huyen', 60, 60, 0)],
      {
        cell: 'B2',
        value: '120',
        message: /hoàn thành .* là 120 đồng \(ô F2, F3\), .*\(140 đồng; .*S!F2, F3\)/,
      },
      { measure: 'completed', planType: 'current-year', before: '140', after: '120' },
    ],
    [
      'one source while another grows as much',
      'disbursement',
      [paid('tinh', 90, 80, 10), paid('huyen', 70, 70, 0)],
      { cell: 'E2', value: '90', message: /“tinh” đến 14\/06\/2023 là 90 .*\(100 đồng; .*S!E2\)/ },
      { measure: 'disbursed', source: { code: 'tinh', label: 'tinh' }, before: '100', after: '90' },
    ],
    [
      'capital carried over',
      'disbursement',
      [paid('tinh', 100, 80, 20), paid('huyen', 60, 60, 0), { ...paid('tinh', 20, 20, 0), ...CARRIED }],
      { cell: 'E4', value: '20', message: /là 20 .*\(30 đồng; .*S!E4\)/ },
      { measure: 'disbursed', planType: 'carried-over', before: '30', after: '20' },
    ],
    [
      'what the Treasury has paid',
      'treasury',
      [paid('tinh', 95, 80, 15), paid('huyen', 60, 60, 0)],
      { cell: 'B2', value: '155', message: /là 155 đồng \(ô E2, E3\), .*\(160 đồng; .*S!E2, E3\)/ },
      { measure: 'disbursed', basis: 'treasury', before: '160', after: '155' },
    ],
  ])('asks the sender and shows the approver a fall of %s', async (_, kind, lines, asked, shown) => {
    await approvePlan(system);
    const sender = kind === 'treasury' ? system.finance : system.board;
    const sent = (day: string, amounts: readonly Line[]) =>
      readyReturn(system, sender, disbursementReading(day, { '7000001': amounts }, { kind }));
    const carried = { ...paid('tinh', 30, 30, 0), ...CARRIED };
    const first = [paid('tinh', 100, 80, 20), paid('huyen', 60, 60, 0), carried];
    await approveReady(system, sender, await sent('2023-06-07', first));
    // Completed work takes an advance up: nothing falls.
    const grown = [paid('tinh', 100, 100, 0), paid('huyen', 60, 60, 0), carried];
    const { findings: none, preview: still } = await checked(system, await sent('2023-06-14', grown));
    expect(none.filter(({ code }) => code === 'RET-CUMULATIVE-FELL')).toEqual([]);
    expect(still.consequences).toEqual([]);
    const { findings, preview } = await checked(system, await sent('2023-06-14', lines));
    const questions = findings.filter(({ code }) => code === 'RET-CUMULATIVE-FELL');
    const { message, ...where } = asked as { message: RegExp };
    expect(questions).toMatchObject([{ severity: 'question', asks: 'reason', ...where }]);
    expect(questions[0]?.message).toMatch(message);
    expect(preview.consequences).toMatchObject([{ lowers: true, ...shown, falls: [{ code: '7000001' }] }]);
  });

  it('says of a project that a return leaves out what is left of it, also where it replaces one of the same day', async () => {
    await approvePlan(system);
    const sent = (day: string, projects: Readonly<Record<string, number>>) =>
      readyReturn(
        system,
        system.board,
        disbursementReading(
          day,
          Object.fromEntries(Object.entries(projects).map(([code, disbursed]) => [code, [{ disbursed }]])),
        ),
      );
    const missing = async (id: string): Promise<string | undefined> =>
      (await checked(system, id)).findings.find(({ code }) => code === 'RET-PROJECT-MISSING')?.message;
    await approveReady(system, system.board, await sent('2023-06-14', { '7000001': 100, '7000002': 600 }));
    expect(await missing(await sent('2023-06-21', { '7000001': 110 }))).toMatch(
      /Số đã duyệt đến 14\/06\/2023 \(600 đồng\) được giữ\.$/,
    );
    await approveReady(system, system.board, await sent('2023-06-21', { '7000001': 110, '7000002': 700 }));
    expect(await missing(await sent('2023-06-21', { '7000001': 112 }))).toMatch(
      /thay có 700 đồng: .* không còn tính, .* đến 14\/06\/2023 \(600 đồng\)\.$/,
    );
  });

  it('asks why a correction of an earlier day is above what is approved of a later one, of every plan type and basis', async () => {
    await approvePlan(system);
    const line = (disbursed: number, planType: PlanType) => ({ source: 'tinh', disbursed, planType });
    const sent = (kind: 'disbursement' | 'treasury', day: string, now: number, carried: number) =>
      readyReturn(
        system,
        kind === 'treasury' ? system.finance : system.board,
        disbursementReading(
          day,
          { '7000001': [line(now, 'current-year'), line(carried, 'carried-over')] },
          { kind },
        ),
      );
    for (const kind of ['disbursement', 'treasury'] as const) {
      const sender = kind === 'treasury' ? system.finance : system.board;
      for (const [day, now, carried] of [
        ['2023-06-07', 300, 30],
        ['2023-06-14', 400, 40],
        ['2023-06-21', 450, 45],
      ] as const)
        await approveReady(system, sender, await sent(kind, day, now, carried));
      const asked = async (...amounts: [number, number]) =>
        (await checked(system, await sent(kind, '2023-06-07', ...amounts))).findings.filter(
          ({ code }) => code === 'RET-CUMULATIVE-FELL',
        );
      expect(await asked(400, 40)).toEqual([]);
      const [first, second, ...rest] = await asked(401, 41);
      expect(rest).toEqual([]);
      expect(first).toMatchObject({
        severity: 'question',
        asks: 'reason',
        sheet: 'S',
        cell: 'E2',
        value: '401',
      });
      expect(first?.message).toMatch(
        /đến 07\/06\/2023 là 401 đồng \(ô E2\), cao hơn .* 14\/06\/2023 \(400 đồng; tệp “made.xlsx”, S!E2\)/,
      );
      expect(second).toMatchObject({ cell: 'E3', value: '41' });
    }
  });
});
