import { startDistrict, type District } from '../support/district';

const ON = 'asOf=2023-06-21';

interface Seen {
  readonly id: string;
  readonly project: { readonly id: string; readonly code: string };
  readonly state: string;
  readonly cause: string;
  readonly capitalHeld: string | null;
}

describe('land clearance over HTTP', () => {
  let district: District;
  beforeAll(async () => {
    district = await startDistrict();
    const { finance, board } = district;
    for (const name of ['plan-9001-qd-ubnd', 'plan-adjustment-9188-qd-ubnd'])
      await district.approve(finance, name);
    for (const week of ['2023-06-14', '2023-06-21']) await district.approve(board, `board-weekly-${week}`);
  }, 60_000);
  afterAll(() => district.close());

  const blockers = async (query: string, who = district.leader): Promise<{ items: Seen[]; total: number }> =>
    (await who.get(`/api/blockers?${ON}&${query}`).expect(200)).body as { items: Seen[]; total: number };

  it('sums what the clearance table of 21/6/2023 says', async () => {
    const { body } = await district.leader.get(`/api/land-clearance/summary?${ON}`).expect(200);
    expect(body).toMatchObject({
      projects: 7,
      households: 609,
      handedOver: 255,
      area: '524250',
      compensation: '142400000000',
      compensated: '65312500000',
      rates: { byHousehold: { value: '41.87' }, byLength: { value: null, reason: 'not-reported' } },
      blockers: { blockers: 7, overdue: 2, capitalHeld: '139273190000' },
    });
  });

  it('finds blockers by state, unit, words without accents, and shows what each holds', async () => {
    const { items, total } = await blockers('state=overdue');
    expect(total).toBe(2);
    expect(items.map(({ project, capitalHeld }) => [project.code, capitalHeld])).toEqual([
      ['7928830', '26305629000'],
      ['7839015', '6865703000'],
    ]);
    expect((await blockers('state=open')).total).toBe(7);
    expect((await blockers('state=closed')).total).toBe(0);
    expect((await blockers(`responsibleUnit=${encodeURIComponent('Điện lực Thăng Bình')}`)).total).toBe(1);
    expect((await blockers('q=tai dinh cu')).items).toMatchObject([{ project: { code: '7915442' } }]);
    expect((await blockers('q=nghia trang')).total).toBe(1);
    expect((await blockers('sort=capitalHeld&limit=1')).items).toMatchObject([
      { project: { code: '7904561' } },
    ]);
  });

  it('pages through blockers in a stable order', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await district.leader.get(`/api/blockers?${ON}&limit=3${cursor}`).expect(200);
      const page = body as { items: Seen[]; nextCursor: string | null };
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor === null ? '' : `&cursor=${page.nextCursor}`;
    } while (cursor !== '');
    expect(new Set(seen).size).toBe(7);
  });

  it('lets the board confirm a cause, act and close, keeps each action, and shows the leader what came of it', async () => {
    const [blocker] = (await blockers('q=7839015')).items;
    const at = `/api/blockers/${blocker?.id}`;
    const { body } = await district.board
      .patch(at)
      .send({
        cause: 'payment-refused',
        responsiblePerson: 'Chủ tịch UBND thị trấn',
        decidingLevel: 'commune',
      })
      .expect(200);
    expect(body).toMatchObject({ cause: 'payment-refused', decidingLevel: 'commune' });
    expect((await blockers('cause=payment-refused')).total).toBe(1);
    await district.board
      .post(`${at}/actions`)
      .send({ type: 'reminder', text: 'Nhắc lần 1', on: '2023-06-22' })
      .expect(200);
    await district.board
      .post(`${at}/closing`)
      .send({ reason: 'Các hộ đã nhận tiền', evidence: 'Biên bản 12/BB-UBND ngày 22/6/2023' })
      .expect(200);
    const after = await district.leader.get(at).expect(200);
    expect(after.body).toMatchObject({
      state: 'closed',
      closingReason: 'Các hộ đã nhận tiền',
      capitalHeld: null,
      capitalHeldBasis: { reason: 'not-applicable' },
      history: [
        { type: 'named', source: { sheet: 'Giải ngân', cell: 'M16' } },
        { type: 'named', source: { sheet: 'GPMB', cell: 'M11' } },
        { type: 'reminder' },
        { type: 'changed' },
        { type: 'closed' },
      ],
    });
    expect((await blockers('q=7839015')).items).toMatchObject([{ state: 'overdue' }]);
    await district.board.post(`${at}/reopening`).send({ reason: 'Còn 01 hộ' }).expect(200);
  });

  it('sums the capital held by cause and by unit, with its ageing', async () => {
    const { body } = await district.leader
      .get(`/api/blockers/summary?${ON}&groupBy=responsibleUnit`)
      .expect(200);
    expect(body).toMatchObject({ blockers: 7, capitalHeld: '139273190000', planYear: 2023 });
    const { groups } = body as { groups: { label: string; capitalHeld: string }[] };
    expect(groups[0]).toMatchObject({ label: 'Trung tâm Phát triển quỹ đất', capitalHeld: '42376376000' });
    const series = await district.leader
      .get('/api/blockers/series?from=2023-06-07&to=2023-06-21')
      .expect(200);
    expect(series.body).toMatchObject({
      points: [
        { asOf: '2023-06-07', blockers: 0, capitalHeld: null },
        { asOf: '2023-06-14', blockers: 7 },
        { asOf: '2023-06-21', blockers: 7, overdue: 2, capitalHeld: '139273190000' },
      ],
    });
  });

  it('takes typed progress, refuses what can not be, and shows each number with its source', async () => {
    const [road] = (await blockers('q=7904561')).items;
    const at = `/api/land-clearance/projects/${road?.project.id}`;
    const enter = (values: object[], more: object = {}) =>
      district.board.post(`${at}/progress`).send({ asOf: '2023-06-21', values, ...more });
    await enter([
      { measure: 'length', value: '1800' },
      { measure: 'lengthHandedOver', value: '400.5' },
    ]).expect(201);
    const refused = await enter([{ measure: 'paid', value: '200' }]).expect(422);
    expect(refused.body).toMatchObject({ code: 'PROGRESS-ORDER' });
    const fell = await enter([{ measure: 'handedOver', value: '100' }]).expect(422);
    expect(fell.body).toMatchObject({ code: 'PROGRESS-FELL' });
    const early = await enter([{ measure: 'handedOver', value: '140' }]).expect(201);
    expect(early.body).toMatchObject({ warnings: [{ code: 'PROGRESS-ORDER' }] });
    await enter([{ measure: 'handedOver', value: '118' }], { reason: 'Nhập nhầm' }).expect(201);
    const { body } = await district.leader.get(`${at}?${ON}`).expect(200);
    expect(body).toMatchObject({
      rates: { byHousehold: { value: '55.14' }, byLength: { value: '22.25', denominator: 'length' } },
      held: { capitalHeld: '42376376000' },
    });
    const { figures } = body as { figures: { measure: string; source: object | null }[] };
    expect(figures.find(({ measure }) => measure === 'households')?.source).toMatchObject({
      sheet: 'GPMB',
      cell: 'D9',
    });
    expect(figures.find(({ measure }) => measure === 'handedOver')?.source).toBeNull();
  });

  it('lets only the project’s own offices write, and a commune see the segment that it clears', async () => {
    const [blocker] = (await blockers('q=nghia trang')).items;
    const at = `/api/blockers/${blocker?.id}`;
    for (const reader of [district.finance, district.leader]) {
      await reader.post(`${at}/actions`).send({ type: 'work', text: 'x' }).expect(403);
    }
    await district.commune.get(at).expect(404);
    const mine = await district.commune.get('/api/session').expect(200);
    const { organizationId } = (mine.body as { user: { organizationId: string } }).user;
    await district.board
      .post(`/api/land-clearance/projects/${blocker?.project.id}/segments`)
      .send({ name: 'Đoạn qua xã Bình Dương', organizationId })
      .expect(201);
    await district.commune.get(at).expect(200);
    await district.commune.post(`${at}/actions`).send({ type: 'work', text: 'Đối thoại lần 2' }).expect(200);
  });

  it('names what is wrong with a request', async () => {
    await district.board.post('/api/blockers').send({ description: 'x' }).expect(400);
    await district.leader.get('/api/blockers?state=late').expect(400);
    await district.leader.get('/api/blockers/series?from=2020-01-01&to=2023-06-21').expect(400);
    await district.leader.get('/api/blockers?cause=B02').expect(400);
  });

  it('lists the causes with their numbers', async () => {
    const { body } = await district.leader.get('/api/blocker-causes').expect(200);
    expect(body).toHaveLength(19);
    expect(body).toContainEqual(expect.objectContaining({ code: 'land-price', number: 'B02' }));
  });
});
