import type { HolidayToDecide } from '@thongvon/api-contract';
import { type Messages, withValues } from '../../language';

/** What the system can't know by itself, as it is named when it is missing. */
export const toDecide = {
  tetFrom: { vi: 'Tết Nguyên đán', en: 'Tết Nguyên đán' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương', en: 'Giỗ Tổ Hùng Vương' },
  besideNationalDay: { vi: 'ngày liền kề Quốc khánh', en: 'the day beside National Day' },
} satisfies Record<HolidayToDecide, Messages[string]>;

export const holidayMessages = {
  confirmed: withValues(
    'Năm {year}: {count} ngày khác lịch tuần',
    '{year}: {count} days that differ from their weekday',
  ),
  unconfirmed: withValues('Ngày nghỉ năm {} chưa được xác nhận', 'The holidays of {} are not confirmed'),
  confirmedAt: withValues('xác nhận lúc {}', 'confirmed {}'),
  provisional: {
    vi: 'Chừng nào chưa xác nhận, thời hạn theo ngày làm việc của năm này chỉ là tạm tính và chưa ràng buộc ai.',
    en: 'Until they are, limits in working days that touch this year are provisional and bind nobody.',
  },
  years: { vi: 'Năm', en: 'Year' },
  edit: { vi: 'Sửa', en: 'Change' },
  stop: { vi: 'Thôi sửa', en: 'Leave as it is' },
  day: { vi: 'Ngày', en: 'Day' },
  what: { vi: 'Tên', en: 'What it is' },
  kind: { vi: 'Loại', en: 'Kind' },
  off: { vi: 'nghỉ', en: 'off' },
  tet: { vi: 'nghỉ Tết', en: 'off, Tết' },
  working: { vi: 'làm bù', en: 'worked in exchange' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  noDays: { vi: 'Chưa có ngày nào', en: 'No days yet' },
  proposal: {
    vi: '1. Dự thảo theo Bộ luật Lao động, Điều 111 và 112',
    en: '1. What the Labour Code says (articles 111, 112)',
  },
  tetFrom: { vi: 'Tết: nghỉ từ ngày (5 ngày)', en: 'Tết: off from (5 days)' },
  hungKings: { vi: 'Giỗ Tổ Hùng Vương (10/3 âm lịch)', en: 'Giỗ Tổ Hùng Vương (10th of 3rd lunar month)' },
  beside: { vi: 'Cùng với 2/9, nghỉ ngày', en: 'Beside 2/9, off on' },
  before: { vi: '1/9', en: '1/9' },
  after: { vi: '3/9', en: '3/9' },
  undecidedYet: { vi: '(chưa quyết định)', en: '(not decided)' },
  asked: {
    vi: 'Ngày Tết và Quốc khánh theo quyết định của Thủ tướng cho năm đó; ngày âm lịch xin xem lịch. Ngày lễ rơi vào thứ Bảy, Chủ nhật được nghỉ bù ngày làm việc kế tiếp. Ngày 24/11 (Ngày Văn hóa Việt Nam): tự thêm nếu văn bản đã cho nghỉ.',
    en: 'Tết and National Day follow the Prime Minister’s decision of the year; look lunar days up. A holiday on a weekend moves to the next working day. 24/11 (Vietnam Culture Day): add it if a text gives it off.',
  },
  propose: { vi: 'Lập dự thảo', en: 'Draft' },
  missing: withValues('Chưa có trong dự thảo: {}.', 'Not in the draft: {}.'),
  byHand: { vi: '2. Thêm ngày: nghỉ khác, ngày làm bù', en: '2. Other days off, days worked in exchange' },
  add: { vi: 'Thêm ngày này', en: 'Add this day' },
  days: withValues('3. Xem lại {} ngày', '3. Look at the {} days'),
  reason: { vi: 'Lý do thay đổi, theo văn bản nào', en: 'Why, and by which document' },
  confirm: {
    vi: (year: number, count: number) => `Xác nhận ${count} ngày của năm ${year}`,
    en: (year: number, count: number) => `Confirm ${count} days of ${year}`,
  },
} satisfies Messages;
