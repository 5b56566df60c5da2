import type { ConclusionKind, TaskEventType, TaskState, WaitingFilter } from '@thongvon/api-contract';
import { type Messages, withValues } from '../../language';

/** How far a task is. */
export const TASK_STATES = {
  assigned: { vi: 'Chưa nhận việc', en: 'Not accepted yet' },
  accepted: { vi: 'Đang làm', en: 'In progress' },
  reported: { vi: 'Đã báo lại, chờ xác nhận', en: 'Reported, to be confirmed' },
  confirmed: { vi: 'Xong, đã xác nhận', en: 'Done, confirmed' },
  refused: { vi: 'Đơn vị từ chối', en: 'Refused by the office' },
  withdrawn: { vi: 'Đã thu hồi', en: 'Withdrawn' },
} satisfies Record<TaskState, Messages[string]>;

/** What happened to it. */
export const TASK_EVENTS = {
  given: { vi: 'Giao việc', en: 'Given' },
  accepted: { vi: 'Nhận việc', en: 'Accepted' },
  reported: { vi: 'Báo lại', en: 'Reported' },
  refused: { vi: 'Từ chối', en: 'Refused' },
  confirmed: { vi: 'Xác nhận xong', en: 'Confirmed' },
  'sent-back': { vi: 'Trả lại, chưa đủ', en: 'Sent back' },
  withdrawn: { vi: 'Thu hồi', en: 'Withdrawn' },
  'given-again': { vi: 'Giao lại', en: 'Given again' },
  'due-proposed': { vi: 'Xin lùi hạn', en: 'Asked for another date' },
  'due-moved': { vi: 'Hẹn lại hạn', en: 'Date moved' },
  'due-declined': { vi: 'Giữ hạn cũ', en: 'Date kept' },
} satisfies Record<TaskEventType, Messages[string]>;

/** What it waits for from who looks. */
export const TASK_WAITS = {
  any: { vi: 'Mọi việc chờ tôi', en: 'All that waits for me' },
  answer: { vi: 'Đơn vị tôi phải trả lời', en: 'My office must answer' },
  confirm: { vi: 'Chờ xác nhận', en: 'To be confirmed' },
  refused: { vi: 'Bị từ chối', en: 'Refused' },
  'due-proposed': { vi: 'Xin lùi hạn', en: 'Another date asked for' },
} satisfies Record<WaitingFilter, Messages[string]>;

/** Where it comes from. */
export const CONCLUSION_KINDS = {
  conclusion: { vi: 'Thông báo kết luận', en: 'Notice of conclusion' },
  directive: { vi: 'Văn bản chỉ đạo', en: 'Directive' },
  page: { vi: 'Quyết định trên trang', en: 'Decision on the page' },
} satisfies Record<ConclusionKind, Messages[string]>;

export const taskWords = {
  overdueBy: withValues('Quá hạn {} ngày', '{} days overdue'),
  moved: withValues('đã hẹn lại {} lần', 'moved {} times'),
  asksFor: withValues('xin lùi đến {}', 'asks for {}'),
  noneLastWeek: { vi: 'Tuần trước không giao việc nào', en: 'No task was given last week' },
  never: { vi: 'Chưa giao việc nào', en: 'No task was given yet' },
  earlier: withValues(
    'Các tuần trước còn {open} việc chưa xong, {overdue} quá hạn.',
    '{open} earlier tasks are not done, {overdue} overdue.',
  ),
  dueOn: withValues('hạn {}', 'due {}'),
  furtherOpen: {
    vi: (count: number) => `Còn ${count} việc nữa chưa xong.`,
    en: (count: number) => `${count} more are not done.`,
  },
  all: { vi: 'Mở danh sách việc giao', en: 'All tasks' },
  counts: {
    vi: (given: number, done: number, doing: number, overdue: number, refused: number) =>
      `${given} việc: ${done} xong, ${doing} đang làm, ${overdue} quá hạn${refused > 0 ? `, ${refused} bị từ chối` : ''}`,
    en: (given: number, done: number, doing: number, overdue: number, refused: number) =>
      `${given} tasks: ${done} done, ${doing} in progress, ${overdue} overdue${refused > 0 ? `, ${refused} refused` : ''}`,
  },
  lastWeek: {
    vi: (given: number, done: number, doing: number, overdue: number, refused: number) =>
      `${given} việc giao tuần trước: ${done} xong, ${doing} đang làm, ${overdue} quá hạn${refused > 0 ? `, ${refused} bị từ chối` : ''}`,
    en: (given: number, done: number, doing: number, overdue: number, refused: number) =>
      `${given} tasks given last week: ${done} done, ${doing} in progress, ${overdue} overdue${refused > 0 ? `, ${refused} refused` : ''}`,
  },
} satisfies Messages;
