import { readSheets, type Rows } from '../testing/read-sheet';

const HEAD: Rows = [
  ['ĐIỀU CHỈNH KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023'],
  ['(Kèm theo Quyết định số 12/QĐ-UBND ngày 19/5/2023 của UBND huyện)'],
  ['ĐVT: triệu đồng'],
];
const read = (rows: Rows) => readSheets([{ name: 'KH', rows: [...HEAD, ...rows] }], { kind: 'plan' });
const before = (rows: Rows) =>
  read(rows).allocations.map(({ name, planned, before: stated }) => [
    name,
    planned,
    stated?.map(({ source, planned: amount, cell }) => [source, amount, cell.cell]),
  ]);

describe('what an adjustment says that the plan was before it', () => {
  it.each(['KH vốn trước điều chỉnh', 'Kế hoạch vốn năm 2023 đã giao'])(
    'is in the reading with its cell, and counts for nothing: “%s”',
    (caption) => {
      const reading = before([
        ['STT', 'Tên dự án', caption, 'Điều chỉnh tăng', 'Điều chỉnh giảm', 'KH vốn sau điều chỉnh'],
        [1, 'Đường số 1', 1000, 200, null, 1200],
        [2, 'Đường số 2', 2000, null, 300, 1700],
      ]);
      expect(reading).toEqual([
        ['Đường số 1', '1200000000', [['unspecified', '1000000000', 'C5']]],
        ['Đường số 2', '1700000000', [['unspecified', '2000000000', 'C6']]],
      ]);
    },
  );

  it('is that of the column to which the changes are added, where no column has the plan after them', () => {
    expect(
      before([
        ['STT', 'Tên dự án', 'KH vốn trước điều chỉnh', 'Điều chỉnh tăng', 'Điều chỉnh giảm'],
        [1, 'Đường số 1', 1000, 200, null],
        [2, 'Đường số 2', 2000, null, 300],
      ]),
    ).toMatchObject([
      [expect.anything(), '1200000000', [['unspecified', '1000000000', 'C5']]],
      [expect.anything(), '1700000000', [['unspecified', '2000000000', 'C6']]],
    ]);
  });

  it('is of the source of its row', () => {
    expect(
      before([
        ['STT', 'Tên dự án', 'Nguồn vốn', 'KH vốn trước điều chỉnh', 'KH vốn sau điều chỉnh'],
        [1, 'Đường số 1', 'Ngân sách tỉnh', 1000, 1200],
        [null, null, 'Ngân sách huyện', 500, 300],
      ]).map(([, planned, stated]) => [planned, stated]),
    ).toEqual([
      [
        '1200000000',
        expect.arrayContaining([
          [expect.any(String), '1000000000', 'D5'],
          [expect.any(String), '500000000', 'D6'],
        ]),
      ],
      ['300000000', undefined],
    ]);
  });

  describe('over its sources', () => {
    const [BEFORE, AFTER] = ['KH vốn trước điều chỉnh', 'KH vốn sau điều chỉnh'];
    const SOURCES = ['Tổng số', 'NS tỉnh', 'NS huyện'];
    const splits = (rows: Rows) =>
      read(rows).allocations.flatMap(({ before: stated = [] }) =>
        stated.map(({ split, planType, planned, rounding }) => [split ?? planType, planned, rounding]),
      );

    it('says which amount is the total and which are its parts, row by row', () => {
      const three = [BEFORE, BEFORE, BEFORE];
      expect(
        splits([
          ['STT', 'Tên dự án', ...three, AFTER],
          [null, null, ...SOURCES, null],
          [1, 'Đường số 1', 1500, 1000, 500, 1700],
          [2, 'Đường số 2', 300, null, null, 400],
        ]),
      ).toEqual([
        ['whole', '1500000000', '500000'],
        ['part', '1000000000', '500000'],
        ['part', '500000000', '500000'],
        ['current-year', '300000000', '500000'],
      ]);
    });

    it('isn’t a total over plan types, which no plan of this year is', () => {
      const three = (caption: string) => [caption, caption, caption];
      const types = ['Tổng số', 'Vốn kéo dài', 'Vốn năm 2023'];
      expect(
        splits([
          ['STT', 'Tên dự án', ...three(BEFORE), ...three(AFTER)],
          [null, null, ...types, ...types],
          [1, 'Đường số 1', 1500, 1000, 500, 1700, 1200, 500],
        ]),
      ).toEqual([
        ['carried-over', '1000000000', '500000'],
        ['current-year', '500000000', '500000'],
      ]);
    });

    it('may be rounded by half of the last digit of its column, in its unit; whole đồng are exact', () => {
      const rounded = (unit: string, ...amounts: readonly (number | string)[]) =>
        splits([
          ['STT', 'Tên dự án', `${BEFORE} (${unit})`, `${AFTER} (${unit})`],
          ...amounts.map((amount, row) => [row + 1, `Đường số ${row}`, amount, 9]),
        ]).map(([, , rounding]) => rounding);
      expect(rounded('tỷ đồng', '21', '21,5')).toEqual(['50000000', '50000000']);
      expect(rounded('triệu đồng', '1000,25')).toEqual(['5000']);
      expect(rounded('đồng', 21_000_000_000)).toEqual([undefined]);
    });
  });

  it('isn’t taken from the plan of the beginning of the year, which may have been adjusted since', () => {
    expect(
      before([
        ['STT', 'Tên dự án', 'Kế hoạch đã giao đầu năm', 'KH vốn sau điều chỉnh'],
        [1, 'Đường số 1', 1000, 1200],
      ]),
    ).toEqual([['Đường số 1', '1200000000', undefined]]);
  });
});
