import { Workbook } from 'exceljs';
import type {
  BlockerDetailView,
  PreviewView,
  ProjectClearancePageView,
  SessionView,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { readWorkbook } from '@thongvon/return-reader';
import { openWorkbook } from '@thongvon/workbook-io';
import { startDistrict, type District, type SeenReturn } from '../support/district';
import { download } from '../support/download';

const HEAD = [
  ...['TT', 'Mã dự án', 'Tên dự án', 'Số hộ bị ảnh hưởng', 'Số hộ đã bàn giao', 'Kinh phí bồi thường'],
  ...['Kinh phí đã chi trả', 'Khó khăn, vướng mắc', 'Đơn vị chủ trì', 'Thời hạn'],
];
const ROAD = '7904561';
const NAME =
  'Đường nối từ đường Võ Chí Công đi Khu công nghiệp Đông Quế Sơn nối với Quốc lộ 14H và Quốc lộ 1A';
const PRICE = 'Chưa có giá đất ở';

type Row = readonly (string | number | null)[];

/** A clearance table as an office types it. */
async function clearanceTable(day: string, rows: readonly Row[]): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('GPMB');
  sheet.addRow(['TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG']);
  sheet.addRow([`(Số liệu đến ngày ${day})`]);
  sheet.addRow(['Đơn vị tính: triệu đồng']);
  sheet.addRow(HEAD);
  for (const row of rows) sheet.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('a clearance table that tells of a project in parts', () => {
  let district: District;
  let roadId: string;
  beforeAll(async () => {
    district = await startDistrict();
    await district.approve(district.finance, 'plan-9001-qd-ubnd');
  }, 60_000);
  afterAll(() => district.close());

  const rows = (handedOver: number, blocker: string | null): Row[] => [
    [1, ROAD, NAME, 30, 10 + handedOver, 3000, 1200, null, null, null],
    [
      '1.1',
      null,
      'Đoạn qua xã Bình Phú',
      10,
      handedOver,
      1000,
      400,
      blocker,
      'UBND xã Bình Phú',
      '30/6/2023',
    ],
    ['1.2', null, 'Đợt 2', 20, 10, 2000, 800, PRICE, 'UBND xã Bình Quế', null],
  ];
  async function send(name: string, day: string, table: readonly Row[]): Promise<SeenReturn> {
    const id = await district.upload(district.board, await clearanceTable(day, table), `${name}.xlsx`);
    return district.read(district.board, id);
  }
  async function approve(id: string): Promise<void> {
    await district.board.post(`/api/returns/${id}/submission`).expect(200);
    await district.finance.post(`/api/returns/${id}/approval`).expect(202);
    await district.summary(district.finance, 'planYear=2023&asOf=2023-12-31');
  }
  const previewOf = (seen: SeenReturn): PreviewView => seen.preview as unknown as PreviewView;

  it('asks once whether they are followed apart, and shows what it would change', async () => {
    const seen = await send('week-1', '14/6/2023', rows(3, PRICE));
    expect(seen.status).toBe('needs-attention');
    const questions = seen.findings.filter(({ severity }) => severity === 'question');
    expect(questions).toMatchObject([
      { code: 'RET-PROJECT-REPEATED', value: ROAD, choices: [{ value: 'parts' }] },
    ]);
    const preview = previewOf(seen);
    expect(preview.sections[0]?.numbers).toContainEqual(
      expect.objectContaining({ measure: 'households', before: null, after: '30', change: '30' }),
    );
    expect(preview.remarks).toMatchObject([
      { state: 'new', text: PRICE, cell: { cell: 'H6' } },
      { state: 'new', text: PRICE, cell: { cell: 'H7' } },
    ]);
    const [question] = questions;
    const { code, sheet, cell } = question ?? {};
    await district.board
      .post(`/api/returns/${seen.id}/answers`)
      .send({ answers: [{ code, sheet, cell, asked: ROAD, value: 'parts' }] })
      .expect(202);
    expect((await district.read(district.board, seen.id)).status).toBe('ready');
    await approve(seen.id);
  });

  it('keeps each part with its own numbers and blockers, and does not add them to the whole', async () => {
    const summary = await district.leader.get('/api/land-clearance/summary?asOf=2023-06-14').expect(200);
    expect(summary.body).toMatchObject({ projects: 1, households: 30, handedOver: 13 });
    const { body } = await district.leader.get('/api/blockers?asOf=2023-06-14&sort=openedOn').expect(200);
    const { items } = body as { items: { project: { id: string }; segment: { name: string } }[] };
    expect(items.map(({ segment }) => segment.name).toSorted()).toEqual(['Đoạn qua xã Bình Phú', 'Đợt 2']);
    roadId = items[0]?.project.id ?? '';
    const page = await district.leader
      .get(`/api/land-clearance/projects/${roadId}?asOf=2023-06-14`)
      .expect(200);
    expect((page.body as { segments: object[] }).segments).toMatchObject([
      { name: 'Đoạn qua xã Bình Phú', commune: 'xã Bình Phú', batch: null, figuresAsOf: '2023-06-14' },
      { name: 'Đợt 2', commune: null, batch: 2, figuresAsOf: '2023-06-14' },
    ]);
  });

  it('is asked for in parts by the office’s blank return, and read back so', async () => {
    const { body } = await download(district.board, '/api/blank-return?kind=land-clearance&asOf=2023-06-21');
    const { landClearance } = readWorkbook(openWorkbook(body as Buffer), { today: plainDate('2023-06-23') });
    expect(
      landClearance.map(({ code, name, households, blocker }) => [code, name, households, blocker]),
    ).toEqual([
      [ROAD, NAME, 30, null],
      [ROAD, `${NAME}, Đoạn qua xã Bình Phú`, 10, PRICE],
      [ROAD, `${NAME}, Đợt 2`, 20, PRICE],
    ]);
  });

  it('does not ask again, and says what is new, changed and gone', async () => {
    const seen = await send('week-2', '21/6/2023', [
      ...rows(5, null),
      [
        2,
        '7928830',
        'Nghĩa trang nhân dân Nam Thăng Bình và đường dẫn',
        5,
        0,
        100,
        0,
        'Chưa di dời mộ',
        null,
        null,
      ],
    ]);
    expect(seen.findings.filter(({ code }) => code === 'RET-PROJECT-REPEATED')).toEqual([]);
    const { sections, remarks } = previewOf(seen);
    expect(remarks?.map(({ state, text, before }) => [state, text, before])).toEqual([
      ['unchanged', PRICE, PRICE],
      ['vanished', null, PRICE],
      ['new', 'Chưa di dời mộ', null],
    ]);
    expect(sections[0]?.rows[1]).toMatchObject({ name: `${NAME}, Đoạn qua xã Bình Phú` });
    expect(sections[0]?.rows[1]?.numbers).toContainEqual({
      measure: 'handedOver',
      unit: 'household',
      before: '3',
      after: '5',
      change: '2',
      cell: { sheet: 'GPMB', cell: 'E6' },
    });
  });

  it('warns when the parts do not add up, and refuses rows that nothing distinguishes', async () => {
    const off = await send('week-3', '22/6/2023', [
      [1, ROAD, NAME, 31, 13, 3000, 1200, null, null, null],
      ...rows(3, null).slice(1),
    ]);
    expect(off.findings).toContainEqual(
      expect.objectContaining({ code: 'RET-TOTAL-DIFFERS', severity: 'warning', cell: 'D5' }),
    );
    const [whole] = rows(3, null);
    const twice = await send('week-4', '22/6/2023', [whole ?? [], [2, ...(whole ?? []).slice(1)]]);
    expect(twice.findings).toContainEqual(
      expect.objectContaining({ code: 'RET-PROJECT-REPEATED', severity: 'error', cell: 'D6' }),
    );
  });

  it('lets people say that two blockers are one, and take it back', async () => {
    const { body } = await district.board.get('/api/blockers?state=open').expect(200);
    const [one, other] = (body as { items: { id: string }[] }).items;
    const merger = await district.board
      .post(`/api/blockers/${other?.id}/merger`)
      .send({ into: one?.id, reason: 'Cùng thiếu giá đất' })
      .expect(200);
    expect(merger.body).toMatchObject({
      id: one?.id,
      merged: [{ id: other?.id, reason: 'Cùng thiếu giá đất' }],
    });
    const after = await district.leader.get('/api/blockers?state=open').expect(200);
    expect(after.body).toMatchObject({ total: 1 });
    await district.leader.get(`/api/blockers/${other?.id}`).expect(200);
    await district.finance.post(`/api/blockers/${other?.id}/separation`).send({ reason: 'x' }).expect(403);
    await district.board
      .post(`/api/blockers/${other?.id}/separation`)
      .send({ reason: 'Hai đoạn' })
      .expect(200);
    expect((await district.leader.get('/api/blockers?state=open').expect(200)).body).toMatchObject({
      total: 2,
    });
  });

  describe('and remarks on others', () => {
    type Project = readonly [code: string, name: string];
    const STREET: Project = ['7839015', 'Đường Đông Sơn'];
    const BRIDGE: Project = ['7915442', 'Cầu Tây Giang'];
    const WAITS = 'Đang bổ sung hồ sơ, dự kiến tháng 7';
    const REFUSES = '03 hộ chưa đồng ý kiểm đếm';
    const CHANGED = WAITS.replace('7', '8');
    const ids = new Map<string, string>();
    let first = '';
    let before: object;
    let admin: District['board'];

    beforeAll(async () => {
      const { body } = await district.finance.get('/api/session').expect(200);
      const { user } = body as SessionView;
      await district.api.user('admin@thongvon.test', 'administrator', user.organizationId);
      admin = await district.api.signedIn('admin@thongvon.test');
    });

    /** A clearance table with a column of notes and none for blockers: a remark on the street, and one on the bridge. */
    async function remarked(day: string, ...notes: [string, string]): Promise<SeenReturn> {
      const book = new Workbook();
      const sheet = book.addWorksheet('GPMB');
      sheet.addRow(['TIẾN ĐỘ GIẢI PHÓNG MẶT BẰNG']);
      sheet.addRow([`(Số liệu đến ngày ${day})`]);
      sheet.addRow(['TT', 'Mã dự án', 'Tên dự án', 'Số hộ bị ảnh hưởng', 'Số hộ đã bàn giao', 'Ghi chú']);
      [STREET, BRIDGE].forEach((project, at) => sheet.addRow([at + 1, ...project, 5, 1, notes[at]]));
      const reply = await district.board
        .post('/api/returns')
        .field('coverage', 'partial')
        .attach('file', Buffer.from(await book.xlsx.writeBuffer()), 'ghi-chu.xlsx')
        .expect(202);
      return district.read(district.board, (reply.body as { id: string }).id);
    }
    const inReturn = async (id: string): Promise<unknown> =>
      previewOf(await district.read(district.board, id)).remarks?.map(({ state, text }) => [state, text]);
    async function onProject([code]: Project): Promise<readonly object[]> {
      const at = `/api/land-clearance/projects/${ids.get(code)}?asOf=2023-06-23`;
      return ((await district.leader.get(at).expect(200)).body as ProjectClearancePageView).remarks;
    }
    const source = (cell: string) => ({ returnId: first, sheet: 'GPMB', cell });
    const say = (who: District['board'], type: string, [code]: Project, cell: string) =>
      who.post('/api/remarks/decisions').send({ projectId: ids.get(code), type, source: source(cell) });
    const openFrom = (who: District['board'], cell: string) =>
      who
        .post('/api/blockers')
        .send({ projectId: ids.get(BRIDGE[0]), description: REFUSES, source: source(cell) });
    const held = async (): Promise<object> =>
      (await district.leader.get('/api/blockers/summary').expect(200)).body as object;
    async function audited(): Promise<string[]> {
      const { body } = await admin.get('/api/audit-trail?limit=500').expect(200);
      const actions = (body as { items: { action: string }[] }).items.map(({ action }) => action);
      return actions.filter((action) => action.startsWith('remark.'));
    }

    it('proposes them to people: they open no blocker, hold no capital and raise no alert', async () => {
      for (const [code] of [STREET, BRIDGE]) {
        const { body } = await district.leader.get(`/api/projects?q=${code}`).expect(200);
        ids.set(code, (body as { items: { id: string }[] }).items[0]?.id ?? '');
      }
      before = await held();
      first = (await remarked('15/6/2023', WAITS, REFUSES)).id;
      const both = [
        ['proposed', WAITS],
        ['proposed', REFUSES],
      ];
      expect(await inReturn(first)).toEqual(both);
      await approve(first);
      expect(await inReturn(first)).toEqual(both);
      expect(await held()).toEqual(before);
      for (const project of [STREET, BRIDGE]) {
        const blockers = await district.leader
          .get(`/api/blockers?projectId=${ids.get(project[0])}`)
          .expect(200);
        expect(blockers.body).toMatchObject({ total: 0 });
        const alerts = await district.leader.get(`/api/alerts?q=${project[0]}`).expect(200);
        expect(alerts.body).toMatchObject({ total: 0 });
      }
      expect(await onProject(STREET)).toMatchObject([
        { text: WAITS, state: 'proposed', asOf: '2023-06-15', source: source('F4'), mayDecide: true },
      ]);
    });

    it('lets the finance office say that one is none, and nobody else, nor of another cell', async () => {
      await say(district.leader, 'declined', STREET, 'F4').expect(403);
      await say(district.commune, 'declined', STREET, 'F4').expect(404);
      // The remark on the other project, a number, and what there is nothing to take back of.
      for (const cell of ['F5', 'D4'])
        expect((await say(district.finance, 'declined', STREET, cell).expect(422)).body).toMatchObject({
          code: 'REMARK-UNKNOWN',
        });
      await say(district.finance, 'reconsidered', STREET, 'F4').expect(200);
      expect(await audited()).toEqual([]);
      const said = await say(district.finance, 'declined', STREET, 'F4').expect(200);
      expect(said.body).toMatchObject({ state: 'declined', text: WAITS });
      await say(district.finance, 'declined', STREET, 'F4').expect(200);
      expect(await audited()).toEqual(['remark.declined']);
      expect(await inReturn(first)).toEqual([
        ['declined', WAITS],
        ['proposed', REFUSES],
      ]);
      expect(await onProject(STREET)).toMatchObject([
        { text: WAITS, state: 'declined', decidedBy: 'Người finance-officer' },
      ]);
    });

    it('lets the board open a blocker from the other, once, which keeps its cell', async () => {
      await openFrom(district.finance, 'F5').expect(403);
      expect((await openFrom(district.board, 'F4').expect(422)).body).toMatchObject({
        code: 'REMARK-UNKNOWN',
      });
      const opened = await openFrom(district.board, 'F5').expect(201);
      const { id, history } = opened.body as BlockerDetailView;
      expect(opened.body).toMatchObject({ openedFrom: source('F5'), state: 'open' });
      expect(history).toMatchObject([{ type: 'opened', source: source('F5') }]);
      const listed = await district.leader.get(`/api/blockers?projectId=${ids.get(BRIDGE[0])}`).expect(200);
      expect(listed.body).toMatchObject({ total: 1, items: [{ id, openedFrom: source('F5') }] });
      const again = await openFrom(district.board, 'F5').expect(409);
      expect(again.body).toMatchObject({ code: 'REMARK-ACCEPTED', blockerId: id });
      expect((await say(district.board, 'declined', BRIDGE, 'F5').expect(409)).body).toMatchObject({
        code: 'REMARK-ACCEPTED',
      });
      expect(await onProject(BRIDGE)).toEqual([]);
      expect(await held()).not.toEqual(before);
    });

    it('proposes neither again next week, only what says something else or was taken back', async () => {
      const same = await remarked('22/6/2023', `${WAITS.toUpperCase()}.`, REFUSES.replace('03', '3'));
      expect(await inReturn(same.id)).toEqual([]);
      await approve(same.id);
      expect(await onProject(STREET)).toMatchObject([{ state: 'declined' }]);
      expect(await onProject(BRIDGE)).toEqual([]);
      const other = await remarked('23/6/2023', CHANGED, REFUSES);
      expect(await inReturn(other.id)).toEqual([['proposed', CHANGED]]);
      await say(district.board, 'reconsidered', STREET, 'F4').expect(200);
      expect(await inReturn(same.id)).toEqual([['proposed', `${WAITS.toUpperCase()}.`]]);
      expect(await onProject(STREET)).toMatchObject([{ state: 'proposed', asOf: '2023-06-22' }]);
      expect(await audited()).toEqual(['remark.reconsidered', 'remark.declined']);
    });
  });
});
