import { Workbook } from 'exceljs';
import type { PreviewView } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { readWorkbook } from '@thongvon/return-reader';
import { openWorkbook } from '@thongvon/workbook-io';
import { startDistrict, type District, type SeenReturn } from '../support/district';
import { download } from '../support/download';
import { remarksOnOthers } from './clearance-parts/remarks';

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

  describe('and remarks on others', () => remarksOnOthers({ district: () => district, previewOf, approve }));
});
