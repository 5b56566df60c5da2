import fc from 'fast-check';
import type { Reading } from '../model/reading';
import { complaints, readTable, said, type Rows } from '../testing/read-sheet';

type Row = (string | number | null)[];

const HEAD = ['STT', 'Tên dự án', 'Mã dự án', 'Hợp đồng', 'Kế hoạch vốn năm 2023', 'Giải ngân', 'Tỷ lệ %'];
const BRIDGE: Row = [2, 'Cầu Vĩnh Hòa', '7900002', 'HĐ 03', 50, 20, 40];
const TOTAL: Row = [null, 'Tổng cộng', null, null, 150, 70, null];
const amounts = ({ projects }: Reading): unknown => projects.map((p) => [p.code, p.planned, p.disbursed]);
const READ = [
  ['7900001', '100000000', '50000000'],
  ['7900002', '50000000', '20000000'],
];

describe('contracts of one project whose plan stands once', () => {
  const first: Row = [1, 'Đường tránh đèo', '7900001', 'HĐ 01', 100, 30, 50];

  it.each<[string, Row, string[]]>([
    ['without a name', [null, null, null, 'HĐ 02', null, 20, null], []],
    [
      'under merged cells',
      [null, null, null, 'HĐ 02', null, 20, null],
      ['A5:A6', 'B5:B6', 'C5:C6', 'E5:E6', 'G5:G6'],
    ],
    [
      'with the number of the contract as name',
      [null, 'Hợp đồng số 02/HĐ-XD', null, null, null, 20, null],
      [],
    ],
    ['as a package', [null, 'Gói thầu số 2', null, 'HĐ 02', null, 20, null], []],
    [
      'under one merged code',
      [2, 'Hàng rào, sân đường', null, 'HĐ 02', null, 20, null],
      ['C5:C6', 'E5:E6', 'G5:G6'],
    ],
    ['under the same code', [2, 'Hàng rào, sân đường', '7900001', 'HĐ 02', null, 20, null], []],
  ])('are its disbursement together, as the rate says: %s', (_, second, merges) => {
    for (const end of [[BRIDGE], [BRIDGE, TOTAL]]) {
      const reading = readTable([HEAD, first, second, ...end], merges);
      expect([complaints(reading), amounts(reading)]).toEqual([[], READ]);
      expect(said(reading).filter((text) => text.includes('RATE'))).toEqual([]);
    }
  });

  it('are so as the total says, where no rate does', () => {
    const [head, , , , ...more] = [HEAD, first, null, null, BRIDGE, TOTAL].map(
      (row) => row?.slice(0, 6) ?? [],
    );
    const second: Row = [null, null, null, 'HĐ 02', null, 20];
    const reading = readTable([head ?? [], first.slice(0, 6), second, ...more]);
    expect([complaints(reading), amounts(reading)]).toEqual([[], READ]);
  });

  it('are parts of what its row says, where the rate or the total says so', () => {
    for (const rows of [
      [
        [1, 'Đường tránh đèo', '7900001', null, 100, 50, 50],
        [null, 'Gói thầu số 2', null, null, null, 20, null],
        BRIDGE,
      ],
      [
        [1, 'Đường tránh đèo', '7900001', null, 100, 50, null],
        [null, 'Gói thầu số 2', null, null, null, 20, null],
        BRIDGE,
        TOTAL,
      ],
    ] satisfies Row[][]) {
      const reading = readTable([HEAD, ...rows]);
      expect([complaints(reading), amounts(reading)]).toEqual([[], READ]);
    }
  });

  it('are asked about or refused where nothing tells', () => {
    const reading = readTable([
      HEAD,
      [...first.slice(0, 6), null],
      [null, null, null, 'HĐ 02', null, 20, null],
      BRIDGE,
    ]);
    expect(complaints(reading)).not.toEqual([]);
  });
});

describe('parts of a project whose own row has no amounts', () => {
  it.each([
    ['Xây lắp', 'Bồi thường GPMB'],
    ['Gói thầu số 1', 'Gói thầu số 2'],
    ['Tháng 4', 'Tháng 5'],
  ])('are added up: %s, %s', (a, b) => {
    for (const mark of ['-', null]) {
      const reading = readTable([
        HEAD,
        [1, 'Đường tránh đèo', '7900001'],
        [mark, a, null, null, 60, 30, null],
        [mark, b, null, null, 40, 20, null],
        BRIDGE,
        TOTAL,
      ]);
      expect([complaints(reading), amounts(reading)]).toEqual([[], READ]);
    }
  });

  it('are added up to its plan, which alone it has', () => {
    const reading = readTable([
      HEAD,
      [1, 'Đường tránh đèo', '7900001', null, 100, null, 50],
      ['-', 'Hợp đồng số 01', null, null, null, 30, null],
      ['-', 'Hợp đồng số 02', null, null, null, 20, null],
      BRIDGE,
    ]);
    expect([complaints(reading), amounts(reading)]).toEqual([[], READ]);
  });

  it('are no months of the amounts that it has', () => {
    const reading = readTable([
      HEAD,
      [1, 'Đường tránh đèo', '7900001', null, 100, 50, null],
      [null, 'Tháng 4', null, null, null, 20, null],
      [null, 'Tháng 5', null, null, null, 30, null],
      BRIDGE,
      TOTAL,
    ]);
    expect([complaints(reading), amounts(reading)]).toEqual([[], READ]);
  });

  it('are one too many where the same stands twice', () => {
    const rows: Rows = [
      HEAD,
      [1, 'Đường tránh đèo', '7900001'],
      ['-', 'Xây lắp', null, null, 60, 30, null],
      ['-', 'Xây lắp', null, null, 60, 30, null],
      BRIDGE,
    ];
    expect(complaints(readTable(rows))).not.toEqual([]);
  });
});

