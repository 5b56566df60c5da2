import { complaints, readTable, type Rows } from '../testing/read-sheet';

describe('a page that ends with a sum', () => {
  const page = ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân'];

  it.each(['Trang trước chuyển sang', 'Cộng trang trước', 'Mang sang', 'Số trang trước chuyển sang'])(
    'is reported again at the top of the next, once: “%s”',
    (label) => {
      const reading = readTable([
        page,
        [1, 'Đường A', 100, 50],
        [null, 'Cộng chuyển trang sau', 100, 50],
        page,
        [null, label, 100, 50],
        [2, 'Cầu B', 30, 20],
        [null, 'Tổng cộng', 130, 70],
      ]);
      expect(complaints(reading)).toEqual([]);
      expect([reading.total.planned, reading.byPlanType]).toEqual(['130000000', {}]);
    },
  );
});

describe('the note of a project', () => {
  const noteOf = (captions: readonly string[], cells: Rows[number]): string | null | undefined =>
    readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Giải ngân', ...captions],
      [1, 'Đường A', 100, 50, ...cells],
    ]).projects[0]?.note;

  it('says what is in the way, where other notes and dates stand beside it', () => {
    expect(noteOf(['Tiến độ', 'Tồn tại, vướng mắc', 'Ghi chú'], ['T12/2023', 'Vướng 3 hộ', 'Gấp'])).toBe(
      'Vướng 3 hộ',
    );
    expect(noteOf(['Tiến độ', 'Ghi chú'], ['15/12/2023', 'Gấp'])).toBe('Gấp');
    expect(noteOf(['Tình hình', 'Ghi chú'], ['Vướng 3 hộ', null])).toBe('Vướng 3 hộ');
  });

  it('is not a date under “Tiến độ”', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'Tiến độ', null, 'Kế hoạch vốn năm 2023', 'Giải ngân', 'Tồn tại, vướng mắc'],
        [null, null, 'Khởi công', 'Đóng điện'],
        [1, 'Trạm A', '15/4/2022', '12/2023', 100, 50, 'Vướng 3 hộ'],
        [2, 'Trạm B', '15/4/2022', '12/2023', 100, 50, null],
      ],
      ['C4:D4'],
    );
    expect(reading.projects.map(({ note }) => note)).toEqual(['Vướng 3 hộ', null]);
  });
});
