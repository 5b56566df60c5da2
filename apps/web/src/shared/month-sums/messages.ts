import type { Messages } from '../../language';

export const messages = {
  typedAre: { vi: 'Số nhập là', en: 'The numbers are' },
  cumulative: { vi: 'lũy kế đến cuối tháng', en: 'cumulative, by the end of the month' },
  monthly: { vi: 'riêng từng tháng', en: 'of each month by itself' },
  month: { vi: 'Tháng', en: 'Month' },
  typed: { vi: 'Số nhập (đồng)', en: 'Typed (đồng)' },
  sum: { vi: 'Lũy kế', en: 'Cumulative' },
  cell: { vi: (month: string) => `Số nhập tháng ${month}`, en: (month: string) => `Month ${month}` },
  paste: {
    vi: 'Gõ, hoặc chép một cột (một hàng) trong Excel rồi dán vào ô đầu tiên. Ghi đủ từng đồng.',
    en: 'Type, or copy a column or row in Excel and paste it into the first cell. Whole đồng.',
  },
  block: {
    vi: 'Không dán được vùng nhiều cột nhiều hàng: chỉ chép cột (hoặc hàng) có số.',
    en: 'A block of several columns and rows can’t be pasted: copy only the column or row of numbers.',
  },
  tooMany: {
    vi: (cells: number, room: number) =>
      `Vùng chép có ${cells} ô, từ tháng này chỉ còn ${room} tháng: không dán.`,
    en: (cells: number, room: number) =>
      `${cells} cells were copied, but only ${room} months are left: not pasted.`,
  },
  missing: {
    vi: (count: number) => `Còn ${count} tháng chưa nhập; tháng không có thì ghi 0.`,
    en: (count: number) => `${count} months are missing; write 0 where there is nothing.`,
  },
  tiny: {
    vi: (dong: string) =>
      `Cộng lại chỉ ${dong}. Nếu bảng trong Excel tính bằng triệu đồng thì đổi ra đồng rồi hãy dán.`,
    en: (dong: string) =>
      `All of it is only ${dong}. If the sheet is in million đồng, turn it into đồng before pasting.`,
  },
  unreadable: { vi: 'Ghi đủ từng đồng, ví dụ 1.500.000.000.', en: 'Write whole đồng, e.g. 1.500.000.000.' },
  falls: { vi: 'Lũy kế thấp hơn tháng trước.', en: 'Lower than the month before.' },
  'below-zero': { vi: 'Lũy kế không thể âm.', en: 'The sum can’t be below zero.' },
} satisfies Messages;
