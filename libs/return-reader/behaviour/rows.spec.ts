import type { Reading } from '../model/reading';
import { complaints, readSheets, readTable, said, type Rows } from '../testing/read-sheet';

const HEAD = ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'];
const names = (reading: Reading): string[] => reading.projects.map((p) => p.name);

describe('parts of a project', () => {
  it.each(['Gói thầu số', 'Hạng mục', 'Đoạn', 'Phần'])('beneath it are no projects: "%s 1"', (part) => {
    const reading = readTable([
      HEAD,
      [1, 'Đường A', 100, 50],
      ['a', `${part} 1`, 70, 40],
      ['b', `${part} 2`, 30, 10],
      [2, 'Cầu B', 50, 20],
      ['a', `${part} 1`, 50, 20],
      [null, 'Tổng cộng', 150, 70],
    ]);
    expect([complaints(reading), names(reading)]).toEqual([[], ['Đường A', 'Cầu B']]);
    expect(reading.total.planned).toBe('150000000');
  });
});

describe('what follows the parts "Trong đó" of a project', () => {
  it('is the next heading of the table, though it names a source', () => {
    const reading = readTable([
      HEAD,
      ['I', 'Vốn ngân sách trung ương', 100, 50],
      [1, 'Đường A', 100, 50],
      ['-', 'Trong đó: bồi thường, GPMB', 30, 10],
      ['-', 'Xây lắp và chi phí khác', 70, 40],
      ['II', 'Vốn ngân sách tỉnh', 50, 20],
      [1, 'Cầu B', 50, 20],
    ]);
    expect([complaints(reading), names(reading)]).toEqual([[], ['Đường A', 'Cầu B']]);
    expect(reading.projects.map(({ lines }) => lines[0]?.source)).toEqual([
      'central-budget',
      'provincial-budget',
    ]);
  });
});

describe('groups and projects', () => {
  it.each<[string, Rows]>([
    [
      'A, 1',
      [
        ['A', 'CHUYỂN TIẾP', 150, 70],
        [1, 'Đường A', 100, 50],
        [2, 'Cầu B', 50, 20],
      ],
    ],
    [
      '1, 1.1',
      [
        [1, 'Giao thông', 150, 70],
        ['1.1', 'Đường A', 100, 50],
        ['1.2', 'Cầu B', 50, 20],
      ],
    ],
    [
      '1, 1,1 with a comma',
      [
        ['1', 'Giao thông', 150, 70],
        ['1,1', 'Đường A', 100, 50],
        ['1,2', 'Cầu B', 50, 20],
      ],
    ],
    [
      '1, a',
      [
        [1, 'Giao thông', 150, 70],
        ['a', 'Đường A', 100, 50],
        ['b', 'Cầu B', 50, 20],
      ],
    ],
    [
      '1, -',
      [
        [1, 'Giao thông', 150, 70],
        ['-', 'Đường A', 100, 50],
        ['-', 'Cầu B', 50, 20],
      ],
    ],
    [
      '*, 1',
      [
        ['*', 'Giao thông', 150, 70],
        [1, 'Đường A', 100, 50],
        [2, 'Cầu B', 50, 20],
      ],
    ],
    [
      'a heading without ordinal',
      [
        [null, 'Giao thông', 150, 70],
        [1, 'Đường A', 100, 50],
        [2, 'Cầu B', 50, 20],
      ],
    ],
    [
      'no ordinals at all',
      [
        [null, 'Giao thông', 150, 70],
        [null, 'Đường A', 100, 50],
        [null, 'Cầu B', 50, 20],
      ],
    ],
    [
      'a subtotal below',
      [
        ['I', 'Giao thông'],
        [1, 'Đường A', 100, 50],
        [2, 'Cầu B', 50, 20],
        [null, 'Cộng I', 150, 70],
      ],
    ],
    [
      'a total in the column of ordinals',
      [
        [1, 'Đường A', 100, 50],
        [2, 'Cầu B', 50, 20],
        ['TỔNG CỘNG', null, 150, 70],
      ],
    ],
  ])('are distinguished: %s', (_, rows) => {
    const reading = readTable([HEAD, ...rows]);
    expect(complaints(reading)).toEqual([]);
    expect(names(reading)).toEqual(['Đường A', 'Cầu B']);
    expect(reading.total).toMatchObject({ planned: '150000000', disbursed: '70000000' });
  });

  it('are a question where one row of nothing but a label equals the one below it', () => {
    const reading = readTable([
      ['Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      ['Giao thông', 100, 50],
      ['Đường A', 100, 50],
    ]);
    expect(complaints(reading)).toContain('RET-ROW-UNCLEAR A5');
  });

  it('do not mistake names that begin like totals', () => {
    const reading = readTable([
      HEAD,
      [1, 'Cống thoát nước thôn Ba', 100, 50],
      [2, 'Công viên hồ Đông', 50, 20],
      [3, 'Tổng kho vật tư', 10, 5],
    ]);
    expect(names(reading)).toHaveLength(3);
  });
});

describe('rows that are no projects', () => {
  it('"trong đó" and the parts of a project are never added', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', '7900001', 100, 50],
      ['-', 'Trong đó: bồi thường GPMB', null, 30, 10],
      [2, 'Cầu B', '7900002', 50, 20],
      ['-', 'Xây lắp', null, 40, 15],
      ['-', 'Thiết bị', null, 10, 5],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '150000000', disbursed: '70000000' });
  });

  it('signatures with numbers below the table are none, and a project below them is not dropped silently', () => {
    const footer: Rows = [
      [],
      [null, null, null, 'Thăng Bình, ngày 24 tháng 6 năm 2023'],
      [null, 'NGƯỜI LẬP BIỂU', null, 'GIÁM ĐỐC'],
      [],
      [null, 'Điện thoại', null, 2353874112],
    ];
    expect(said(readTable([HEAD, [1, 'Đường A', 100, 50], ...footer]))).toEqual([]);
    const below = readTable([HEAD, [1, 'Đường A', 100, 50], ...footer, [], [2, 'Cầu B', 50, 20]]);
    expect(complaints(below)).toEqual(['RET-ROW-UNCLEAR B12']);
  });

  it('figures without a name are an error', () => {
    expect(complaints(readTable([HEAD, [1, 'Đường A', 100, 50], [null, null, 7, 3]]))).toEqual([
      expect.stringMatching(/^RET-PROJECT-NAME/),
    ]);
  });
});

