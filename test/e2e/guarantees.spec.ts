import type { ContractAdvanceView, GuaranteeView, ListOf, OrganizationView } from '@thongvon/api-contract';
import { weeklyTable } from '../support/small-returns';
import { BOARD, COMMUNES, startWeeklyDistrict, type WeeklyDistrict } from '../support/weekly-district';

const GIVEN = {
  contractor: 'Công ty Xây dựng Một',
  amount: '900000000',
  givenOn: '2026-01-05',
  expiresOn: '2026-05-01',
};
const ADVANCE = {
  contract: '15/HĐ-XD',
  contractor: 'Công ty Xây dựng Một',
  contractValue: '2000000000',
  amount: '600000000',
  paidOn: '2026-01-05',
  recoverBy: '2026-01-31',
};

describe('guarantees of contractors’ advances', () => {
  let district: WeeklyDistrict;
  let path: string;
  let contracts: string;
  const reporter = (office: string) => {
    const found = district.reporters.get(office);
    if (!found) throw new Error(`no reporter of ${office}`);
    return found;
  };
  const list = async (query: string): Promise<ListOf<GuaranteeView>> =>
    (await district.leader.get(`/api/guarantees?${query}`).expect(200)).body as ListOf<GuaranteeView>;

  beforeAll(async () => {
    district = await startWeeklyDistrict('2026-05-12');
    await district.approve(
      reporter(BOARD),
      await weeklyTable('13/5/2026', [{ code: '7000001', name: 'Đường Một', planned: 1000, completed: 400 }]),
    );
    const project = `/api/projects/${await district.projectId('7000001')}`;
    path = `${project}/guarantees`;
    contracts = `${project}/contract-advances`;
  }, 60_000);
  afterAll(() => district.close());

  it('are recorded by the owner, and by nobody else', async () => {
    const made = await reporter(BOARD).post(path).send(GIVEN).expect(201);
    expect(made.body).toMatchObject({ amount: '900000000', state: 'expired', daysLeft: -11 });
    await reporter(COMMUNES[0]).post(path).send(GIVEN).expect(404);
    await district.finance.post(path).send(GIVEN).expect(403);
    expect((await reporter(COMMUNES[0]).get('/api/guarantees').expect(200)).body).toMatchObject({ total: 0 });
  });

  it('are refused when they end before they begin, or were given in the future', async () => {
    const refused = async (more: object, code: string): Promise<void> => {
      const reply = await reporter(BOARD)
        .post(path)
        .send({ ...GIVEN, ...more })
        .expect(422);
      expect(reply.body).toMatchObject({ code });
    };
    await refused({ expiresOn: '2026-01-04' }, 'GUARANTEE-ENDS-TOO-EARLY');
    await refused({ givenOn: '2026-05-13', expiresOn: '2026-12-31' }, 'DATE-IN-FUTURE');
    // One digit more than a sum in whole đồng has.
    const long = { ...GIVEN, amount: '1234567890123456789' };
    expect((await reporter(BOARD).post(path).send(long).expect(400)).body).toMatchObject({
      ...{ code: 'VALIDATION', fields: [{ field: 'amount' }] },
    });
  });

  it('are reported as they stood on a day, and end with their release', async () => {
    const longer = { ...GIVEN, contractor: 'Công ty Cầu Hai', expiresOn: '2026-12-31' };
    await reporter(BOARD).post(path).send(longer).expect(201);
    const { items } = await list('q=xay dung mot&asOf=2026-04-30');
    expect(items).toMatchObject([{ state: 'running', daysLeft: 1 }]);
    expect((await list('asOf=2026-01-04')).total).toBe(0);
    const release = `/api/guarantees/${items[0]?.id ?? ''}/release`;
    const { body } = await reporter(BOARD).post(release).send({ document: 'Biên bản 12' }).expect(200);
    expect(body).toMatchObject({ state: 'released', document: 'Biên bản 12' });
    expect((await reporter(BOARD).post(release).send({}).expect(409)).body).toMatchObject({
      code: 'GUARANTEE-RELEASED',
    });
    expect((await list('state=expired')).total).toBe(0);
    // Released ones come last, though this one ended first.
    expect((await list('')).items.map(({ state }) => state)).toEqual(['running', 'released']);
  });

  it('say from how many days before their end the rule speaks of them, where they are', async () => {
    expect((await list('state=running')).items).toMatchObject([{ warnDays: 30 }]);
    const { body: offices } = await district.admin.get('/api/organizations').expect(200);
    const board = (offices as ListOf<OrganizationView>).items.find(({ name }) => name === BOARD)?.id;
    const set = (setting: object) =>
      district.admin
        .patch('/api/alert-rules/guarantee-expiring')
        .send({ effectiveFrom: '2026-05-12', reason: 'Thử', ...setting })
        .expect(200);
    await set({ thresholds: { days: 45 }, organizationId: board });
    expect((await list('state=running')).items).toMatchObject([{ warnDays: 45 }]);
    expect((await list('state=running&asOf=2026-05-11')).items).toMatchObject([{ warnDays: 30 }]);
    await set({ enabled: false });
    const added = { ...GIVEN, contractor: 'Công ty Ba', expiresOn: '2026-06-01' };
    expect((await reporter(BOARD).post(path).send(added).expect(201)).body).toMatchObject({ warnDays: null });
  });

  describe('and the advances of contracts themselves', () => {
    const board = () => reporter(BOARD);
    const all = async (query = ''): Promise<ListOf<ContractAdvanceView>> =>
      (await district.leader.get(`/api/contract-advances?${query}`).expect(200))
        .body as ListOf<ContractAdvanceView>;
    const act = async (action: 'recovery' | 'terms') => {
      const { items } = await all();
      return (body: object) =>
        board()
          .post(`/api/contract-advances/${items[0]?.id ?? ''}/${action}`)
          .send(body);
    };

    it('are recorded once, by the owner, and seen by nobody else’s office', async () => {
      const made = await board().post(contracts).send(ADVANCE).expect(201);
      expect(made.body).toMatchObject({
        ...ADVANCE,
        ...{ recovered: null, disbursed: null, outstanding: '600000000' },
        ...{ state: 'overdue', overdueAfter: '2026-04-30', daysLate: 12 },
      });
      const again = await board()
        .post(contracts)
        .send({ ...ADVANCE, contract: ' 15/hđ-xd' })
        .expect(409);
      expect(again.body).toMatchObject({ code: 'CONTRACT-ADVANCE-EXISTS' });
      await district.finance.post(contracts).send(ADVANCE).expect(403);
      const stranger = reporter(COMMUNES[0]);
      await stranger.post(contracts).send(ADVANCE).expect(404);
      expect((await stranger.get('/api/contract-advances').expect(200)).body).toMatchObject({ total: 0 });
      const { id } = made.body as ContractAdvanceView;
      const action = { recovered: '0', disbursed: '600000000' };
      await stranger.post(`/api/contract-advances/${id}/recovery`).send(action).expect(404);
    });

    it.each([
      [{ amount: '2000000001' }, 'ADVANCE-OVER-CONTRACT'],
      [{ recoverBy: '2026-01-04' }, 'RECOVERY-BEFORE-ADVANCE'],
      [{ paidOn: '2026-05-13', recoverBy: undefined }, 'DATE-IN-FUTURE'],
    ])('are refused with %o', async (more, code) => {
      const { body } = await board()
        .post(contracts)
        .send({ ...ADVANCE, ...more })
        .expect(422);
      expect(body).toMatchObject({ code });
    });

    it('are recovered as of days, and a sum that falls needs a reason', async () => {
      const record = await act('recovery');
      const said = { on: '2026-03-10', recovered: '200000000', disbursed: '1000000000' };
      await record(said).expect(200);
      for (const [more, code] of [
        [{ recovered: '600000001' }, 'RECOVERED-OVER-ADVANCE'],
        [{ disbursed: '399999999', reason: 'x' }, 'DISBURSED-BELOW-ADVANCE'],
        [{ recovered: '100000000' }, 'REASON-NEEDED'],
        [{ on: '2026-01-04' }, 'RECOVERY-BEFORE-ADVANCE'],
        [{ on: '2026-05-13' }, 'DATE-IN-FUTURE'],
      ] as const)
        expect((await record({ ...said, ...more }).expect(422)).body).toMatchObject({ code });
      const fell = { on: '2026-03-11', recovered: '100000000', reason: 'Ghi nhầm' };
      expect((await record({ ...said, ...fell }).expect(200)).body).toMatchObject({
        outstanding: '500000000',
      });
      const [before] = (await all('asOf=2026-03-10&q=15/hd')).items;
      expect(before).toMatchObject({ outstanding: '400000000', figuresOn: '2026-03-10', state: 'due' });
    });

    it('take more than the contract is worth with a reason, since its appendix may be on its way', async () => {
      const record = await act('recovery');
      const said = { on: '2026-03-12', recovered: '100000000', disbursed: '2000000001' };
      expect((await record(said).expect(422)).body).toMatchObject({
        ...{ code: 'DISBURSED-OVER-CONTRACT', field: 'reason' },
      });
      const { body } = await record({ ...said, reason: 'Phụ lục 01 đang ký' }).expect(200);
      expect(body).toMatchObject({ disbursed: '2000000001', reason: 'Phụ lục 01 đang ký' });
    });

    it('follow an appendix of the contract from its day on, and end with the last đồng', async () => {
      const amend = await act('terms');
      const terms = { contractValue: '3000000000', amount: '600000000', recoverBy: '2026-12-31' };
      const low = { ...terms, amount: '99999999' };
      expect((await amend(low).expect(422)).body).toMatchObject({ code: 'RECOVERED-OVER-ADVANCE' });
      const amended = await amend({ ...terms, document: 'Phụ lục 01' }).expect(200);
      expect(amended.body).toMatchObject({ ...terms, state: 'running', document: 'Phụ lục 01' });
      expect((await all('asOf=2026-05-11')).items).toMatchObject([
        { state: 'overdue', recoverBy: '2026-01-31' },
      ]);
      const ended = await (await act('recovery'))({ recovered: '600000000', disbursed: '2500000000' });
      expect(ended.body).toMatchObject({ state: 'recovered', outstanding: '0', daysLate: 0 });
    });

    it('are listed by state, what presses most first and what is recovered last', async () => {
      const later = { ...ADVANCE, contract: '16/HĐ-XD', paidOn: '2026-01-06', recoverBy: '2026-05-12' };
      await board().post(contracts).send(later).expect(201);
      const first = await all('limit=1');
      expect(first).toMatchObject({ total: 2, items: [{ contract: '16/HĐ-XD', state: 'due' }] });
      expect((await all(`limit=1&cursor=${first.nextCursor ?? ''}`)).items).toMatchObject([
        { contract: '15/HĐ-XD', state: 'recovered' },
      ]);
      expect(await all('state=due')).toMatchObject({ total: 1, items: [{ contract: '16/HĐ-XD' }] });
      expect((await all('state=overdue')).total).toBe(0);
    });
  });
});
