import fc from 'fast-check';
import {
  answerQuestion,
  complaints,
  meanings,
  readSheets,
  readTable,
  sumsByType,
  TITLE,
  type Rows,
} from '../testing/read-sheet';

describe('this year’s plan and the carried-over one', () => {
  it('are distinguished by columns of their own, among others that look alike', () => {
    const reading = readTable([
      [
        'STT',
        'Tên dự án',
        'Tổng mức đầu tư',
        'Lũy kế vốn bố trí đến hết năm 2022',
        'Kế hoạch vốn năm 2022 kéo dài sang năm 2023',
        'Kế hoạch vốn năm 2023',
        'Lũy kế giải ngân KH năm 2023',
        'Lũy kế giải ngân vốn kéo dài',
        'Giải ngân trong tháng 6',
        'Ước giải ngân đến 31/01/2024',
      ],
      [1, 'Đường A', 900, 500, 5, 20, 10, 4, 1, 20],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(sumsByType(reading)).toEqual(['20000000', '10000000', '5000000', '4000000']);
    expect(reading.projects[0]?.totalInvestment).toBe('900000000');
  });

  it('are not what will be left of this year’s for the next', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch năm 2023', 'Giải ngân', 'Kế hoạch vốn kéo dài sang năm 2024'],
      [1, 'Đường A', 20, 14, 6],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(sumsByType(reading)).toEqual(['20000000', '14000000', null, null]);
  });

  it('are parts of the total before them: "Tổng kế hoạch vốn | Trong đó"', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'Tổng kế hoạch vốn', 'Trong đó', null, 'Tổng giải ngân', 'Trong đó', null],
        [null, null, null, 'Năm 2023', 'Kéo dài', null, 'Năm 2023', 'Kéo dài'],
        [1, 'Đường A', 25, 20, 5, 14, 10, 4],
        [2, 'Cầu B', 10, 10, '-', 3, 3, '-'],
      ],
      ['D4:E4', 'G4:H4'],
    );
    expect(complaints(reading)).toEqual([]);
    expect(sumsByType(reading)).toEqual(['30000000', '13000000', '5000000', '4000000']);
  });

  it('are parted out of a total by the formulas of the column numbers', () => {
    const reading = readTable(
      [
        [
          'STT',
          'Tên dự án',
          'Kế hoạch vốn năm 2023',
          null,
          null,
          null,
          'Lũy kế giải ngân',
          null,
          null,
          null,
          'Tỷ lệ',
        ],
        [null, null, 'Tổng', 'Kéo dài', 'TP giao', 'Xã giao', 'Tổng', 'KLHT', 'Tạm ứng', 'Vốn kéo dài'],
        [
          '(1)',
          '(2)',
          '(3)=(4)+(5)+(6)',
          '(4)',
          '(5)',
          '(6)',
          '(7)=(8)+(9)',
          '(8)',
          '(9)',
          '(10)',
          '(11)=(7)/(3)',
        ],
        [1, 'Đường A', 10_000, 1_000, 7_000, 2_000, 5_500, 5_000, 500, 600, 55],
      ],
      ['C4:F4', 'G4:J4'],
    );
    expect(complaints(reading)).toEqual([]);
    expect(sumsByType(reading)).toEqual(['9000000000', '4900000000', '1000000000', '600000000']);
  });

  it('are distinguished by sections, by a column of plan types, and by the title', () => {
    const table: Rows = [
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'],
      ['A', 'VỐN NĂM 2022 KÉO DÀI SANG NĂM 2023', null, 30, 10],
      [1, 'Đường A', '7900001', 30, 10],
      ['B', 'KẾ HOẠCH VỐN NĂM 2023', null, 50, 20],
      [1, 'Đường A', '7900001', 50, 20],
      [null, 'TỔNG CỘNG', null, 80, 30],
    ];
    expect(sumsByType(readTable(table))).toEqual(['50000000', '20000000', '30000000', '10000000']);
    const column: Rows = [
      ['STT', 'Tên dự án', 'Mã dự án', 'Loại kế hoạch', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', '7900001', 'Năm nay', 50, 20],
      [null, null, null, 'Kéo dài', 30, 10],
    ];
    expect(sumsByType(readTable(column))).toEqual(['50000000', '20000000', '30000000', '10000000']);
    const rows: Rows = [
      ['GIẢI NGÂN KẾ HOẠCH VỐN NĂM 2022 KÉO DÀI SANG NĂM 2023'],
      ...TITLE.slice(1),
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', 30, 10],
    ];
    expect(sumsByType(readSheets([{ rows }]))).toEqual([null, null, '30000000', '10000000']);
  });

  it('are a question where one disbursement stands beside both plans and nothing tells what it covers', () => {
    const head = [
      'STT',
      'Tên dự án',
      'Kế hoạch vốn kéo dài',
      'Kế hoạch vốn năm 2023',
      'Lũy kế giải ngân',
      'Tỷ lệ (%)',
    ];
    expect(complaints(readTable([head, [1, 'Đường A', 5, 20, 10, null]]))).toEqual([
      'RET-COLUMN-AMBIGUOUS E4',
    ]);
    // The stated rate divides by this year's plan alone, so the disbursement is of that.
    const reported = readTable([head, [1, 'Đường A', 5, 20, 10, 50]]);
    expect(complaints(reported)).toEqual([]);
    expect(sumsByType(reported)).toEqual(['20000000', '10000000', '5000000', null]);
  });

  describe('of which one column says together what was spent', () => {
    const table = (projects: readonly (readonly [number, number, number])[]): Rows => [
      [
        ...['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', null, null],
        ...['Giải ngân', null, null, 'Tỷ lệ (%)'],
      ],
      [
        ...[null, null, 'Tổng số', 'Vốn 2022 kéo dài sang', 'Vốn giao năm 2023'],
        ...['Tổng số', 'Thanh toán KLHT', 'Tạm ứng chưa thu hồi', null],
      ],
      ['1', '2', '3=4+5', '4', '5', '6=7+8', '7', '8', '9=6/3'],
      ...projects.map(([carried, own, spent], i) => [
        ...[i + 1, `Đường ${i + 1}`, carried + own, carried, own],
        ...[spent, spent, 0, Math.round((spent / (carried + own)) * 10_000) / 100],
      ]),
    ];
    const merges = ['C4:E4', 'F4:H4', 'A4:A5', 'B4:B5', 'I4:I5'];

    it('are parted where each project has one plan, and else are one question', () => {
      const apart = readTable(
        table([
          [0, 2000, 900],
          [1500, 0, 700],
        ]),
        merges,
      );
      expect(complaints(apart)).toEqual([]);
      expect(sumsByType(apart)).toEqual(['2000000000', '900000000', '1500000000', '700000000']);
      const both = readTable(
        table([
          [0, 2000, 900],
          [1500, 0, 700],
          [400, 2500, 600],
          [800, 3000, 500],
        ]),
        merges,
      );
      expect(complaints(both)).toEqual(['RET-COLUMN-AMBIGUOUS F5']);
    });

    it('give all that was spent whichever choice is taken, and each choice the total that it announced', () => {
      const dong = (n: number): string => String(n * 1_000_000);
      const project = fc.tuple(
        fc.integer({ min: 200, max: 900 }),
        fc.integer({ min: 500, max: 900 }),
        fc.integer({ min: 100, max: 500 }),
      );
      fc.assert(
        fc.property(fc.array(project, { minLength: 2, maxLength: 5 }), (projects) => {
          const rows = table(projects);
          const reading = readTable(rows, merges);
          expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS F5']);
          const sum = (of: (one: (typeof projects)[number]) => number): string =>
            dong(projects.reduce((total, one) => total + of(one), 0));
          const spent = (choice: string): (string | null | undefined)[] => {
            const at = reading.findings.findIndex(({ severity }) => severity === 'question');
            const answered = readTable(rows, merges, answerQuestion(reading, at, choice));
            expect(complaints(answered)).toEqual([]);
            const { effect } = reading.findings[at]?.choices?.find(({ value }) => value === choice) ?? {};
            expect(effect?.total.disbursed).toBe(answered.total.disbursed);
            return [answered.total.disbursed, answered.byPlanType['carried-over']?.disbursed];
          };
          expect(spent('F=disbursed')).toEqual([sum(([, , s]) => s), null]);
          expect(spent('F=disbursed:all:others-first')).toEqual([
            sum(([carried, , s]) => Math.max(0, s - carried)),
            sum(([carried, , s]) => Math.min(s, carried)),
          ]);
        }),
        { numRuns: 20 },
      );
    });
  });

  it('are a question where the title says that both are in one amount', () => {
    const rows: Rows = [
      ['GIẢI NGÂN KẾ HOẠCH VỐN NĂM 2023 (BAO GỒM VỐN KÉO DÀI)'],
      ...TITLE.slice(1),
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', 30, 10],
    ];
    expect(complaints(readSheets([{ rows }]))).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
  });
});

