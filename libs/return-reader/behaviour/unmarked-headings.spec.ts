import type { Reading } from '../model/reading';
import { complaints, readTable, type Rows } from '../testing/read-sheet';

const names = (reading: Reading): string[] => reading.projects.map((p) => p.name);

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
