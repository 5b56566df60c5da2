import { DataSource } from 'typeorm';
import { startDistrict, type District } from '../support/district';

describe("the law's clock over HTTP", () => {
  let district: District;
  let projectId: string;
  let at: string;
  beforeAll(async () => {
    district = await startDistrict();
    const { finance, board } = district;
    await district.approve(finance, 'plan-9001-qd-ubnd');
    await district.approve(board, 'board-weekly-2023-06-21');
    await district.api.user(
      'admin@thongvon.test',
      'administrator',
      await district.api.organization('UBND huyện Thăng Bình'),
    );
    const { body } = await board.get('/api/blockers?q=7928830').expect(200);
    projectId = (body as { items: { project: { id: string } }[] }).items[0]?.project.id ?? '';
    at = `/api/land-clearance/projects/${projectId}`;
  }, 60_000);
  afterAll(() => district.close());

  it('shows every step with its limits under three laws', async () => {
    const { body } = await district.leader.get('/api/land-clearance/steps').expect(200);
    const steps = body as {
      step: string;
      limits: { regimes: string[]; days: number; unverified: boolean }[];
    }[];
    expect(steps).toHaveLength(24);
    expect(steps.find(({ step }) => step === 'plan-posting')?.limits).toMatchObject([
      { regimes: ['land-law-2013'], days: 20, unverified: true },
      { regimes: ['land-law-2024'], days: 30, unverified: false },
      { regimes: ['resolution-254'], days: 10, unverified: false },
    ]);
  });

  it('lets the board record steps and shows what deserves a look', async () => {
    await district.board.post(`${at}/steps/inventory`).send({ started: '2023-03-01' }).expect(200);
    await district.board
      .post(`${at}/steps/recovery-notice`)
      .send({ done: '2023-01-27', landType: 'agricultural' })
      .expect(200);
    const { body } = await district.leader.get(`/api/land-clearance/step-alerts?q=nghia trang`).expect(200);
    const { items } = body as { items: { step: { step: string; alerts: { code: string }[] } }[] };
    expect(items.map(({ step }) => [step.step, step.alerts.map(({ code }) => code)])).toContainEqual([
      'recovery-notice',
      ['STEP-ORDER', 'STEP-WITHOUT-DATE-OR-DOCUMENT'],
    ]);
    await district.board.post(`${at}/steps/nothing`).send({ started: '2023-03-01' }).expect(404);
    await district.board.post(`${at}/steps/inventory`).send({}).expect(422);
    await district.finance.post(`${at}/steps/inventory`).send({ started: '2023-03-01' }).expect(403);
  });

  it('takes the holidays of a year from an administrator only', async () => {
    const days = [{ day: '2023-04-29', working: false, label: 'Giỗ Tổ Hùng Vương' }];
    await district.finance.put('/api/holidays/2023').send({ days }).expect(403);
    const admin = await district.api.signedIn('admin@thongvon.test');
    const { body } = await admin.put('/api/holidays/2023').send({ days }).expect(200);
    expect(body).toMatchObject({ year: 2023, days: [{ ...days[0], tet: false }] });
    const other = await district.leader.get('/api/holidays/2024').expect(200);
    expect(other.body).toEqual({ year: 2024, confirmedAt: null, days: [] });
    await district.leader.get('/api/holidays/next').expect(404);
    const reason = 'Thông báo của Bộ Nội vụ';
    await admin.put('/api/holidays/2023').send({ days: [], reason }).expect(200);
    const trail = await district.api.app
      .get(DataSource)
      .query<object[]>(
        `SELECT details FROM audit.audit_entry WHERE action = 'holidays.confirm' ORDER BY id DESC`,
      );
    expect(trail[0]).toMatchObject({
      details: { reason, added: [], removed: ['2023-04-29 Giỗ Tổ Hùng Vương (nghỉ)'] },
    });
  });

  it('proposes the days that the law names, and says what a person has to decide', async () => {
    const admin = await district.api.signedIn('admin@thongvon.test');
    const { body } = await admin.get('/api/holidays/2023/proposal?tetFrom=2023-01-20').expect(200);
    expect(body).toMatchObject({ year: 2023, undecided: ['hungKings', 'besideNationalDay'] });
    expect((body as { days: { day: string }[] }).days.map(({ day }) => day)).toEqual(
      expect.arrayContaining(['2023-01-20', '2023-01-26', '2023-04-30', '2023-09-04']),
    );
    const other = await admin.get('/api/holidays/2023/proposal?hungKings=2024-04-18').expect(422);
    expect(other.body).toMatchObject({ code: 'HOLIDAY-OTHER-YEAR' });
    const unlikely = await admin.get('/api/holidays/99999/proposal').expect(404);
    expect(unlikely.body).toMatchObject({ code: 'NOT-FOUND' });
  });

  it('keeps advances and what is moved of them', async () => {
    const added = await district.board
      .post(`${at}/advances`)
      .send({ amount: '1000000000', advancedOn: '2023-05-02' })
      .expect(201);
    expect(added.body).toMatchObject({
      paid: '2770000000',
      advances: [
        { outstanding: '1000000000', papersDue: '2023-06-01', returnDue: '2023-08-02', unverified: true },
      ],
    });
    const { advances } = added.body as { advances: { id: string }[] };
    const moves = `/api/land-clearance/advances/${advances[0]?.id}/moves`;
    const move = { type: 'settled', amount: '400000000', on: '2023-06-20' };
    await district.board.post(moves).send(move).expect(204);
    await district.board
      .post(moves)
      .send({ ...move, amount: '700000000' })
      .expect(422);
    const { body } = await district.finance.get('/api/land-clearance/advances').expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ settled: '400000000', outstanding: '600000000' }] });
  });

  it('shows all that a contractor holds up', async () => {
    const opened = {
      projectId,
      description: 'Dừng thi công từ tháng 4',
      contractor: 'Công ty TNHH Mẫu',
      cause: 'contractor',
    };
    await district.board.post('/api/blockers').send(opened).expect(201);
    const { body } = await district.leader.get('/api/blockers?contractor=cong ty mau').expect(200);
    expect(body).toMatchObject({
      total: 1,
      items: [{ contractor: 'Công ty TNHH Mẫu', capitalHeld: '28305629000' }],
    });
    const summary = await district.leader.get('/api/blockers/summary?groupBy=contractor').expect(200);
    const { groups } = summary.body as { groups: object[] };
    expect(groups).toContainEqual(expect.objectContaining({ label: 'Công ty TNHH Mẫu', projects: 1 }));
  });

  it('shows on one page what a contractor holds up, owes and works on', async () => {
    await district.board
      .post('/api/closing-items')
      .send({
        projectId,
        kind: 'settlement-paper',
        what: 'Bản vẽ hoàn công',
        owedBy: 'CÔNG TY TNHH MẪU',
        since: '2023-05-01',
      })
      .expect(201);
    const project = `/api/projects/${projectId}`;
    await district.finance
      .patch(project)
      .send({ contractors: ['Công ty TNHH Mẫu', 'Công ty B'] })
      .expect(200);
    const { body } = await district.leader.get('/api/contractor?name=cong ty tnhh mau').expect(200);
    expect(body).toMatchObject({
      names: ['Công ty TNHH Mẫu'],
      held: { blockers: 1, projects: 1, capitalHeld: '28305629000' },
      blockers: [{ project: { id: projectId }, cause: 'contractor' }],
      owes: [{ what: 'Bản vẽ hoàn công', daysOwed: 53 }],
      projects: [{ id: projectId }],
    });
    const none = await district.leader.get('/api/contractor?name=cong ty x').expect(200);
    expect(none.body).toMatchObject({
      names: [],
      held: { blockers: 0 },
      blockers: [],
      owes: [],
      projects: [],
    });
    await district.leader.get('/api/contractor').expect(400);
  });

  it('keeps who owes which paper of the final settlement since when', async () => {
    const owed = {
      projectId,
      kind: 'settlement-paper',
      what: 'Hồ sơ quyết toán A-B',
      owedBy: 'Nhà thầu A',
      since: '2023-01-31',
    };
    const { body } = await district.board.post('/api/closing-items').send(owed).expect(201);
    const { id } = body as { id: string };
    const list = await district.leader.get('/api/closing-items?state=owed').expect(200);
    expect(list.body).toMatchObject({ total: 2, items: [{ id, owedBy: 'Nhà thầu A', daysOwed: 143 }, {}] });
    await district.board
      .post(`/api/closing-items/${id}/settlement`)
      .send({ on: '2023-06-20', evidence: 'CV 9' })
      .expect(204);
    const settled = await district.leader.get('/api/closing-items?state=settled').expect(200);
    expect(settled.body).toMatchObject({ items: [{ id, settledOn: '2023-06-20', evidence: 'CV 9' }] });
  });
});
