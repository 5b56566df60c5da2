import fc from 'fast-check';
import { complaints, meanings, readTable, type Rows } from '../testing/read-sheet';

const million = (amount: number): string => `${amount}000000`;

/** A board's weekly table: a column per decision, what all of them gave, and what was disbursed in the week and until now. */
function ofBoard(decisions: readonly string[], total: string, rows: readonly (readonly number[])[]): Rows {
  return [
    [
      ...['STT', 'TÊN DA TRONG KHV NĂM 2023', 'Mã dự án', ...decisions, total],
      ...['Số giải ngân đến cuối kỳ trước', 'Số giải ngân trong tuần', 'TỔNG SỐ GIẢI NGÂN ĐẾN NGÀY BÁO CÁO'],
      ...['Tỷ lệ giải ngân (%) so với KHV', 'Tỷ lệ so với cam kết giải ngân', 'Uớc chi trong tháng 9/2023'],
      ...[
        'Số còn phải giải ngân so với ngày BC',
        'Ước đến 31/12',
        'Ước đến 15/01',
        'Ước đến 31/01',
        'Ghi chú',
      ],
    ],
    ...rows.map((given, i): Rows[number] => {
      const plan = given.reduce((sum, amount) => sum + amount, 0);
      return [
        ...[i + 1, `Đường số ${i + 1}`, `79000${10 + i}`, ...given, plan, plan / 10, plan / 40, plan / 8],
        ...[1 / 8, 0.3, 5, plan - plan / 8, plan * 0.8, plan * 0.85, plan * 0.9],
      ];
    }),
  ];
}

describe('a plan that was given in turns', () => {
  it.each([
    [['QĐ 5546 – Giao đầu năm', 'QĐ 5546 – Giảm vốn', 'ĐC 1203'], 'TỔNG KHV NĂM 2023 ĐÃ GIAO'],
    [['QĐ 5546 ngày 25/12/2022', 'Điều chỉnh giảm', 'Bổ sung'], 'Tổng vốn đã giao'],
    [['Kế hoạch giao đầu năm', 'Giảm vốn', 'Bổ sung'], 'Tổng KHV năm 2023 đã giao'],
  ])('by decisions is what they add up to, however they are called: %j', (decisions, total) => {
    const rows = [
      [1000, 0, 200],
      [2000, -100, 0],
      [4000, -300, 900],
    ];
    const reading = readTable(ofBoard(decisions, total, rows));
    expect(complaints(reading)).toEqual([]);
    expect(reading.projects.map(({ planned }) => planned)).toEqual([1200, 1900, 4600].map(million));
    expect(meanings(reading)).toMatchObject({ B: 'name', G: 'planned', J: 'disbursed', Q: 'estimate' });
    expect(reading.evidence?.find(({ decision }) => decision === 'column')).toBeDefined();
  });

  it('is never one of its decisions, whatever they gave', () => {
    const amounts = fc.array(
      fc.tuple(
        fc.integer({ min: 400, max: 9000 }),
        fc.integer({ min: -300, max: 0 }),
        fc.integer({ min: 0, max: 900 }),
      ),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('QĐ 5546 – Giảm vốn', 'Điều chỉnh giảm', 'QĐ 77'),
        fc.constantFrom('TỔNG KHV NĂM 2023 ĐÃ GIAO', 'Tổng cộng vốn đã giao', 'Tổng KHV'),
        (rows, decrease, total) => {
          const reading = readTable(ofBoard(['QĐ 5546', decrease, 'Bổ sung'], total, rows));
          expect(complaints(reading)).toEqual([]);
          expect(reading.projects.map(({ planned }) => planned)).toEqual(
            rows.map(([a, b, c]) => million(a + b + c)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    ['Giao đợt này', 'Tổng KHV đã giao đến nay'],
    ['Kế hoạch vốn giao đợt này', 'Lũy kế vốn đã giao'],
    ['Vốn giao đợt này', 'Vốn giao lũy kế'],
    ['Giao đợt này', 'Lũy kế đã giao'],
    ['Phân bổ đợt 2', 'Lũy kế vốn phân bổ năm 2023'],
  ])('is what was given until now, not what this decision gives: “%s | %s”', (turn, running) => {
    const rows = (amounts: readonly (readonly [number, number])[]): Rows => [
      ['STT', 'Tên dự án', 'Mã dự án', turn, running, 'Lũy kế giải ngân'],
      ...amounts.map(([now, all], i) => [i + 1, `Đường số ${i + 1}`, `79000${10 + i}`, now, all, all / 4]),
    ];
    const reading = readTable(
      rows([
        [100, 1000],
        [200, 200],
      ]),
    );
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: million(1200), disbursed: million(300) });
  });

  it('is asked about where a turn gives more than all until now', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn giao đợt này', 'Lũy kế vốn đã giao', 'Lũy kế giải ngân'],
      [1, 'Đường A', 1000, 100, 50],
      [2, 'Đường B', 200, 300, 40],
    ]);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
  });

  it('may be behind them under a bare “Tổng cộng”, where it is their sum', () => {
    const table = (total: number): Rows => [
      [
        'STT',
        'Tên dự án',
        'Kế hoạch vốn đã giao các đợt trước',
        'Kế hoạch vốn giao đợt này',
        'Tổng cộng',
        'GN',
      ],
      [1, 'Đường A', 900, 100, total, 300],
      [2, 'Đường B', 800, 100, total - 100, 300],
    ];
    const reading = readTable(table(1000));
    expect([complaints(reading), reading.total.planned]).toEqual([[], million(1900)]);
    expect(complaints(readTable(table(1500)))).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
  });

  it('and what was put together over earlier years is none of it', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Lũy kế vốn bố trí đến hết năm 2022', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'],
      [1, 'Đường A', 9000, 1000, 500],
    ]);
    expect([complaints(reading), reading.total.planned]).toEqual([[], million(1000)]);
  });
});
