import type { AuditEntryView, ListOf, RememberedView } from '@thongvon/api-contract';
import { alteredWorkbook } from '../support/altered-workbook';
import { demoWorkbook, startDistrict, type District, type SeenReturn } from '../support/district';

describe('what an office has answered', () => {
  let district: District;
  beforeAll(async () => {
    district = await startDistrict();
    // The adjustment comes later: a ledger that is a decision behind settles no unit, so that it is asked.
    await district.approve(district.finance, 'plan-9001-qd-ubnd');
  }, 60_000);
  afterAll(() => district.close());

  const withoutUnit = async (week: string, instead = ''): Promise<Buffer> =>
    alteredWorkbook(await demoWorkbook(`board-weekly-${week}`), (value) =>
      typeof value === 'string' && value.startsWith('ĐVT') ? instead : undefined,
    );
  const send = async (bytes: Buffer): Promise<SeenReturn> => {
    const id = await district.upload(district.board, bytes, 'tuan.xlsx');
    return district.read(district.board, id);
  };
  const answer = (id: string, answers: object[]) =>
    district.board.post(`/api/returns/${id}/answers`).send({ answers });

  it('is asked once: the next return with the same gap needs no question', async () => {
    const first = await send(await withoutUnit('2023-05-24'));
    const questions = first.findings.filter(({ severity }) => severity === 'question');
    expect([first.status, new Set(questions.map(({ code }) => code))]).toEqual([
      'needs-attention',
      new Set(['RET-UNIT-UNKNOWN']),
    ]);
    const units = questions.map(({ code, sheet, cell }) => ({ code, sheet, cell, value: 'million-dong' }));
    await answer(
      first.id,
      units.map((unit) => ({ ...unit, value: 'tons' })),
    ).expect(422);
    await answer(first.id, units).expect(202);
    const read = await district.read(district.board, first.id);
    expect(read).toMatchObject({ status: 'ready', total: { disbursed: '178855902000' } });
    await district.board.post(`/api/returns/${first.id}/submission`).expect(200);

    const second = await send(await withoutUnit('2023-05-31'));
    expect(second).toMatchObject({ status: 'ready', total: { disbursed: '189997426000' } });
  });

  it('does not speak for another office', async () => {
    const id = await district.upload(district.finance, await withoutUnit('2023-06-07'), 'x.xlsx');
    expect((await district.read(district.finance, id)).status).toBe('needs-attention');
  });

  it('also settles which project of the register a mistyped code means', async () => {
    const mistyped = async (week: string): Promise<Buffer> =>
      alteredWorkbook(await demoWorkbook(`board-weekly-${week}`), (value) =>
        value === '7915442' ? '7915443' : undefined,
      );
    const first = await send(await mistyped('2023-06-07'));
    const question = first.findings.find(({ code }) => code === 'RET-PROJECT-UNKNOWN');
    expect(question).toMatchObject({
      severity: 'question',
      choices: [{ label: '7915442 · Cầu Tây Giang' }, { value: 'new' }],
    });
    const value = question?.choices?.[0]?.value;
    const { code, sheet, cell } = question ?? {};
    await answer(first.id, [{ code, sheet, cell, value }]).expect(202);
    expect((await district.read(district.board, first.id)).status).toBe('ready');
    await district.board.post(`/api/returns/${first.id}/submission`).expect(200);
    await district.finance.post(`/api/returns/${first.id}/approval`).expect(202);
    expect(await district.summary(district.finance, 'planYear=2023&asOf=2023-06-07')).toMatchObject({
      unplanned: { projects: 0 },
      coverage: { projects: 25, reported: 25 },
    });

    expect((await send(await mistyped('2023-06-14'))).status).toBe('ready');
  });

  it('is shown to the administrator with who said so on which return, and is asked again once forgotten', async () => {
    const office = await district.api.organization('UBND huyện Thăng Bình');
    await district.api.user('admin@thongvon.test', 'administrator', office);
    const admin = await district.api.signedIn('admin@thongvon.test');
    const list = async () =>
      ((await admin.get('/api/office-profiles').expect(200)).body as ListOf<RememberedView>).items;
    const remembered = await list();
    const project = remembered.find(({ topic }) => topic === 'project');
    expect(project).toMatchObject({
      organization: { name: 'Ban Quản lý dự án - Đô thị' },
      asked: expect.stringContaining('7915443') as string,
      projectName: 'Cầu Tây Giang',
      origin: { by: 'Người reporter', fileName: 'tuan.xlsx' },
    });
    const units = remembered.filter(({ topic }) => topic === 'unit');
    expect(units.map(({ value }) => value)).toEqual(units.map(() => 'million-dong'));

    const [unit] = units;
    const forgetting = `/api/office-profiles/${unit?.organization.id}/forgetting`;
    await admin.post(forgetting).send({ id: unit?.id }).expect(400);
    await admin.post(forgetting).send({ id: unit?.id, reason: 'đơn vị đã đổi mẫu biểu' }).expect(204);
    await admin.post(forgetting).send({ id: unit?.id, reason: 'đơn vị đã đổi mẫu biểu' }).expect(404);
    expect(await list()).toHaveLength(remembered.length - 1);
    const asked = await send(await withoutUnit('2023-06-14'));
    expect(asked.findings.filter(({ severity }) => severity === 'question')).toMatchObject([
      { code: 'RET-UNIT-UNKNOWN', sheet: unit?.sheet },
    ]);
    const trail = await admin.get('/api/audit-trail?action=profile.forget').expect(200);
    expect((trail.body as ListOf<AuditEntryView>).items).toMatchObject([
      { subject: { name: 'Ban Quản lý dự án - Đô thị' }, details: { about: 'unit' } },
    ]);
  });

  it('needs nothing where the plan ledger and the last return settle the unit', async () => {
    await district.approve(district.finance, 'plan-adjustment-9188-qd-ubnd');
    // Other bytes than the return before it: the very same file would be known as already received.
    const read = await send(await withoutUnit('2023-06-14', ' '));
    expect(read).toMatchObject({ status: 'ready', total: { disbursed: '212280469000' } });
  });
});
