import type { ReplacementView, ReturnView } from '@thongvon/api-contract';
import { UNIT_NAMES } from '@thongvon/kernel';
import { type Messages, useFormats, useText, withValues } from '../language';

/** What pages that show blockers say alike. */
export const blockerWords = {
  noUnit: { vi: 'chưa giao đơn vị nào', en: 'nobody is responsible' },
  dueOn: withValues('hạn {}', 'due {}'),
  why: { vi: 'Vì sao đỏ?', en: 'Why red?' },
  turn: withValues('Đến lượt: {}', 'Whose turn: {}'),
} satisfies Messages;

/** What a person did about a blocker, or a return once; not what returns say of it each week. */
export const BLOCKER_ACTION_TYPES = {
  opened: { vi: 'Ghi vướng mắc', en: 'Opened' },
  solved: { vi: 'Báo cáo nói đã xong', en: 'Solved, says a return' },
  'still-open': { vi: 'Xác nhận còn vướng', en: 'Still in the way' },
  work: { vi: 'Đã xử lý', en: 'Work done' },
  reminder: { vi: 'Nhắc', en: 'Reminder' },
  escalated: { vi: 'Chuyển cấp trên', en: 'Handed up' },
  changed: { vi: 'Sửa thông tin', en: 'Changed' },
  closed: { vi: 'Đóng', en: 'Closed' },
  reopened: { vi: 'Mở lại', en: 'Reopened' },
  'due-proposed': { vi: 'Xin hạn mới', en: 'Another due date asked for' },
  'due-accepted': { vi: 'Duyệt hạn mới', en: 'New due date accepted' },
  'due-refused': { vi: 'Không duyệt hạn mới', en: 'New due date refused' },
  'due-withdrawn': { vi: 'Rút đề nghị hạn mới', en: 'Proposal of a new date taken back' },
  'handover-proposed': { vi: 'Đề nghị chuyển cơ quan khác', en: 'Handing over proposed' },
  'handover-accepted': { vi: 'Nhận xử lý', en: 'Taken over' },
  'handover-refused': { vi: 'Không nhận xử lý', en: 'Not taken over' },
  'handover-withdrawn': { vi: 'Rút đề nghị chuyển', en: 'Handing over taken back' },
} satisfies Messages;

/** What the history calls a moment. */
export const BLOCKER_EVENTS = {
  ...BLOCKER_ACTION_TYPES,
  named: { vi: 'Báo cáo nêu', en: 'Named by a return' },
} satisfies Messages;

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
  discarded: { vi: 'Đã bỏ, chưa gửi', en: 'Given up, not sent' },
  failed: { vi: 'Không đọc được', en: 'Could not be read' },
  superseded: { vi: 'Đã có bản mới thay', en: 'Replaced by a newer one' },
  reverted: { vi: 'Đã hủy duyệt', en: 'Approval undone' },
  disbursement: { vi: 'Giải ngân', en: 'Disbursement' },
  'land-clearance': { vi: 'Giải phóng mặt bằng', en: 'Land clearance' },
  plan: { vi: 'Kế hoạch vốn', en: 'Capital plan' },
  treasury: { vi: 'Số liệu Kho bạc', en: 'Treasury statement' },
  replacesOne: withValues('Thay bản đã duyệt {}', 'Replaces the one approved {}'),
  replacesUnread: {
    vi: (count: number) => `${count} dự án chưa chốt`,
    en: (count: number) => `${count} ${count === 1 ? 'project is' : 'projects are'} still open`,
  },
  replacesChanged: {
    vi: (count: number) => `${count} dự án khác số giải ngân`,
    en: (count: number) => `${count} ${count === 1 ? 'project has' : 'projects have'} another amount`,
  },
  replacesParts: {
    vi: (count: number) => `${count} dự án chỉ khác nguồn vốn hoặc phần thanh toán`,
    en: (count: number) =>
      `${count} ${count === 1 ? 'project differs' : 'projects differ'} in sources or parts only`,
  },
  replacesSame: { vi: 'không đổi số nào', en: 'no figure differs' },
} satisfies Messages;

/**
 * How a return differs from the approved one that it replaces: in how many projects, first those of which it says another
 * amount. A comparison that was kept before the two were counted apart counts as such.
 */
export function useHowOtherwise(): (
  one: Pick<ReplacementView, 'changed' | 'changedAmounts' | 'unread'>,
) => string {
  const t = useText(returnWords);
  return ({ changed, changedAmounts = changed, unread = 0 }) => {
    const parts = changed - changedAmounts;
    const said = [
      ...(changedAmounts > 0 ? [t.replacesChanged(changedAmounts)] : []),
      ...(parts > 0 ? [t.replacesParts(parts)] : []),
      ...(unread > 0 ? [t.replacesUnread(unread)] : []),
    ];
    return said.length === 0 ? t.replacesSame : said.join(', ');
  };
}

/** What its state is called; one that is given up and was never with the finance office isn't called withdrawn. */
export function useReturnState(): (one: Pick<ReturnView, 'status' | 'submittedAt'>) => string {
  const t = useText(returnWords);
  return ({ status, submittedAt }) =>
    status === 'withdrawn' && submittedAt === null ? t.discarded : t[status];
}

/** Names a return by what it holds and its date; a decision on the plan by its year. Null until it is read. */
export function useReturnTitle(): (one: Pick<ReturnView, 'kinds' | 'asOf' | 'planYear'>) => string | null {
  const t = useText(titleWords);
  const formats = useFormats();
  return ({ kinds, asOf, planYear }) => {
    if (kinds.length === 0) return null;
    const named = kinds.map((kind, i) => (i === 0 ? t[kind] : t[kind].toLowerCase())).join(', ');
    if (asOf !== null) return t.toDay(named, formats.date(asOf));
    return planYear === null ? named : t.ofYear(named, planYear);
  };
}

const titleWords = {
  ...returnWords,
  toDay: withValues('{kinds} đến {day}', '{kinds} to {day}'),
  ofYear: withValues('{kinds} năm {year}', '{kinds} of {year}'),
} satisfies Messages;
