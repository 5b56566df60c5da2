import { withoutNames } from './without-names';

describe('a text as it may leave the office', () => {
  it.each([
    ['Hộ ông Nguyễn Văn A không nhận tiền', '[không nêu tên] không nhận tiền'],
    ['Bà TRẦN THỊ BÉ khiếu nại', '[không nêu tên] khiếu nại'],
    ['Vận động Lê Thị Hoa và Phạm Văn Cường', 'Vận động [không nêu tên] và [không nêu tên]'],
    ['Liên hệ 0905 123 456 hoặc +84905123456', 'Liên hệ [không nêu tên] hoặc [không nêu tên]'],
    ['CCCD 049123456789', 'CCCD [không nêu tên]'],
    ['CMND 205123456.', 'CMND [không nêu tên].'],
    ['hộ Ông Đặng Quốc Bảo chưa đồng ý', '[không nêu tên] chưa đồng ý'],
  ])('names nobody: %s', (text, expected) => {
    expect(withoutNames(text)).toBe(expected);
  });

  it.each([
    '63 hộ chưa thống nhất đơn giá bồi thường đất ở; 12 hộ chưa xác định nguồn gốc đất',
    'Chưa di dời đường điện 22kV và ống cấp nước đoạn Km12+300 - Km14',
    'Đoạn giao với đường Võ Chí Công và đường Nguyễn Văn Trỗi',
    'Người dân không đồng thuận vị trí nghĩa trang; 327 mộ chưa cải táng',
    'Quyết định 9188/QĐ-UBND ngày 19/05/2023, 26.305.629.000 đồng',
    'Hộ đã nhận tiền, ông bà đồng ý bàn giao',
    'UBND xã Bình Phú, Hà Lam',
    'Số tiền 26305629000 đồng',
  ])('keeps the rest: %s', (text) => {
    expect(withoutNames(text)).toBe(text);
  });
});