describe('contracts, however many', () => {
  it('never lose or double a đồng where the total or the rate says what they are', () => {
    const payments = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(payments, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.boolean(),
        (works, named, rated) => {
          const sums = works.map((paid) => paid.reduce((a, b) => a + b, 0));
          const all = sums.reduce((a, b) => a + b, 0);
          const rows = works.flatMap((paid, i): Row[] =>
            paid.map((amount, j) =>
              j === 0
                ? [
                    i + 1,
                    `Đường số ${i}`,
                    String(7_900_000 + i),
                    'HĐ 1',
                    5000,
                    amount,
                    rated ? (sums[i] ?? 0) / 50 : null,
                  ]
                : [null, named ? `Hợp đồng số ${j + 1}` : null, null, `HĐ ${j + 1}`, null, amount, null],
            ),
          );
          const reading = readTable([
            HEAD,
            ...rows,
            [null, 'Tổng cộng', null, null, 5000 * works.length, all, null],
          ]);
          expect(complaints(reading)).toEqual([]);
          expect(reading.projects.map(({ disbursed }) => disbursed)).toEqual(
            sums.map((sum) => `${sum}000000`),
          );
        },
      ),
      { numRuns: Number(process.env['RUNS'] ?? 30) },
    );
  });
});

describe('a project’s code', () => {
  it.each([
    ['Đường tránh đèo (7900001)', 'Cầu Vĩnh Hòa (7900002)'],
    ['7900001 - Đường tránh đèo', '7900002 - Cầu Vĩnh Hòa'],
    ['Đường tránh đèo\nMã DA: 7900001', 'Cầu Vĩnh Hòa\nMã DA: 7900002'],
  ])('is read from the cell of its name, where there is no column for it: %s', (a, b) => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'],
      [1, a, 100, 50],
      [2, b, 50, 20],
      [null, 'Tổng cộng', 150, 70],
    ]);
    expect([complaints(reading), amounts(reading)]).toEqual([[], READ]);
    expect(reading.projects.map(({ name }) => name)).toEqual(['Đường tránh đèo', 'Cầu Vĩnh Hòa']);
  });

  it.each(['Mã dự án / số hợp đồng', 'Mã số DA (TABMIS)'])(
    'stands under “%s”; the number of a contract is none',
    (caption) => {
      const reading = readTable([
        ['STT', 'Dự án - Gói thầu', caption, 'Kế hoạch vốn năm 2023', 'Giải ngân'],
        ['I', 'Đường tránh đèo', '7900001', 100, 50],
        [1, 'Gói thầu số 01: Tư vấn', '75/2022/HĐ-BQL', null, 10],
        [2, 'Gói thầu số 02: Thi công', '90/2022/HĐ-BQL', null, 40],
        ['II', 'Cầu Vĩnh Hòa', '7900002', 50, 20],
        [1, 'Gói thầu số 01: Thi công', '12/2022/HĐ-BQL', null, 20],
        [null, 'Tổng cộng', null, 150, 70],
      ]);
      expect([complaints(reading), amounts(reading)]).toEqual([[], READ]);
    },
  );
});

describe('headings of what capital is for', () => {
  it.each([
    ['Vốn CBĐT', 'Vốn THĐT'],
    ['Vốn chuẩn bị đầu tư', 'Vốn thực hiện dự án'],
  ])('are no sources: %s, %s', (a, b) => {
    const reading = readTable([
      HEAD,
      ['A', a],
      [1, 'Đường tránh đèo', '7900001', null, 100, 50, 50],
      ['B', b],
      BRIDGE,
    ]);
    expect(reading.projects.map(({ lines: [line] }) => line?.source)).toEqual(['unspecified', 'unspecified']);
  });
});

describe('the Treasury’s statement', () => {
  it('of pages is read whole: “Lũy kế chuyển trang sau” is a total, “mã kéo dài: 2” this year’s plan', () => {
    const head = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'];
    const reading = readTable([
      ['Vốn kế hoạch năm (mã kéo dài: 2)'],
      [],
      head,
      [1, 'Đường tránh đèo', '7900001', 100, 50],
      ['Cộng trang', null, null, 100, 50],
      ['Lũy kế chuyển trang sau', null, null, 100, 50],
      head,
      ['Mang sang', null, null, 100, 50],
      [2, 'Cầu Vĩnh Hòa', '7900002', 50, 20],
      ['Cộng trang', null, null, 50, 20],
      ['Lũy kế chuyển trang sau', null, null, 150, 70],
    ]);
    expect([complaints(reading), amounts(reading), reading.byPlanType]).toEqual([[], READ, {}]);
  });
});
