import fc from 'fast-check';
import type { Reading } from '../model/reading';
import type { ReadingOptions } from '../model/options';
import { complaints, readSheets, type Rows } from '../testing/read-sheet';

const FIGURES: Rows = [
  ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'],
  [1, 'Đường A', 9000, 5250],
  [2, 'Cầu B', 8000, 4100],
];
const PLAN: Rows = FIGURES.map((row) => row.slice(0, 3));

function read(
  signature: string,
  {
    title = 'BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023',
    date = 'Số liệu đến ngày 21/6/2023',
    table = FIGURES,
    above = '',
  }: { title?: string; date?: string | null; table?: Rows; above?: string } = {},
  options: ReadingOptions = {},
): Reading {
  const rows: Rows = [
    ['UBND HUYỆN PHÚ SƠN', null, above],
    [title],
    [date],
    ['ĐVT: triệu đồng'],
    ...table,
    [null],
    [null, null, signature],
    [null, 'NGƯỜI LẬP BIỂU', 'GIÁM ĐỐC'],
    [null, 'Nguyễn Văn A'],
  ];
  return readSheets([{ name: 'GN', rows }], options);
}

const years = (reading: Reading): string[] =>
  reading.findings.flatMap(({ choices = [], asks }) =>
    asks === 'plan-year' ? choices.map(({ value }) => value) : [],
  );

describe('the year of a line of signature', () => {
  it.each([
    'Hà Nội, ngày 21 tháng 6 năm 2022',
    'Thăng Bình, ngày 21/6/2022',
    'Ngày 21 tháng 6 năm 2022',
    'Bình Dương, ngày … tháng … năm 2022',
    'TP. Tam Kỳ, ngày 30 tháng 12 năm 2022',
    'Hà Nội ngày 21 tháng 6 năm 2024',
  ])('that isn’t the table’s is asked about with both: “%s”', (signature) => {
    const reading = read(signature);
    expect(complaints(reading)).toEqual(['RET-YEAR-UNKNOWN']);
    expect(years(reading)).toContain('2023');
    expect(reading.findings[0]?.message).toContain('dòng ngày ký');
    expect(complaints(read(signature, {}, { planYear: 2023 }))).toEqual([]);
  });

  it('is a witness in the head as well', () => {
    const above = 'Thăng Bình, ngày 21 tháng 6 năm 2022';
    expect(complaints(read('GIÁM ĐỐC', { above }))).toEqual(['RET-YEAR-UNKNOWN']);
  });

  it.each([
    ['of the week after', 'Hà Nội, ngày 22 tháng 6 năm 2023', 'Số liệu đến ngày 21/6/2023'],
    ['early next January', 'Hà Nội, ngày 05 tháng 01 năm 2024', 'Số liệu đến ngày 31/12/2023'],
    ['when the books of the year are closed', 'Ngày 15 tháng 3 năm 2024', 'Số liệu đến ngày 31/01/2024'],
    ['without its day', 'Hà Nội, ngày … tháng … năm 2023', 'Số liệu đến ngày 21/6/2023'],
  ])('%s contradicts nothing', (_what, signature, date) => {
    expect([complaints(read(signature, { date })), read(signature, { date }).planYear]).toEqual([[], 2023]);
  });

  it.each([
    ['a decision’s day', 'Quyết định số 12/QĐ-UBND, ngày 10 tháng 12 năm 2022'],
    ['a contract’s day', 'Hợp đồng ký ngày 10/12/2022'],
    ['a circular’s day', '(Ban hành kèm theo Thông tư số 15, ngày 18 tháng 02 năm 2021)'],
  ])('is not %s', (_what, text) => {
    expect(complaints(read(text))).toEqual([]);
  });

  it('of a settlement may be any later one, of a plan also the one before', () => {
    const settled = 'BÁO CÁO QUYẾT TOÁN VỐN ĐẦU TƯ NIÊN ĐỘ NGÂN SÁCH NĂM 2023';
    const date = 'Số liệu đến ngày 31/01/2024';
    expect(complaints(read('Hà Nội, ngày 20 tháng 6 năm 2024', { title: settled, date }))).toEqual([]);
    const plan = { title: 'KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023', date: null, table: PLAN };
    const asked = (signature: string): string[] => complaints(read(signature, plan));
    expect(asked('Hà Nội, ngày 20 tháng 12 năm 2022')).not.toContain('RET-YEAR-UNKNOWN');
    expect(asked('Hà Nội, ngày 20 tháng 12 năm 2021')).toContain('RET-YEAR-UNKNOWN');
  });

  it('of a report is asked about unless it is the figures’ year or the quarter after it', () => {
    const day = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 2020, max: 2026 }),
    });
    fc.assert(
      fc.property(day, ({ day: d, month, year }) => {
        const fits = year === 2023 || (year === 2024 && month <= 3);
        expect(complaints(read(`Hà Nội, ngày ${d} tháng ${month} năm ${year}`))).toEqual(
          fits ? [] : ['RET-YEAR-UNKNOWN'],
        );
      }),
      { numRuns: 40 },
    );
  });
});
