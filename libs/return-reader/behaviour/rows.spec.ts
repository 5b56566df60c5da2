import type { Reading } from '../model/reading';
import { complaints, readSheets, readTable, said, TITLE, type Rows } from '../testing/read-sheet';

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

describe('sheets', () => {
  const table: Rows = [
    ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'],
    [1, 'Đường A', '7900001', 100, 50],
  ];

  it('without a table are covers; those that explain with an example are not read', () => {
    const reading = readSheets([
      { name: 'Bìa', rows: [['BÁO CÁO'], ['UBND HUYỆN']] },
      { name: 'Hướng dẫn', rows: [['HƯỚNG DẪN GHI BIỂU'], ['Ví dụ: số liệu đến ngày 31/12/2022'], ...table] },
      { name: 'GN', rows: [...TITLE, ...table] },
    ]);
    expect(reading.sheets.map((s) => s.role)).toEqual(['cover', 'ignored', 'disbursement']);
    expect(reading.asOf).toBe('2023-06-21');
    expect(complaints(reading)).toEqual([]);
  });

  it('that only sum up another are not counted again', () => {
    const reading = readSheets([
      { name: 'Tổng hợp', rows: [...TITLE, HEAD, [1, 'Giao thông', 100, 50], [null, 'Tổng', 100, 50]] },
      {
        name: 'Chi tiết',
        rows: [
          ...TITLE,
          ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'],
          [1, 'Đường A', '7900001', 60, 30],
          [2, 'Cầu B', '7900002', 40, 20],
        ],
      },
    ]);
    expect(reading.total.planned).toBe('100000000');
    expect(said(reading)).toEqual(['info RET-SHEET-IGNORED']);
  });

  it('that are hidden, like hidden rows, are read and reported', () => {
    const reading = readSheets([{ name: 'GN', rows: [...TITLE, ...table], hidden: true, hiddenRows: [5] }]);
    expect(reading.total.planned).toBe('100000000');
    expect(said(reading)).toEqual(['warning RET-HIDDEN B5', 'warning RET-HIDDEN']);
  });

  it('without any table are no return', () => {
    const reading = readSheets([{ rows: [['Danh bạ'], ['Họ tên', 'Phòng'], ['…', 'Kế toán']] }]);
    expect(reading.kinds).toEqual([]);
    expect(complaints(reading)).toEqual(['RET-NOT-A-RETURN']);
  });
});

