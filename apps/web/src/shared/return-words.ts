import { UNIT_NAMES } from '@thongvon/kernel';
import type { Messages } from '../language';

/** States and kinds of a return and the units it may count in, by the contract's words; what it replaces. */
export const returnWords = {
  ...UNIT_NAMES,
  received: { vi: 'Đã nhận, chờ đọc', en: 'Received, waiting to be read' },
  reading: { vi: 'Đang đọc', en: 'Being read' },
  'needs-attention': { vi: 'Cần sửa hoặc trả lời', en: 'Needs mending or answers' },
  ready: { vi: 'Sẵn sàng gửi', en: 'Ready to send' },
  submitted: { vi: 'Đã gửi, chờ duyệt', en: 'Sent, waiting for approval' },
  approved: { vi: 'Đã duyệt', en: 'Approved' },
  'sent-back': { vi: 'Bị trả lại', en: 'Sent back' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  failed: { vi: 'Không đọc được', en: 'Could not be read' },
  superseded: { vi: 'Đã có bản mới thay', en: 'Replaced by a newer one' },
  reverted: { vi: 'Đã hủy duyệt', en: 'Approval undone' },
  disbursement: { vi: 'Giải ngân', en: 'Disbursement' },
  'land-clearance': { vi: 'Giải phóng mặt bằng', en: 'Land clearance' },
  plan: { vi: 'Kế hoạch vốn', en: 'Capital plan' },
  treasury: { vi: 'Số liệu Kho bạc', en: 'Treasury statement' },
  replacesOne: {
    vi: (day: string) => `Thay bản đã duyệt ${day}`,
    en: (day: string) => `Replaces the one approved ${day}`,
  },
  replacesChanged: {
    vi: (count: number) => `${count} dự án khác`,
    en: (count: number) => `${count} ${count === 1 ? 'project differs' : 'projects differ'}`,
  },
  replacesSame: { vi: 'không đổi số nào', en: 'no figure differs' },
} satisfies Messages;
