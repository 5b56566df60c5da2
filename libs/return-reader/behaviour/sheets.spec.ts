import { complaints, readSheets, said, TITLE, type Rows } from '../testing/read-sheet';

const HEAD = ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'];

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