describe('the row of column numbers', () => {
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

describe('two projects with equal amounts in a table that marks nothing', () => {
  it.each([
    [null, 'Chờ phê duyệt giá đất'],
    ['Chờ phê duyệt giá đất', null],
  ])('are two or asked about, whichever has a remark: %s, %s', (first, second) => {
    const reading = readTable([
      ['Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân', 'Ghi chú'],
      ['Trường THCS Lý Thường Kiệt', 300, 100, first],
      ['Đường nối khu dân cư Đồng Tiến', 300, 100, second],
    ]);
    if (complaints(reading).length === 0) expect(reading.projects).toHaveLength(2);
  });
});

describe('a row that equals those beneath it in the one column that has amounts, in a table that marks nothing', () => {
  it('is asked about, and never counted with them', () => {
    const reading = readTable([
      ['Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'],
      ['Giao thông', 600, 0],
      ['Đường nối khu dân cư Đồng Tiến', 350, 0],
      ['Cầu Vĩnh Hòa', 250, 0],
    ]);
    expect(complaints(reading)).toEqual(['RET-ROW-UNCLEAR A5']);
  });
});

describe('a row that a person has called a heading', () => {
  const head = ['Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'];

  it.each<[string, Rows, string[]]>([
    [
      'of one column that adds up',
      [
        ['Giao thông', 600, 0],
        ['Đường A', 350, 0],
        ['Cầu B', 250, 0],
      ],
      ['Đường A', 'Cầu B'],
    ],
    [
      'of one project',
      [
        ['Giao thông', 600, 300],
        ['Đường A', 600, 300],
      ],
      ['Đường A'],
    ],
    [
      'of several, though another stands before it',
      [
        ['Chợ C', 70, 30],
        ['Giao thông', 600, 0],
        ['Đường A', 350, 0],
        ['Cầu B', 250, 0],
      ],
      ['Chợ C', 'Đường A', 'Cầu B'],
    ],
  ])('is never counted with what stands beneath it: %s', (_, rows, projects) => {
    const row = rows.findIndex(([name]) => name === 'Giao thông') + 5;
    expect(complaints(readTable([head, ...rows]))).toEqual([`RET-ROW-UNCLEAR A${row}`]);
    const reading = readTable([head, ...rows], [], { rows: [{ sheet: 'GN', row, role: 'group' }] });
    expect(complaints(reading)).toEqual([]);
    expect(names(reading)).toEqual(projects);
  });

  it('is none either where what it adds up does not stand beneath it', () => {
    const rows: Rows = [head, ['Giao thông', 600, 300], ['Đường A', 350, 200], ['Cầu B', 200, 100]];
    const reading = readTable(rows, [], { rows: [{ sheet: 'GN', row: 5, role: 'group' }] });
    expect(names(reading)).toEqual(['Đường A', 'Cầu B']);
  });
});

describe('a table that goes on under its captions on the next page', () => {
  it.each([
    'Kiến nghị: UBND xã sớm bàn giao mặt bằng',
    'Vướng mắc: còn 3 hộ chưa nhận tiền',
    'Đến nay đã giải ngân 50% kế hoạch',
  ])('is one, though the note on the last project above says what captions say: %s', (note) => {
    for (const nameFirst of [true, false]) {
      const inOrder = (name: string, code: string | null): (string | null)[] =>
        nameFirst ? [name, code] : [code, name];
      const captions = [...inOrder('Tên dự án', 'Mã dự án'), 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'];
      const reading = readTable([
        captions,
        [...inOrder('Giao thông', null), 600, 300],
        [...inOrder('Công viên hồ Đông', null), 350, 200],
        inOrder(note, null),
        captions,
        [...inOrder('Cầu Vĩnh Hòa', null), 250, 100],
      ]);
      expect(complaints(reading)).toEqual([]);
      expect(names(reading)).toEqual(['Công viên hồ Đông', 'Cầu Vĩnh Hòa']);
    }
  });

  it.each(['', ' tr', ' triệu đồng'])(
    'is one, though a remark above them says a date, where amounts are typed as text: “350,5%s”',
    (suffix) => {
      const captions = ['Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân', 'Ghi chú'];
      const reading = readTable([
        captions,
        ['Giao thông', `600,5${suffix}`, `300,5${suffix}`],
        ['Công viên hồ Đông', `350,5${suffix}`, `200,5${suffix}`, 'Họp dân ngày 15/5/2023'],
        captions,
        ['Cầu Vĩnh Hòa', `250${suffix}`, `100${suffix}`],
      ]);
      expect(complaints(reading)).toEqual([]);
      expect(names(reading)).toEqual(['Công viên hồ Đông', 'Cầu Vĩnh Hòa']);
    },
  );

  it.each([
    'Kiến nghị: hoàn thành bàn giao trước ngày 30/6/2023',
    '* Nhà thầu đã nghiệm thu ngày 15/5/2023',
    'Ghi chú: chờ vốn',
    'Cán bộ phụ trách: Nguyễn Văn A',
    'Điện thoại: 0235 387 4112',
  ])('is never read with its heading as one more project, where “%s” stands between', (between) => {
    const captions = ['Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'];
    const rows: Rows = [
      captions,
      ['Giao thông', 600, 300],
      ['Công viên hồ Đông', 350, 200],
      [between],
      captions,
      ['Cầu Vĩnh Hòa', 250, 100],
    ];
    expect(complaints(readTable(rows))).toContain('RET-ROW-UNCLEAR A5');
    const answered = readTable(rows, [], { rows: [{ sheet: 'GN', row: 5, role: 'ignored' }] });
    expect(complaints(answered).filter((complaint) => complaint.includes('ROW-UNCLEAR'))).toEqual([]);
    expect(names(answered)).toEqual(['Công viên hồ Đông', 'Cầu Vĩnh Hòa']);
  });
});
