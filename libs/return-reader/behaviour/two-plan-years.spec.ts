import fc from 'fast-check';
import { complaints, readSheets, readTable, type Rows, said, sumsByType } from '../testing/read-sheet';

/** Plan and disbursement of this year and of the one before: a row for each project, million đồng. */
type Amounts = readonly (readonly [number, number, number, number])[];
const AMOUNTS: Amounts = [
  [1000, 100, 500, 90],
  [2000, 0, 700, 0],
  [500, 40, 0, 40],
];
const sums = (amounts: Amounts): string[] =>
  [0, 2, 1, 3].map((at) => `${amounts.reduce((sum, row) => sum + (row[at] ?? 0), 0)}000000`);

function table(
  [plan, spent]: readonly [string, string],
  [now, before]: readonly [string, string],
  amounts: Amounts,
): Rows {
  return [
    ['STT', 'Tên dự án', 'Mã dự án', plan, null, spent, null, 'Tỷ lệ (%)'],
    [null, null, null, now, before, now, before],
    ...amounts.map(([a, b, c, d], i): Rows[number] => [
      ...[i + 1, `Đường số ${i + 1}`, `79000${10 + i}`, a, b, c, d],
      Math.round(((c + d) / (a + b)) * 10_000) / 100,
    ]),
  ];
}
const MERGES = ['D4:E4', 'F4:G4', 'A4:A5', 'B4:B5', 'C4:C5', 'H4:H5'];

const OUTER: readonly (readonly [string, string])[] = [
  ['Kế hoạch vốn năm 2023 và năm 2022 kéo dài', 'Giải ngân vốn năm 2023 và năm 2022 kéo dài đến 21/6/2023'],
  [
    'Kế hoạch vốn năm 2023 (bao gồm năm 2022 kéo dài sang)',
    'Giải ngân KH năm 2023 (tính từ 01/01/2023) và kế hoạch năm 2022 kéo dài (nếu có) đến hết 21/6/2023',
  ],
  ['Kế hoạch năm 2023, năm 2022 kéo dài', 'Lũy kế giải ngân'],
  ['Kế hoạch vốn', 'Lũy kế giải ngân kế hoạch năm 2023 và các năm trước kéo dài'],
];
const INNER: readonly (readonly [string, string])[] = [
  ['KH năm 2023', 'KH năm 2022 kéo dài'],
  ['KH Năm 2023', 'Kế hoạch năm trước kéo dài'],
  ['Kế hoạch vốn năm nay', 'Vốn kéo dài'],
];

describe('two plan years side by side', () => {
  it('are distinguished by their own captions, though the one above names both', () => {
    for (const outer of OUTER)
      for (const inner of INNER) {
        const reading = readTable(table(outer, inner, AMOUNTS), MERGES);
        expect([outer, inner, said(reading)]).toEqual([outer, inner, []]);
        expect(sumsByType(reading)).toEqual(sums(AMOUNTS));
      }
  });

  it('are distinguished where the earlier one is named by its year alone', () => {
    const [first = ['', '']] = OUTER;
    const reading = readTable(table(first, ['Năm 2023', 'Năm 2022'], AMOUNTS), MERGES);
    expect([complaints(reading), sumsByType(reading)]).toEqual([[], sums(AMOUNTS)]);
  });

  it('are never this year’s alone with their total beside them', () => {
    const amount = fc.integer({ min: 300, max: 9000 });
    const rows = fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.constantFrom(...INNER), fc.boolean(), (plans, [now, before], behind) => {
        const amounts = plans.map(([a, b]) => [a, b, Math.floor(a / 2), Math.floor(b / 3)] as const);
        const group = (total: string): string[] => (behind ? [now, before, total] : [total, now, before]);
        const cells = (a: number, b: number): number[] => (behind ? [a, b, a + b] : [a + b, a, b]);
        const [outer, spent] = OUTER[1] ?? ['', ''];
        const reading = readTable(
          [
            ['STT', 'Tên dự án', 'Mã dự án', outer, null, null, spent],
            [null, null, null, ...group('Tổng số'), ...group('Tổng số')],
            ...amounts.map(([a, b, c, d], i): Rows[number] => [
              ...[i + 1, `Đường số ${i + 1}`, `79000${10 + i}`, ...cells(a, b), ...cells(c, d)],
            ]),
          ],
          ['D4:F4', 'G4:I4', 'A4:A5', 'B4:B5', 'C4:C5'],
        );
        expect(complaints(reading)).toEqual([]);
        expect(sumsByType(reading)).toEqual(sums(amounts));
      }),
      { numRuns: 40 },
    );
  });

  it('in two tables under a title that names both need no question where a caption says “giao trong năm”', () => {
    const table = (caption: string): Rows => [
      ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023 (BAO GỒM VỐN KÉO DÀI)'],
      ['Số liệu đến ngày 21/6/2023'],
      ['ĐVT: triệu đồng'],
      ['STT', 'Tên dự án', 'Mã dự án', caption, 'Giải ngân', 'Tỷ lệ'],
      [1, 'Đường A', '7900010', 1000, 500, 50],
      [2, 'Đường B', '7900011', 2000, 700, 35],
      [],
      ['Kế hoạch vốn kéo dài từ năm 2022 sang năm 2023'],
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn kéo dài', 'Giải ngân', 'Tỷ lệ'],
      [1, 'Đường A', '7900010', 100, 90, 90],
    ];
    const reading = readSheets([{ name: 'GN', rows: table('KẾ HOẠCH VỐN GIAO TRONG NĂM') }]);
    expect(complaints(reading)).toEqual([]);
    expect(sumsByType(reading)).toEqual(['3000000000', '1200000000', '100000000', '90000000']);
    expect(complaints(readSheets([{ name: 'GN', rows: table('Kế hoạch vốn') }]))).toEqual([
      'RET-COLUMN-AMBIGUOUS D4',
    ]);
  });
});
