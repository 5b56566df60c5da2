import type { Concern, StandingColumn } from '@thongvon/api-contract';
import {
  type AmountUnit,
  formatPercent,
  formatPlainDate,
  type Movement,
  type PlainDate,
  type PlanType,
  type PlanYear,
  UNIT_NAMES,
} from '@thongvon/kernel';
import type { MarkTone } from '@thongvon/workbook-io';

/** Words that are the same on every form. */
export const FORM_TEXTS = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  asOf: (date: PlainDate) => `(Số liệu đến ngày ${formatPlainDate(date)})`,
  asOfNote: 'Chỉ sửa ngày, giữ nguyên các chữ khác: (Số liệu đến ngày dd/mm/yyyy)',
  asOfError: 'Hãy giữ nguyên chữ “Số liệu đến ngày”, chỉ sửa ngày.',
  unit: (unit: AmountUnit) => `Đơn vị tính: ${UNIT_NAMES[unit].vi}`,
  preparedBy: 'NGƯỜI LẬP BIỂU',
  signedBy: 'THỦ TRƯỞNG ĐƠN VỊ',
  total: 'TỔNG CỘNG',
  amountErrorTitle: 'Số tiền chưa đúng',
  amountError: (unit: AmountUnit) =>
    `Hãy nhập số tiền bằng ${UNIT_NAMES[unit].vi}, từ 0 trở lên; để trống nếu chưa có số liệu.`,
  countErrorTitle: 'Số chưa đúng',
  countError: 'Hãy nhập số nguyên từ 0 trở lên; để trống nếu chưa có số liệu.',
  areaError: 'Hãy nhập diện tích bằng m2, từ 0 trở lên; để trống nếu chưa có số liệu.',
  dateErrorTitle: 'Ngày chưa đúng',
  dateError: 'Hãy nhập ngày theo dạng ngày/tháng/năm.',
  before: (value: string, on: PlainDate) => `Kỳ trước (${formatPlainDate(on)}): ${value}`,
} as const;

/** Words of the disbursement form. */
export const DISBURSEMENT_TEXTS = {
  sheet: 'Giải ngân',
  title: (year: PlanYear) => `BÁO CÁO TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM ${year}`,
  ordinal: 'STT',
  code: 'Mã dự án',
  name: 'Danh mục công trình, dự án',
  source: 'Nguồn vốn',
  planned: (year: PlanYear) => `Kế hoạch vốn năm ${year}`,
  plannedOfAnyType: 'Kế hoạch vốn',
  last: 'Lũy kế đến kỳ trước',
  disbursed: 'Lũy kế giải ngân',
  disbursedTotal: 'Tổng số',
  completed: 'Thanh toán KLHT',
  advance: 'Tạm ứng',
  rate: 'Tỷ lệ giải ngân (%)',
  blocker: 'Khó khăn, vướng mắc',
} as const;

/** Words of the land-clearance form. */
export const CLEARANCE_TEXTS = {
  sheet: 'GPMB',
  title: 'TÌNH HÌNH BỒI THƯỜNG, GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN',
  ordinal: 'STT',
  name: 'Dự án',
  code: 'Mã dự án',
  measures: {
    households: 'Tổng số hộ ảnh hưởng',
    area: 'Diện tích thu hồi (m2)',
    inventoried: 'Số hộ đã kiểm đếm',
    approved: 'Số hộ đã phê duyệt phương án',
    paid: 'Số hộ đã chi trả',
    handedOver: 'Số hộ đã bàn giao mặt bằng',
    graves: 'Số mộ phải di dời',
    compensation: 'Kinh phí theo phương án',
    compensated: 'Kinh phí đã chi trả',
  },
  blocker: 'Khó khăn, vướng mắc',
  responsibleUnit: 'Cơ quan chủ trì xử lý',
  due: 'Thời hạn hoàn thành',
} as const;

/** What a plan type is called in the form of a plan year. */
export const PLAN_TYPE_TITLES: Readonly<Record<PlanType, (year: PlanYear) => string>> = {
  'current-year': (year) => `VỐN KẾ HOẠCH NĂM ${year}`,
  'carried-over': (year) => `VỐN NĂM TRƯỚC KÉO DÀI SANG NĂM ${year}`,
  'advanced-from-next-year': () => 'VỐN ỨNG TRƯỚC KẾ HOẠCH NĂM SAU',
  'advanced-last-year': () => 'VỐN ỨNG TRƯỚC NĂM TRƯỚC CHUYỂN SANG',
};

