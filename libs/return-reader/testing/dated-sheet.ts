import type { HandSheet } from './read-sheet';

const HEADER = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'];
/** A return of two projects with its date, in million đồng. */
export const datedSheet = (
  name: string,
  date: string,
  spent: number,
  more: Partial<HandSheet> = {},
): HandSheet => ({
  name,
  rows: [
    ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
    [`Số liệu đến ngày ${date}`],
    ['ĐVT: triệu đồng'],
    HEADER,
    [1, 'Đường tránh đèo', '7930045', 24_350, spent],
    [2, 'Nhà thi đấu', '7930561', 9_800, 4_410],
  ],
  ...more,
});
