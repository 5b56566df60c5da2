import fc from 'fast-check';
import type { Reading } from '../model/reading';
import { complaints, readSheets, type Rows, TITLE } from '../testing/read-sheet';

/** Under a title that states no unit. */
const read = (rows: Rows): Reading => readSheets([{ name: 'GN', rows: [...TITLE.slice(0, 2), ...rows] }]);
const HEAD = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Đã giải ngân', 'Tỷ lệ'];

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, '.');

/** An amount as people type it with its unit. */
function typed(dong: number, way: number): string {
  const [billions, rest] = [Math.floor(dong / 1e9), dong % 1e9];
  const decimals = (value: number, places: number): string =>
    value.toFixed(places).replace(/0+$/, '').replace(/\.$/, '').replace('.', ',');
  if (way === 0) return `${grouped(String(dong))} đ`;
  if (way === 1 && billions > 0 && rest > 0 && rest % 1e6 === 0) return `${billions} tỷ ${rest / 1e6} triệu`;
  // Three digits behind a comma could be thousands.
  const inBillions = decimals(dong / 1e9, 9);
  if (way === 2 && !/^\d{1,3},\d{3}$/.test(inBillions)) return `${inBillions} tỷ đồng`;
  const inMillions = decimals(dong / 1e6, 6);
  return /^\d{1,3},\d{3}$/.test(inMillions) ? `${grouped(String(dong))} đồng` : `${inMillions} tr`;
}

describe('amounts that are typed with a unit each', () => {
  it('are read by it, and their totals and rates checked', () => {
    const table = (total: string): Rows => [
      HEAD,
      [null, 'Tổng cộng', null, '3,75 tỷ', total, '30,79%'],
      [1, 'Đường A', '7900010', '1,2 tỷ', '942,3456 tr', '78,53%'],
      [2, 'Đường B', '7900011', '600 triệu', '212.346.000 đ', '35,39%'],
      [3, 'Đường C', '7900012', '1 tỷ 950 triệu', 'chưa GN', '0%'],
    ];
    const reading = read(table('1.154.691.600 đồng'));
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '3750000000', disbursed: '1154691600' });
    expect(complaints(read(table('1.154.791.600 đồng')))).toEqual(['RET-TOTAL-DIFFERS E4']);
  });

  it('are asked about where one is hundreds of times its neighbours', () => {
    const table: Rows = [
      HEAD.slice(0, 5),
      [1, 'Đường số 1', '7900010', '30.000.001.000 đ', '15.000.000.000 đ'],
      [2, 'Đường số 2', '7900011', '100.000.000 đ', '50.000.000 đ'],
      [3, 'Đường số 3', '7900012', '100.000.000 đ', '50.000.000 đ'],
      [null, 'Tổng cộng', null, '30.200.001.000 đ', '15.100.000.000 đ'],
    ];
    expect(complaints(read(table))).toEqual(['RET-UNIT-SUSPECT D4']);
  });

  it('are exact, in whatever units, and a wrong total of theirs is always found', () => {
    // Less than a hundred times each other: of what is further from its neighbours it is asked whether its unit is right.
    const rowsOf = (times: number) => {
      const amount = fc
        .integer({ min: 100_000 * times, max: 9_000_000 * times })
        .map((thousands) => thousands * 1000);
      const row = fc.tuple(amount, fc.nat({ max: 3 }), fc.nat({ max: 3 }));
      return fc.array(row, { minLength: 2, maxLength: 7 });
    };
    const table = fc.constantFrom(1, 10).chain(rowsOf);
    fc.assert(
      fc.property(table, fc.boolean(), (rows, wrong) => {
        const plan = rows.reduce((sum, [dong]) => sum + dong, 0);
        const spent = rows.reduce((sum, [dong]) => sum + Math.floor(dong / 2000) * 1000, 0);
        const reading = read([
          HEAD.slice(0, 5),
          ...rows.map(([dong, way, other], i): Rows[number] => [
            ...[i + 1, `Đường số ${i + 1}`, `79000${10 + i}`],
            ...[typed(dong, way), typed(Math.floor(dong / 2000) * 1000, other)],
          ]),
          [null, 'Tổng cộng', null, typed(plan, 0), typed(spent + (wrong ? 1_000_000 : 0), 0)],
        ]);
        expect(complaints(reading)).toEqual(wrong ? [`RET-TOTAL-DIFFERS E${rows.length + 4}`] : []);
        expect(reading.total).toMatchObject({ planned: String(plan), disbursed: String(spent) });
      }),
      { numRuns: 60 },
    );
  });

  it('leave no doubt only where each has one', () => {
    const reading = read([
      HEAD.slice(0, 5),
      [1, 'Đường A', '7900010', '1,2 tỷ', '942,3456 tr'],
      [2, 'Đường B', '7900011', 600, '212.346.000 đ'],
    ]);
    expect(complaints(reading)).toContain('RET-UNIT-UNKNOWN D3');
  });
});

describe('sections that state a unit each', () => {
  const table: Rows = [
    HEAD.slice(0, 5),
    ['I', 'NGÂN SÁCH TỈNH (đơn vị: triệu đồng)', null, null, null],
    [1, 'Đường A', '7900010', 366, 61],
    [2, 'Đường B', '7900011', 12_702, 2370],
    [null, 'Cộng I', null, 13_068, 2431],
    [null, 'TỔNG CỘNG I + II (triệu đồng)', null, 16_056.089, 2826.351],
    ['II', 'NGÂN SÁCH XÃ (đơn vị: đồng)', null, null, null],
    [1, 'Đường C', '7900012', 2_988_089_000, 395_351_000],
    [null, 'Cộng II', null, 2_988_089_000, 395_351_000],
  ];

  it('are read by them; a total has its own', () => {
    const reading = read(table);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '16056089000', disbursed: '2826351000' });
    expect(reading.projects.map(({ lines: [line] }) => line?.source)).toEqual([
      'provincial-budget',
      'provincial-budget',
      'commune-budget',
    ]);
  });

  it('say what a text of theirs would be that is a number in two ways', () => {
    const { findings } = read(
      table.map((row) => (row[1] === 'Đường C' ? [...row.slice(0, 4), '395.351'] : row)),
    );
    const asked = findings.find(({ asks }) => asks === 'amount');
    expect(asked?.choices?.map(({ label }) => label)).toEqual(['395.351 đồng', '395 đồng']);
  });

  it('are asked about where one states none and the table neither', () => {
    const [head = [], heading = [], ...rest] = table;
    const reading = read([head, [heading[0] ?? null, 'NGÂN SÁCH TỈNH'], ...rest]);
    expect(complaints(reading)).toContain('RET-UNIT-UNKNOWN D3');
  });
});