/** The sheet that explains the form and holds what its lists propose. */
export const GUIDE_TEXTS = {
  sheet: 'Hướng dẫn',
  title: 'HƯỚNG DẪN GHI BIỂU',
  lines: {
    disbursement: [
      'Chỉ ghi vào các ô nền vàng; các ô khác đã khóa (không có mật khẩu) để công thức không bị sửa nhầm.',
      'Ghi số lũy kế từ đầu năm theo đơn vị tính ở đầu biểu: thanh toán khối lượng hoàn thành và tạm ứng chưa thu hồi. Tổng số được tính tự động.',
      'Hai cột đó đã điền sẵn số của kỳ trước, nếu kỳ trước có tách hai khoản; hãy sửa thành số của kỳ này. Số để nguyên nghĩa là kỳ này không phát sinh giải ngân, ô trống nghĩa là chưa báo cáo.',
      'Ghi 0 nếu chưa giải ngân; để trống nếu chưa có số liệu.',
      'Kiểm tra ngày của số liệu ở đầu biểu trước khi nộp.',
      'Cột lũy kế đến kỳ trước là số đã duyệt, chỉ để đối chiếu.',
      'Cột khó khăn, vướng mắc có thể chọn trong danh sách bên dưới hoặc tự ghi; xóa nội dung nếu đã giải quyết xong.',
    ],
    'land-clearance': [
      'Chỉ ghi vào các ô nền vàng; các ô khác đã khóa (không có mật khẩu) để biểu không bị sửa nhầm.',
      'Ghi số lũy kế đến ngày của số liệu. Đã điền sẵn số của kỳ trước; hãy sửa thành số của kỳ này. Để nguyên nghĩa là kỳ này không thay đổi.',
      'Kinh phí ghi theo đơn vị tính ở đầu biểu, diện tích bằng m2; để trống nếu chưa có số liệu.',
      'Kiểm tra ngày của số liệu ở đầu biểu trước khi nộp.',
      'Không ghi họ tên, số giấy tờ hay điện thoại của hộ dân.',
      'Cột khó khăn, vướng mắc có thể chọn trong danh sách bên dưới hoặc tự ghi; xóa nội dung nếu đã giải quyết xong.',
    ],
  },
  causes: 'Nguyên nhân thường gặp',
} as const;

/** The first words of the file's name. */
export const FILE_TITLES = { disbursement: 'giai-ngan', 'land-clearance': 'giai-phong-mat-bang' } as const;

const CONCERN_TEXTS: Readonly<Record<Exclude<Concern, 'below-target'>, string>> = {
  unspent: 'dự kiến không giải ngân hết',
  blocked: 'có vướng mắc',
  'nothing-disbursed': 'chưa giải ngân',
  'treasury-differs': 'chênh lệch với Kho bạc',
};

/** The table of projects as a workbook. */
export const STANDINGS_TEXTS = {
  sheet: 'Dự án',
  title: (year: number): string => `TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM ${year}`,
  subtitle: (day: string, unit: string): string => `Số liệu đến ngày ${day}; đơn vị tính: ${unit}`,
  blockersOn: (day: string): string => `Vướng mắc tính đến ngày ${day}`,
  filter: (parts: readonly string[]): string => `Lọc theo: ${parts.join('; ')}`,
  ofSource: 'Chỉ tính phần vốn của nguồn này',
  derived: (amount: string): string =>
    `Trong số giải ngân có ${amount} đồng suy ra từ kế hoạch chỉ có một nguồn`,
  byTreasury: (amount: string): string =>
    `Trong số giải ngân có ${amount} đồng tách nguồn theo sao kê Kho bạc`,
  notSplit: (amount: string, projects: number): string =>
    `Chưa tách theo nguồn: ${amount} đồng của ${projects} dự án, không nằm trong số giải ngân; vì vậy không tính tỷ lệ`,
  partlySplit: (part: string, atMost: string, open: string, projects: number): string =>
    `Đã tách ${part} của ${atMost} đồng; ${open} đồng của ${projects} dự án chưa tách theo nguồn, không nằm trong số giải ngân; vì vậy không tính tỷ lệ`,
  notSplitItself: (amount: string, projects: number): string =>
    `Gồm ${amount} đồng chưa tách theo nguồn của ${projects} dự án đã có kế hoạch theo nguồn; vì vậy không tính tỷ lệ`,
  planType: {
    'current-year': 'Chỉ tính kế hoạch năm nay',
    'carried-over': 'Chỉ tính vốn kéo dài từ năm trước',
    'advanced-from-next-year': 'Chỉ tính vốn ứng trước kế hoạch năm sau',
    'advanced-last-year': 'Chỉ tính vốn đã ứng trước năm trước',
  },
  words: (words: string): string => `có chữ "${words}"`,
  concern: (concern: Concern, target: string | undefined): string =>
    concern === 'below-target' ? `tỷ lệ dưới mốc ${formatPercent(target ?? '0')}` : CONCERN_TEXTS[concern],
  notKnown: 'chưa rõ',
  project: 'Dự án',
  total: (projects: number): string => `Tổng cộng ${projects} dự án có kế hoạch`,
  unplanned: (projects: number): string =>
    `Ngoài kế hoạch: ${projects} công trình, không tính vào tổng và tỷ lệ`,
  notReported: 'chưa báo cáo',
  stale: (day: string): string => `Số liệu mới nhất ngày ${day}, cũ hơn một tuần báo cáo`,
  changeOf: (days: number): string => `Tăng trong ${days} ngày`,
  /** The dates stand in the next column. */
  changeOfSeveral: 'Tăng so với số liệu trước',
  changeDates: ({ from, to, days, reason, since }: Omit<Movement, 'value'>): string => {
    if (from !== null && to !== null)
      return `từ ${formatPlainDate(from)} đến ${formatPlainDate(to)} (${days} ngày)`;
    if (reason === 'not-split') return 'chưa tách theo nguồn';
    return since === null ? '' : `chưa có số mới từ ${formatPlainDate(since)}`;
  },
  blocked: (projects: number): string => `${projects} dự án vướng`,
  overdue: (days: number, description: string): string => `Quá hạn ${days} ngày: ${description}`,
  due: (day: string, description: string): string => `Hạn ${day}: ${description}`,
  noDue: (description: string): string => `Chưa có hạn: ${description}`,
  fileName: (year: number, day: string): string => `Giải ngân ${year} đến ${day}.xlsx`,
} as const;

