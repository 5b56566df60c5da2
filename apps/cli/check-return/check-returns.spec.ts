import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  createReturnReader,
  READING_SCHEMA,
  type FileReading,
  type ReturnReader,
} from '@thongvon/return-reader';
import Ajv2020 from 'ajv/dist/2020';
import { Workbook } from 'exceljs';
import { checkReturns } from './check-returns';
import { effectLines } from './describe-effects';

const ROOT = path.resolve(__dirname, '../../..');
const RETURNS = path.join(ROOT, 'test/fixtures/returns');
const SAMPLES = [
  'board-weekly-2023-06-21.xlsx',
  'board-with-mistakes.xlsx',
  'commune-binh-duong-2023-06-21.xlsx',
  'plan-9001-qd-ubnd.xlsx',
  'treasury-2023-06-21.xlsx',
];

describe('check-return', () => {
  let reader: ReturnReader;

  beforeAll(() => {
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/build.mjs')]);
    reader = createReturnReader({ size: 1 });
  }, 120_000);
  afterAll(() => reader.close());

  async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
    const out = new PassThrough();
    const err = new PassThrough();
    const printed = Promise.all([text(out), text(err)]);
    const code = await checkReturns(args, { folder: RETURNS, out, err, reader });
    out.end();
    err.end();
    const [outText, errText] = await printed;
    return { code, out: outText, err: errText };
  }
  const objects = (out: string): FileReading[] =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as FileReading);

  it('prints one object per file and line that keeps to the published schema', async () => {
    const { out } = await run(...SAMPLES, '--json');
    const validate = new Ajv2020({ strict: false }).compile(READING_SCHEMA);
    const readings = objects(out);
    expect(readings.map((reading) => reading.file)).toEqual(SAMPLES);
    for (const reading of readings) {
      validate(reading);
      expect(validate.errors).toBeNull();
    }
  });

  it('ends with 0, 1 or 2, and with the worst of several files', async () => {
    expect((await run('board-weekly-2023-06-21.xlsx')).code).toBe(0);
    expect((await run('board-with-mistakes.xlsx')).code).toBe(1);
    expect((await run('board-with-mistakes.xlsx', 'board-weekly-2023-06-21.xlsx')).code).toBe(1);
    expect((await run('board-with-mistakes.xlsx', 'board-weekly-2023-06-21.expected.json')).code).toBe(2);
  });

  it('says of a path without a readable file that it is none, and goes on with the others', async () => {
    const { code, out } = await run('no-such.xlsx', '.', 'commune-binh-duong-2023-06-21.xlsx', '--json');
    const [missing, folder, commune] = objects(out);
    expect(code).toBe(2);
    expect(missing).toMatchObject({ sha256: null, kinds: [], findings: [{ severity: 'error' }] });
    expect(folder).toMatchObject({ sha256: null, kinds: [] });
    expect(commune).toMatchObject({ total: { disbursed: '1573346750' } });
  });

  it('shows a person the total in the unit of the return, and each finding with its cell', async () => {
    const { out } = await run('board-with-mistakes.xlsx');
    expect(out).toContain('đơn vị triệu đồng');
    expect(out).toContain('222.177,103');
    expect(out).toContain('Giải ngân!E15  RET-AMOUNT-AMBIGUOUS');
  });

  it('says with --why what each decision rests on, cell by cell, and nothing of it without', async () => {
    const { code, out } = await run('board-weekly-2023-06-21.xlsx', '--why');
    expect(code).toBe(0);
    for (const line of [
      'Hệ thống đã hiểu thế nào:',
      'Số liệu đến: 21/06/2023 · ô Giải ngân!A5, GPMB!A5, Giải ngân!I8 “(Số liệu đến ngày 21/6/2023)”',
      'Trang “Giải ngân”, bảng A8:M57: báo cáo giải ngân',
      'Đơn vị tính: triệu đồng · ô Giải ngân!M6 “ĐVT: triệu đồng”',
      '= 21/21 các dòng cộng nhóm',
      'Cột E “Kế hoạch vốn năm 2023 / Tổng số”: kế hoạch vốn',
      '= 47/47 công thức ở dòng số cột (E = F + G + H)',
      '= 47/47 các tỷ lệ ghi trong tệp (L = I / E)',
      '2 dòng: ngoài bảng, không nhập (59, 60)',
    ])
      expect(out).toContain(line);
    expect((await run('board-weekly-2023-06-21.xlsx')).out).not.toContain('Hệ thống đã hiểu');
  });

  it('says with --why what was settled without asking, and what else it could have been', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'why-'));
    const file = path.join(folder, 'hai-cot.xlsx');
    const workbook = new Workbook();
    workbook
      .addWorksheet('GN')
      .addRows([
        ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
        ['Số liệu đến ngày 21/6/2023', null, null, 'ĐVT: triệu đồng'],
        ['STT', 'Tên dự án', 'Mã dự án', 'Số được cấp', 'Số năm trước', 'Giải ngân', 'Tỷ lệ %'],
        [1, 'Đường A', '7900001', 100, 120, 60, 60],
        [2, 'Đường B', '7900002', 200, 220, 110, 55],
      ]);
    await workbook.xlsx.writeFile(file);
    const { out } = await run(file, '--why');
    for (const line of [
      'Tự trả lời · ô GN!D3',
      '● D “Số được cấp”: là kế hoạch vốn',
      '→ kế hoạch 300.000.000 đồng, giải ngân 170.000.000 đồng',
      '= 2/2 các tỷ lệ ghi trong tệp',
      '○ E “Số năm trước”: là kế hoạch vốn: trái với các tỷ lệ ghi trong tệp',
      '→ kế hoạch 340.000.000 đồng, giải ngân 170.000.000 đồng',
    ])
      expect(out).toContain(line);
    await rm(folder, { recursive: true });
  });

  it('says how many projects a total lacks, and with --why that a sheet was set aside', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'unread-'));
    const file = path.join(folder, 'hai-tuan.xlsx');
    const workbook = new Workbook();
    for (const [name, day, disbursed] of [
      ['Tuan 21-6', '21/6/2023', 110],
      ['Tuan 23-6', '23/6/2023', 'đang rà soát'],
    ] as const)
      workbook
        .addWorksheet(name)
        .addRows([
          ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
          [`Số liệu đến ngày ${day}`, null, null, null, 'ĐVT: triệu đồng'],
          ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Lũy kế giải ngân'],
          [1, 'Đường A', '7900001', 100_000, 60_000],
          [2, 'Đường B', '7900002', 200_000, disbursed],
        ]);
    await workbook.xlsx.writeFile(file);
    const { out } = await run(file, '--why');
    expect(out).toContain('Tổng chưa đủ: 1 dự án còn ô chưa chốt.');
    expect(out).toContain('Trang “Tuan 21-6”: không đọc, vì lý do ghi ở trên');
    await rm(folder, { recursive: true });
  });

  it('says of the last return only that nothing has fallen', () => {
    const total = { planned: '90000000', disbursed: '60000000' };
    const sums = { read: '60000000', expected: '55000000' };
    const lines = (outcome: 'agrees' | 'differs') =>
      effectLines({ total, agrees: [{ with: 'last-return', outcome, ...sums }] }).slice(1);
    expect(lines('agrees')).toEqual(['✓ không giảm so với kỳ trước']);
    expect(lines('differs')).toEqual(['✗ không khớp số đã duyệt kỳ trước']);
  });

  it('reads several files as one return with --together, and says which can not be opened', async () => {
    const files = ['giai-ngan', 'gpmb'].map((sheet) => `../formats/board-weekly-2023-06-21-${sheet}.csv`);
    const { out } = await run('--together', ...files, '--json');
    const [together, ...others] = objects(out);
    expect(others).toEqual([]);
    expect(together).toMatchObject({
      file: files.join(', '),
      sha256: null,
      kinds: ['disbursement', 'land-clearance'],
      total: { planned: '428137000000', disbursed: '223422000000' },
    });
    const broken = await run('--together', ...files, 'board-weekly-2023-06-21.expected.json');
    expect(broken.code).toBe(2);
    expect(broken.out).toContain('Tệp “board-weekly-2023-06-21.expected.json”:');
  });

  it('reads with the words of an installation where it is given them', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'words-'));
    const words = path.join(folder, 'words.json');
    const item = { kind: 'unit', meaning: { key: 'dong' }, phrase: 'đồng bạc' };
    await writeFile(words, JSON.stringify({ items: [{ ...item, retiredAt: null }] }));
    expect((await run('board-weekly-2023-06-21.xlsx', '--words', words)).code).toBe(0);
    await writeFile(words, '[]');
    const { code, out, err } = await run('board-weekly-2023-06-21.xlsx', '--words', words);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('No words could be read');
    await rm(folder, { recursive: true });
  });

  it('explains itself when called without a file or with an unknown option', async () => {
    for (const args of [[], ['--xml', 'a.xlsx']]) {
      const { code, out, err } = await run(...args);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('Cách dùng');
    }
  });

  it('is published with the schema that the types make', () => {
    const committed: unknown = JSON.parse(readFileSync(path.join(ROOT, 'docs/reading.schema.json'), 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(READING_SCHEMA)));
  });
});
