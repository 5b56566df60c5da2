import { formatPlainDate, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import type { ProjectKind } from '@thongvon/projects';

/** Words that are the same on every form. */
export const FORM_TEXTS = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  asOf: (date: PlainDate) => `(Số liệu đến ngày ${formatPlainDate(date)})`,
  asOfNote: 'Chỉ sửa ngày, giữ nguyên các chữ khác: (Số liệu đến ngày dd/mm/yyyy)',
  asOfError: 'Hãy giữ nguyên chữ “Số liệu đến ngày”, chỉ sửa ngày.',
  unit: 'Đơn vị tính: đồng',
  preparedBy: 'NGƯỜI LẬP BIỂU',
  signedBy: 'THỦ TRƯỞNG ĐƠN VỊ',
  total: 'TỔNG CỘNG',
  amountErrorTitle: 'Số tiền chưa đúng',
  amountError: 'Hãy nhập số tiền bằng đồng, từ 0 trở lên; để trống nếu chưa có số liệu.',
  countErrorTitle: 'Số chưa đúng',
  countError: 'Hãy nhập số nguyên từ 0 trở lên; để trống nếu chưa có số liệu.',
  dateErrorTitle: 'Ngày chưa đúng',
  dateError: 'Hãy nhập ngày theo dạng ngày/tháng/năm.',
  before: (value: string, on: PlainDate) => `Kỳ trước (${formatPlainDate(on)}): ${value}`,
} as const;

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

export const PLAN_TYPE_TITLES: Readonly<Record<PlanType, (year: PlanYear) => string>> = {
  'current-year': (year) => `VỐN KẾ HOẠCH NĂM ${year}`,
  'carried-over': (year) => `VỐN NĂM TRƯỚC KÉO DÀI SANG NĂM ${year}`,
  'advanced-from-next-year': () => 'VỐN ỨNG TRƯỚC KẾ HOẠCH NĂM SAU',
  'advanced-last-year': () => 'VỐN ỨNG TRƯỚC NĂM TRƯỚC CHUYỂN SANG',
};

export const PROJECT_KIND_TITLES: Readonly<Record<ProjectKind, string>> = {
  road: 'Giao thông - đường bộ',
  bridge: 'Giao thông - cầu',
  cemetery: 'Nghĩa trang',
  'residential-zone': 'Khu dân cư, tái định cư',
  irrigation: 'Thủy lợi',
  school: 'Giáo dục và đào tạo',
  health: 'Y tế',
  culture: 'Văn hóa, thể thao, du lịch',
  market: 'Thương mại, chợ',
  'government-office': 'Trụ sở cơ quan, quốc phòng, an ninh',
  'urban-infrastructure': 'Hạ tầng đô thị',
  'water-supply': 'Cấp nước',
  electricity: 'Điện',
  other: 'Lĩnh vực khác',
};

/** The sheet that explains the form and holds what its lists propose. */
export const GUIDE_TEXTS = {
  sheet: 'Hướng dẫn',
  title: 'HƯỚNG DẪN GHI BIỂU',
  lines: {
    disbursement: [
      'Chỉ ghi vào các ô nền vàng; các ô khác đã khoá (không có mật khẩu) để công thức không bị sửa nhầm.',
      'Ghi số lũy kế từ đầu năm bằng đồng: thanh toán khối lượng hoàn thành và tạm ứng chưa thu hồi. Tổng số được tính tự động.',
      'Ghi 0 nếu chưa giải ngân; để trống nếu chưa có số liệu.',
      'Kiểm tra ngày của số liệu ở đầu biểu trước khi nộp.',
      'Cột lũy kế đến kỳ trước là số đã duyệt, chỉ để đối chiếu.',
      'Cột khó khăn, vướng mắc có thể chọn trong danh sách bên dưới hoặc tự ghi; xoá nội dung nếu đã giải quyết xong.',
    ],
    'land-clearance': [
      'Chỉ ghi vào các ô nền vàng; các ô khác đã khoá (không có mật khẩu) để biểu không bị sửa nhầm.',
      'Ghi số lũy kế đến ngày của số liệu; số của kỳ trước hiện ra khi trỏ vào ô.',
      'Kinh phí ghi bằng đồng, diện tích bằng m2; để trống nếu chưa có số liệu.',
      'Kiểm tra ngày của số liệu ở đầu biểu trước khi nộp.',
      'Không ghi họ tên, số giấy tờ hay điện thoại của hộ dân.',
      'Cột khó khăn, vướng mắc có thể chọn trong danh sách bên dưới hoặc tự ghi; xoá nội dung nếu đã giải quyết xong.',
    ],
  },
  causes: 'Nguyên nhân thường gặp',
} as const;

/** The first words of the file's name. */
export const FILE_TITLES = { disbursement: 'giai-ngan', 'land-clearance': 'giai-phong-mat-bang' } as const;
