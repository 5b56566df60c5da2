import fc from 'fast-check';
import type { Reading } from '../model/reading';
import type { ReadingOptions } from '../model/options';
import { complaints, readTable, type Rows } from '../testing/read-sheet';

const table = (coded: boolean, ...beneath: Rows): Rows => [
  ['STT', 'Tên dự án', ...(coded ? ['Mã dự án'] : []), 'Kế hoạch vốn năm 2023', 'Giải ngân', 'Ghi chú'],
  [1, 'Đường nối khu dân cư Đồng Tiến', ...(coded ? ['7930045'] : []), 9000, 4000, 'Gấp'],
  ...beneath,
  [2, 'Cầu Vĩnh Hòa', ...(coded ? ['7930561'] : []), 8000, 3000, null],
];
const read = (beneath: Rows, options: ReadingOptions = {}, coded = false): Reading =>
  readTable(table(coded, ...beneath), [], options);
const projects = (reading: Reading): unknown => reading.projects.map(({ name, note }) => [name, note]);

const NOTES = [
  '* Nhà thầu đã nghiệm thu đợt 2, đang hoàn thiện hồ sơ thanh toán',
  'Kiến nghị: UBND xã sớm bàn giao mặt bằng',
  'Vướng mắc:',
  'Vướng mắc: còn 3 hộ chưa nhận tiền',
  'Ghi chú: điều chuyển vốn tháng 7',
  '- Đang trình thẩm định thiết kế',
  '(đã phê duyệt quyết toán)',
  'Nhà thầu chậm thi công, đề nghị đôn đốc',
  '+ Chưa có đơn giá vật liệu',
  'Tiến độ: đạt 40 % khối lượng',
  '(Dự án chậm do thời tiết)',
  'Dự án chậm do thời tiết',
  'Thi công chậm, mưa nhiều',
  '[Tạm dừng thi công từ tháng 5]',
  'Công trình không thể thi công vì mưa lũ',
  '(Hết hạn hợp đồng, chủ đầu tư gia hạn)',
  '* Thiếu nguồn đất đắp',
  '(Thực hiện Nghị quyết số 41/NQ-HĐND ngày 10/7/2023 của HĐND tỉnh)',
];

describe('a row beneath a project that says something of it', () => {
  it.each(NOTES)('is its note, no part of its name and no project: “%s”', (note) => {
    for (const coded of [false, true]) {
      const reading = read([[null, note]], {}, coded);
      expect(complaints(reading)).toEqual([]);
      expect(projects(reading)).toEqual([
        ['Đường nối khu dân cư Đồng Tiến', `Gấp\n${note}`],
        ['Cầu Vĩnh Hòa', null],
      ]);
    }
  });

  it('is kept with those after it, in their order', () => {
    const reading = read([
      [null, 'Vướng mắc: 3 hộ'],
      [null, 'Kiến nghị: họp dân'],
    ]);
    expect(projects(reading)).toEqual([
      ['Đường nối khu dân cư Đồng Tiến', 'Gấp\nVướng mắc: 3 hộ\nKiến nghị: họp dân'],
      ['Cầu Vĩnh Hòa', null],
    ]);
  });

  it.each([
    'và đường hai đầu cầu',
    '(giai đoạn 2)',
    '(Giai đoạn 2)',
    '(Đoạn từ cầu Bà Rén đến trụ sở UBND xã Bình Dương)',
    '(Xã Bình Dương)',
    '(nay là đường Nguyễn Hoàng kéo dài)',
    'đoạn Km2+300 - Km5',
    '- Nhà lớp học 08 phòng',
    'Hạng mục: Cấp nước',
  ])('goes on with the name where it reads so: “%s”', (rest) => {
    const [first] = read([[null, rest]]).projects;
    if (complaints(read([[null, rest]])).length > 0)
      expect(complaints(read([[null, rest]]))).toEqual(['RET-ROW-UNCLEAR B6']);
    else expect(first?.name).toBe(`Đường nối khu dân cư Đồng Tiến ${rest}`);
  });

  it.each([
    '* Đoạn qua thị trấn Hà Lam',
    'Đoạn tránh thị trấn, dài 3 km.',
    'Dự án đang thi công',
    'Công trình chưa quyết toán',
    '(Phòng Kinh tế hạ tầng theo dõi, báo cáo)',
  ])('is asked about where nothing tells, and the answer is obeyed: “%s”', (text) => {
    const asked = read([[null, text]]);
    expect(complaints(asked)).toEqual(['RET-ROW-UNCLEAR B6']);
    expect(asked.findings[0]?.choices?.map(({ value }) => value)).toContain('note');
    const answered = (role: 'note' | 'second-line'): Reading =>
      read([[null, text]], { rows: [{ sheet: 'GN', row: 6, role }] });
    expect(projects(answered('note'))).toEqual([
      ['Đường nối khu dân cư Đồng Tiến', `Gấp\n${text}`],
      ['Cầu Vĩnh Hòa', null],
    ]);
    expect(projects(answered('second-line'))).toEqual([
      [`Đường nối khu dân cư Đồng Tiến ${text}`, 'Gấp'],
      ['Cầu Vĩnh Hòa', null],
    ]);
  });

  it('is no note where it heads what follows', () => {
    for (const heading of [
      'Các dự án đã hoàn thành',
      'DỰ ÁN ĐANG CHỜ QUYẾT TOÁN',
      'Công trình chưa quyết toán',
    ]) {
      const reading = read([['II', heading]]);
      expect(reading.projects.map(({ name }) => name)).toEqual([
        'Đường nối khu dân cư Đồng Tiến',
        'Cầu Vĩnh Hòa',
      ]);
      expect(reading.projects[0]?.note).toBe('Gấp');
    }
  });

  it('changes no project and no amount, wherever such rows stand', () => {
    const notes = fc.array(fc.constantFrom(...NOTES), { maxLength: 3 });
    fc.assert(
      fc.property(notes, fc.boolean(), (texts, coded) => {
        const without = read([], {}, coded);
        const reading = read(
          texts.map((text) => [null, text]),
          {},
          coded,
        );
        expect(complaints(reading)).toEqual([]);
        expect(reading.total).toEqual(without.total);
        expect(reading.projects.map(({ name }) => name)).toEqual(without.projects.map(({ name }) => name));
        expect(reading.projects[0]?.note).toBe(['Gấp', ...texts].join('\n'));
      }),
      { numRuns: 40 },
    );
  });
});
