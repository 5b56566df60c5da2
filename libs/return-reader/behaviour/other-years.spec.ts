import { complaints, readTable, sumsByType, type Rows } from '../testing/read-sheet';

describe('headings of a table of this year’s plan', () => {
  const under = (heading: string): unknown =>
    sumsByType(
      readTable([
        ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'],
        ['I', heading, 70, 40],
        [1, 'Đường A', 70, 40],
        ['II', 'Khởi công mới', 30, 20],
        [1, 'Cầu B', 30, 20],
      ]),
    );

  it.each([
    'Công trình năm trước chuyển sang',
    'Công trình chuyển tiếp (2022 chuyển sang 2023)',
    'Các dự án năm 2022 chuyển sang',
    'Dự án kéo dài thời gian thực hiện',
  ])('speak of works that go on: “%s”', (heading) => {
    expect(under(heading)).toEqual(['100000000', '60000000', null, null]);
  });

  it.each([
    'THANH TOÁN VỐN NĂM 2022 TRONG THỜI GIAN KÉO DÀI',
    'Kéo dài thời gian thực hiện và giải ngân kế hoạch vốn năm 2022 sang năm 2023',
    'Các dự án sử dụng vốn năm 2022 chuyển sang',
  ])('speak of capital that goes on: “%s”', (heading) => {
    expect(under(heading)).toEqual(['30000000', '20000000', '70000000', '40000000']);
  });
});

describe('the advances of other years', () => {
  it('are not what is left of this year’s', () => {
    const reading = readTable(
      [
        [
          'STT',
          'Tên dự án',
          'Tạm ứng chưa thu hồi các năm trước nộp giảm',
          'Vốn kéo dài',
          null,
          null,
          'Vốn năm 2023',
        ],
        [null, null, null, 'Kế hoạch', 'Giải ngân', null, 'Kế hoạch', 'Giải ngân', null, null],
        [null, null, null, null, 'KLHT', 'Tạm ứng', null, 'KLHT', 'Tạm ứng', 'Kéo dài sang năm sau'],
        ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10=7-8-9-10'],
        [1, 'Đường A', 7, 10, 5, 1, 20, 8, 3, 2],
      ],
      ['D4:F4', 'G4:J4', 'E5:F5', 'H5:I5'],
    );
    expect(complaints(reading)).toEqual([]);
    expect(reading.projects[0]?.lines.map((l) => [l.planType, l.planned, l.completed, l.advance])).toEqual([
      ['carried-over', '10000000', '5000000', '1000000'],
      ['current-year', '20000000', '8000000', '3000000'],
    ]);
  });
});

describe('the plan of another year, of which nothing says that it was carried over', () => {
  const asked = (reading: ReturnType<typeof readTable>): unknown =>
    reading.findings
      .filter(({ severity }) => severity === 'error' || severity === 'question')
      .map(({ code, cell, asks, choices = [] }) => [code, cell, asks, choices.map(({ value }) => value)]);
  const rowAnswer = (row: number, role: 'carried-over' | 'current-year'): object => ({
    rows: [{ sheet: 'GN', row, role }],
  });

  it.each([
    'KẾ HOẠCH VỐN NĂM 2022',
    'Vốn năm 2022',
    'Nguồn vốn đầu tư công năm 2022',
    'Các dự án thuộc kế hoạch năm 2022',
  ])('is asked about at its heading, and no project is called repeated: “%s”', (heading) => {
    const rows: Rows = [
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      ['A', 'KẾ HOẠCH VỐN NĂM 2023', 70, 40],
      [1, 'Đường A', 70, 40],
      ['B', heading, 30, 20],
      [1, 'Đường A', 30, 20],
    ];
    expect(asked(readTable(rows))).toEqual([
      ['RET-ROW-UNCLEAR', 'B7', 'row', ['carried-over', 'current-year']],
    ]);
    const reading = readTable(rows, [], rowAnswer(7, 'carried-over'));
    expect([complaints(reading), sumsByType(reading)]).toEqual([
      [],
      ['70000000', '40000000', '30000000', '20000000'],
    ]);
  });

  it('is asked about at the line of a project', () => {
    const rows: Rows = [
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', 100, 60],
      ['-', 'Vốn năm 2023', 70, 40],
      ['-', 'Vốn năm 2022', 30, 20],
    ];
    expect(asked(readTable(rows))).toEqual([
      ['RET-ROW-UNCLEAR', 'B7', 'row', ['carried-over', 'current-year']],
    ]);
    const reading = readTable(rows, [], rowAnswer(7, 'carried-over'));
    expect(sumsByType(reading)).toEqual(['70000000', '40000000', '30000000', '20000000']);
  });

  it('and codes in the column of plan types are asked about once each', () => {
    const table = (...types: readonly (string | number)[]): Rows => [
      ['STT', 'Tên dự án', 'Loại kế hoạch vốn', 'Kế hoạch vốn', 'Giải ngân'],
      ...['Đường A', 'Cầu B'].flatMap((name, i) =>
        types.map((type, n) => [i + 1, name, type, 50 + n, 20 + n]),
      ),
    ];
    const all = ['current-year', 'carried-over', 'advanced-from-next-year', 'advanced-last-year'];
    expect(asked(readTable(table('01', '02')))).toEqual([
      ['RET-ROW-UNCLEAR', 'C5', 'row', all],
      ['RET-ROW-UNCLEAR', 'C6', 'row', all],
    ]);
    const reading = readTable(table('01', '02'), [], {
      rows: [
        { sheet: 'GN', row: 5, role: 'current-year' },
        { sheet: 'GN', row: 6, role: 'carried-over' },
      ],
    });
    expect([complaints(reading), sumsByType(reading)]).toEqual([
      [],
      ['100000000', '40000000', '102000000', '42000000'],
    ]);
    expect(asked(readTable(table(2023, 2022)))).toEqual([['RET-ROW-UNCLEAR', 'C6', 'row', all]]);
    const years = readTable(table('Kế hoạch 2023', 'Kéo dài 2022'));
    expect([complaints(years), sumsByType(years)]).toEqual([[], sumsByType(reading)]);
  });
});