/** Heads of the columns of the table of projects. */
export const STANDING_COLUMN_TITLES: Readonly<Record<StandingColumn, string>> = {
  code: 'Mã dự án',
  owner: 'Chủ đầu tư',
  kind: 'Lĩnh vực',
  commune: 'Địa bàn',
  group: 'Nhóm dự án',
  planned: 'Kế hoạch vốn',
  disbursed: 'Lũy kế giải ngân',
  completed: 'Thanh toán khối lượng hoàn thành',
  advance: 'Tạm ứng chưa thu hồi',
  remaining: 'Còn phải giải ngân',
  weekChange: STANDINGS_TEXTS.changeOfSeveral,
  changeDates: 'Ngày của số tăng',
  rate: 'Tỷ lệ giải ngân',
  shortfall: 'Dự kiến không giải ngân hết đến 31/01',
  blocker: 'Vướng mắc',
  asOf: 'Số liệu ngày',
};

/** Who signs the notes. */
export const AUTHOR = 'Thông Vốn';

/** A sign that tells marks apart without colour, and what the reader of it has to do. */
export const MARK_TEXTS: Readonly<Record<MarkTone, { sign: string; name: string; todo: string }>> = {
  error: { sign: '✖', name: 'LỖI', todo: 'phải sửa' },
  question: { sign: '?', name: 'CÂU HỎI', todo: 'phải trả lời hoặc sửa' },
  correction: { sign: '✎', name: 'SỐ ĐÍNH CHÍNH', todo: 'đơn vị đã khai số đúng' },
  warning: { sign: '▲', name: 'CẢNH BÁO', todo: 'nên xem lại' },
  info: { sign: 'i', name: 'THÔNG TIN', todo: 'để biết' },
};

/** Words of the sheet that lists what checking a return has found. */
export const LIST_TEXTS = {
  sheet: 'Kết quả kiểm tra',
  title: 'KẾT QUẢ KIỂM TRA BÁO CÁO',
  file: (name: string) => `Tệp: ${name}`,
  none: 'Không có gì phải sửa hay trả lời.',
  howTo: 'Bấm vào tên ô để đến ô đó; sửa ngay trong tệp này rồi nạp lại.',
  corrected:
    'Ô nền xanh đã ghi số đính chính, các công thức liên quan tính theo số đó; tệp gốc đã nạp không thay đổi.',
  macros:
    'Tệp gốc có macro. Tệp .xlsm đã đánh dấu giữ nguyên macro; hệ thống không chạy. Chỉ bật macro nếu biết rõ nguồn.',
  onlyList:
    'Tệp gốc không đánh dấu trực tiếp được (chỉ đánh dấu được .xlsx và .xlsm), nên tệp này chỉ liệt kê kết quả kiểm tra.',
  onlyListCorrected: 'Số đính chính chỉ được liệt kê; hãy tự ghi vào tệp của đơn vị.',
  columns: ['Mức độ', 'Trang tính', 'Ô', 'Trong tệp gốc', 'Nội dung và cách xử lý'],
} as const;

/** "✖ 3 lỗi (phải sửa) · …", for the marks that occur. */
export function legendOf(counts: ReadonlyMap<MarkTone, number>): string {
  return [...counts]
    .map(([tone, count]) => {
      const { sign, name, todo } = MARK_TEXTS[tone];
      return `${sign} ${count} ${name.toLowerCase()} (${todo})`;
    })
    .join(' · ');
}

/** Words of a declared correction. */
export const CORRECTION_TEXTS = {
  right: {
    number: (value: string) => `Số đúng là ${value}`,
    date: (value: string) => `Ngày đúng là ${value}`,
    text: (value: string) => `Nội dung đúng là “${value}”`,
  },
  by: (name: string, office: string, day: PlainDate) =>
    `theo ${name} (${office}), ngày ${formatPlainDate(day)}`,
  reason: (reason: string) => `lý do: ${reason}`,
  stood: (what: string) => `trong tệp gốc: ${what}`,
  empty: 'ô trống',
  error: (text: string) => `lỗi ${text}`,
  quoted: (text: string) => `“${text}”`,
  truth: { TRUE: 'đúng (TRUE)', FALSE: 'sai (FALSE)' },
  formula: (formula: string, value: string | null) =>
    value === null ? `công thức =${formula}, chưa có giá trị` : `${value} (công thức =${formula})`,
} as const;
