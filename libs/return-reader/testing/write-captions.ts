import type { AmountUnit } from '@thongvon/kernel';
import type { Extra, Layout } from './layout';

/** How offices word the same thing; a layout picks one of each list by its `captions` number. */
export const CAPTIONS = {
  ordinal: ['STT', 'TT', 'Số TT'],
  name: [
    'Danh mục công trình, dự án',
    'Tên dự án',
    'Tên công trình',
    'Nội dung',
    'Danh mục dự án',
    'Dự án',
    'Tên công trình/dự án',
    'DANH MỤC DỰ ÁN ĐẦU TƯ',
  ],
  code: ['Mã dự án', 'Mã số dự án', 'Mã QHNS', 'Mã DA'],
  owner: ['Chủ đầu tư'],
  field: ['Lĩnh vực', 'Ngành, lĩnh vực'],
  source: ['Nguồn vốn', 'Nguồn'],
  note: ['Ghi chú', 'Khó khăn, vướng mắc', 'Nguyên nhân, vướng mắc'],
  planned: [
    'Kế hoạch vốn năm 2023',
    'Kế hoạch vốn được giao năm 2023',
    'KH vốn 2023',
    'Kế hoạch 2023',
    'Vốn giao năm 2023',
    'KHV năm 2023',
    'Vốn bố trí năm 2023',
    'Kế hoạch vốn đầu tư công năm 2023',
  ],
  disbursed: [
    'Lũy kế giải ngân',
    'Giải ngân',
    'Đã giải ngân',
    'Lũy kế giải ngân từ đầu năm',
    'Giá trị giải ngân lũy kế',
    'Lũy kế thanh toán',
    'Số vốn đã giải ngân',
    'Giải ngân kế hoạch vốn năm 2023',
    'GN lũy kế',
  ],
  completed: ['Thanh toán KLHT', 'Thanh toán khối lượng hoàn thành', 'KLHT', 'Thanh toán khối lượng'],
  advance: ['Tạm ứng', 'Tạm ứng chưa thu hồi', 'Tạm ứng theo chế độ chưa thu hồi', 'Dư tạm ứng'],
  planBefore: ['Kế hoạch vốn giao đầu năm', 'Kế hoạch vốn trước điều chỉnh', 'KHV đã giao'],
  planIncrease: ['Điều chỉnh tăng', 'Tăng', 'Bổ sung', 'Điều chỉnh bổ sung'],
  planDecrease: ['Điều chỉnh giảm', 'Giảm', 'Cắt giảm'],
  planNet: ['Điều chỉnh tăng, giảm', 'Điều chỉnh (+/-)', 'Điều chỉnh'],
  planAfter: [
    'Kế hoạch vốn sau điều chỉnh',
    'KHV năm 2023 sau điều chỉnh',
    'Kế hoạch sau điều chỉnh, bổ sung',
  ],
  returned: ['Nộp giảm chi', 'Nộp trả ngân sách', 'Thu hồi nộp giảm', 'Số đã nộp giảm', 'Hoàn trả NSNN'],
  recovered: ['Thu hồi tạm ứng', 'Hoàn ứng', 'Tạm ứng đã thu hồi'],
  carriedPlanned: [
    'Kế hoạch vốn kéo dài',
    'Vốn kéo dài năm 2022 sang năm 2023',
    'KH kéo dài',
    'Kế hoạch vốn năm 2022 kéo dài',
    'Kế hoạch vốn năm trước chuyển sang',
  ],
  carriedDisbursed: [
    'Giải ngân vốn kéo dài',
    'Lũy kế giải ngân vốn kéo dài',
    'Giải ngân kế hoạch vốn kéo dài',
    'Giải ngân vốn năm 2022 kéo dài',
  ],
  total: ['Tổng số', 'Tổng', 'Tổng cộng', 'Cộng'],
  thisYear: ['Vốn năm 2023', 'Năm 2023', 'Kế hoạch năm 2023', 'Vốn năm nay'],
  carriedChild: ['Kéo dài', 'Vốn kéo dài', 'Vốn năm 2022 kéo dài', 'Năm trước chuyển sang'],
  rate: ['Tỷ lệ (%)', 'Tỷ lệ giải ngân', 'Tỉ lệ %', '% giải ngân'],
} as const;

export const EXTRA_CAPTIONS: Readonly<Record<Extra, readonly string[]>> = {
  investment: ['Tổng mức đầu tư', 'TMĐT', 'Tổng mức đầu tư được duyệt'],
  allocated: ['Lũy kế vốn đã bố trí đến hết năm 2022', 'Lũy kế vốn bố trí', 'Vốn đã bố trí đến hết năm 2022'],
  'medium-term': ['Kế hoạch trung hạn 2021-2025', 'KH vốn giai đoạn 2021-2025'],
  week: ['Giải ngân trong tuần', 'Tuần này', 'Giải ngân tuần này'],
  month: ['Giải ngân tháng 6', 'Giải ngân trong tháng', 'Giải ngân trong kỳ'],
  previous: ['Lũy kế giải ngân đến tuần trước', 'Lũy kế giải ngân kỳ trước', 'Giải ngân đến ngày 14/6/2023'],
  estimate: ['Ước giải ngân đến 31/01/2024', 'Ước giải ngân cả năm', 'Ước thực hiện đến hết năm 2023'],
  remaining: ['Vốn còn lại', 'Còn lại chưa giải ngân', 'Kế hoạch vốn còn lại chưa giải ngân'],
  contract: ['Giá trị hợp đồng', 'Giá trị thực hiện', 'Khối lượng thực hiện từ khởi công đến nay'],
  'unknown-text': ['Cán bộ theo dõi', 'Loại, cấp công trình'],
  'unknown-number': ['Diện tích sàn', 'Số lượng hạng mục', 'Chỉ tiêu phụ'],
  'last-year': ['Giải ngân năm 2022', 'Lũy kế giải ngân đến hết năm 2022', 'Giải ngân đến 31/12/2022'],
};

export const TOTAL_LABELS = [
  'TỔNG CỘNG',
  'Tổng số',
  'Cộng',
  'TỔNG SỐ',
  'Tổng cộng:',
  'TỔNG CỘNG (A+B)',
] as const;

const UNITS: Readonly<Record<AmountUnit, readonly string[]>> = {
  dong: ['đồng', 'Đồng', 'VNĐ'],
  'thousand-dong': ['nghìn đồng', '1.000 đồng', 'ngàn đồng', '1000đ'],
  'million-dong': ['triệu đồng', 'Triệu đồng', 'trđ', 'Tr.đồng', 'TRIỆU ĐỒNG'],
  'billion-dong': ['tỷ đồng', 'tỉ đồng', 'Tỷ đồng'],
};

const STATEMENTS = ['Đơn vị tính: ', 'ĐVT: ', 'Đơn vị: ', 'Đvt: ', '('] as const;

export function pick<T>(list: readonly T[], seed: number): T {
  const item = list[seed % list.length];
  if (item === undefined) throw new Error('an empty list has nothing to pick');
  return item;
}

export function unitWord(unit: AmountUnit, { unitText }: Layout): string {
  return pick(UNITS[unit], unitText);
}

export function unitStatement(unit: AmountUnit, layout: Layout): string {
  const opening = pick(STATEMENTS, Math.floor(layout.unitText / 3));
  return `${opening}${unitWord(unit, layout)}${opening === '(' ? ')' : ''}`;
}