describe('names', () => {
  it('broken over two rows are joined', () => {
    const reading = readTable([
      HEAD,
      [1, 'Đường nối từ Võ Chí Công', 100, 50],
      [null, 'đi Khu công nghiệp'],
      [2, 'Cầu B', 50, 20],
    ]);
    expect(names(reading)).toEqual(['Đường nối từ Võ Chí Công đi Khu công nghiệp', 'Cầu B']);
  });

  it('are the same composed or decomposed, with odd spaces around them', () => {
    const reading = readTable([
      HEAD.map((c) => c.normalize('NFD')),
      [1, '\u00a0Đường Đông  Sơn '.normalize('NFD'), 100, 50],
    ]);
    expect(names(reading)).toEqual(['Đường Đông Sơn']);
  });
});

describe('project codes', () => {
  const head = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'];

  it('keep leading zeros, as text and as numbers', () => {
    const reading = readTable([
      head,
      [1, 'Đường A', ' 0123456\u00a0', 100, 50],
      [2, 'Cầu B', 7900002, 50, 20],
    ]);
    expect(reading.projects.map((p) => p.code)).toEqual(['0123456', '7900002']);
    expect(said(reading)).toEqual([]);
  });

  it('that are not seven digits, or missing, are a warning at their cell', () => {
    const reading = readTable([head, [1, 'Đường A', 'PR2500060068', 100, 50], [2, 'Cầu B', null, 50, 20]]);
    expect(said(reading)).toEqual(['warning RET-PROJECT-CODE C5', 'warning RET-PROJECT-CODE C6']);
  });
});

describe('the row of column numbers', () => {
  it.each<[string, Rows[number]]>([
    ['letters after the numbers', ['A', 'B', 'C', 1, 2, '3=2/1', 'D', 'E']],
    ['letters between numbers', ['1', '2', 'C', '4', '5', '6=5/4', 'H', '8']],
    ['numbers in brackets', ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)=(5)/(4)', '(7)', '(8)']],
  ])('may mix numbers and letters: %s', (_, numbers) => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân', 'Tỷ lệ', 'Tình hình', 'Ghi chú'],
      numbers,
      [1, 'Đường A', '7900001', 100, 50, 50],
      [2, 'Cầu B', '7900002', 50, 20, 40],
      [null, 'Tổng cộng', null, 150, 70, 46.67],
    ]);
    expect([complaints(reading), names(reading)]).toEqual([[], ['Đường A', 'Cầu B']]);
  });

  const BESIDE: Rows = [
    ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân', 'Tỷ lệ', null, 'Hợp đồng', 'Tạm ứng còn lại'],
    ['(1)', '(2)', '(3)', '(4)', '(5)=(4)/(3)', null, '01/HĐ', 33.5],
    [1, 'Đường A', 100, 50, 50, null, '02/HĐ', 7],
    [2, 'Cầu B', 50, 20, 40, null, '03/HĐ', 8],
    [null, 'Tổng cộng', 150, 70, 46.67],
  ];

  it('says where the table ends: what stands past an empty column is of another', () => {
    const reading = readTable(BESIDE);
    expect([complaints(reading), names(reading), reading.total.disbursed]).toEqual([
      [],
      ['Đường A', 'Cầu B'],
      '70000000',
    ]);
    expect(reading.projects.flatMap(({ lines }) => lines.map(({ advance }) => advance))).toEqual([
      null,
      null,
    ]);
  });

  it('of projects beside those of another table, says nothing of what that is', () => {
    const reading = readTable(
      BESIDE.map((row, i) => (i === 0 ? [...row.slice(0, 6), 'Tên dự án', 'Giải ngân'] : row)),
    );
    expect(complaints(reading)).not.toEqual([]);
  });

  it('is no project, also in a table of three columns: A, B, 1', () => {
    const reading = readSheets([
      {
        rows: [
          ['KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023'],
          ['(Kèm theo Quyết định số 9001/QĐ-UBND ngày 15/12/2022)'],
          ['ĐVT: triệu đồng'],
          ['STT', 'Tên dự án', 'Kế hoạch vốn'],
          ['A', 'B', '1'],
          [1, 'Đường A', 100],
          [2, 'Cầu B', 50],
        ],
      },
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.allocations.map(({ name }) => name)).toEqual(['Đường A', 'Cầu B']);
  });
});
