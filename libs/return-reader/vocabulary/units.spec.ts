import { announcesUnit, unitsStated } from './units';

describe('the unit that a text states', () => {
  it.each([
    ['ĐVT: triệu đồng', 'million-dong'],
    ['Đơn vị tính: Đồng', 'dong'],
    ['Đơn vị: 1.000 đồng', 'thousand-dong'],
    ['ĐVT: 1000đ', 'thousand-dong'],
    ['Đơn vị tính: ngàn đồng', 'thousand-dong'],
    ['(Tr.đồng)', 'million-dong'],
    ['Đơn vị tính: 1 triệu đồng', 'million-dong'],
    ['ĐVT: 01 tỷ đồng', 'billion-dong'],
    ['(1 nghìn đồng)', 'thousand-dong'],
    ['đvt: trđ', 'million-dong'],
    ['Đơn vị tính: tỉ đồng', 'billion-dong'],
    ['Kế hoạch vốn (triệu đồng)', 'million-dong'],
    ['Đơn vị tính: triệu đồng, %', 'million-dong'],
    ['(Số liệu đến ngày 21/6/2023; đơn vị tính: triệu đồng)', 'million-dong'],
    ['ĐƠN VỊ TÍNH: TRIỆU ĐỒNG'.normalize('NFD'), 'million-dong'],
  ])('%s', (text, unit) => expect(unitsStated(text)).toEqual([unit]));

  it.each([
    'Đơn vị: UBND xã Bình Dương',
    'Đơn vị: Đồng Xuân',
    'Diện tích (ha)',
    'Các dự án trên 500 triệu đồng',
    'Tỷ lệ (%)',
  ])('none: %s', (text) => expect(unitsStated(text)).toEqual([]));

  it('may stand in the next cell', () => {
    expect(announcesUnit('Đơn vị tính:')).toBe(true);
    expect(announcesUnit('Đơn vị tính: đồng')).toBe(false);
  });
});