describe('columns of months and weeks', () => {
  it('are not taken for the cumulative one beside them', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'Kế hoạch năm 2023', 'Giải ngân', null, null, 'Lũy kế'],
        [null, null, null, 'Tháng 4', 'Tháng 5', 'Tháng 6'],
        [1, 'Đường A', 20, 1, 2, 3, 9],
      ],
      ['D4:F4', 'A4:A5', 'B4:B5', 'C4:C5', 'G4:G5'],
    );
    expect(meanings(reading)).toMatchObject({ D: 'ignored', F: 'ignored', G: 'disbursed' });
  });

  it('are a question where no cumulative column stands beside them', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch năm 2023', 'Giải ngân trong tuần'],
      [1, 'Đường A', 20, 1],
    ]);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
  });
});

describe('plans that several authorities assigned', () => {
  const head: Rows = [
    ['STT', 'Tên dự án', 'Kế hoạch vốn', null, null, 'Giải ngân'],
    [null, null, 'TTg giao', 'Địa phương giao'],
  ];

  it('are a question unless they add up to a total', () => {
    expect(complaints(readTable([...head, [1, 'Đường A', 100, 120, null, 50]], ['C4:D4']))).toEqual([
      'RET-COLUMN-AMBIGUOUS C5',
    ]);
    const parts = readTable(
      [
        ['STT', 'Tên dự án', 'Kế hoạch vốn', null, null, 'Giải ngân'],
        [null, null, 'Tổng số', 'Tỉnh giao', 'Xã giao'],
        [1, 'Đường A', 220, 100, 120, 50],
      ],
      ['C4:E4'],
    );
    expect(complaints(parts)).toEqual([]);
    expect(parts.total.planned).toBe('220000000');
  });
});
