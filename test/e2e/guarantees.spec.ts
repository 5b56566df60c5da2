import type { GuaranteeView, ListOf } from '@thongvon/contracts';
import { weeklyTable } from '../support/small-returns';
import { BOARD, COMMUNES, startWeeklyDistrict, type WeeklyDistrict } from '../support/weekly-district';

describe('guarantees of contractors’ advances', () => {
  let district: WeeklyDistrict;
  let path: string;
  const reporter = (office: string) => {
    const found = district.reporters.get(office);
    if (!found) throw new Error(`no reporter of ${office}`);
    return found;
  };
  const GIVEN = {
    contractor: 'Công ty Xây dựng Một',
    amount: '900000000',
    givenOn: '2026-01-05',
    expiresOn: '2026-05-01',
  };
  const list = async (query: string): Promise<ListOf<GuaranteeView>> =>
    (await district.leader.get(`/api/guarantees?${query}`).expect(200)).body as ListOf<GuaranteeView>;

  beforeAll(async () => {
    district = await startWeeklyDistrict('2026-05-12');
    await district.approve(
      reporter(BOARD),
      await weeklyTable('13/5/2026', [{ code: '7000001', name: 'Đường Một', planned: 1000, completed: 400 }]),
    );
    path = `/api/projects/${await district.projectId('7000001')}/guarantees`;
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
  });

  it('are told as they stood on a day, and end with their release', async () => {
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
    expect((await list('state=released')).total).toBe(1);
  });
});
