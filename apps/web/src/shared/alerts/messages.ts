import type {
  AlertBasis,
  AlertEventType,
  AlertSeverity,
  AlertState,
  ThresholdUnit,
} from '@thongvon/api-contract';
import { type Messages, withValues } from '../../language';

export const severities = {
  critical: { vi: 'nghiêm trọng', en: 'critical' },
  warning: { vi: 'cảnh báo', en: 'warning' },
  info: { vi: 'để biết', en: 'for information' },
} satisfies Record<AlertSeverity, Messages[string]>;

export const alertStates = {
  open: { vi: 'chưa ai nhận', en: 'nobody is at it' },
  acknowledged: { vi: 'đã nhận xử lý', en: 'acknowledged' },
  snoozed: { vi: 'đang tạm gác', en: 'snoozed' },
  closed: { vi: 'đã tự đóng', en: 'closed' },
} satisfies Record<AlertState, Messages[string]>;

export const bases = {
  legal: { vi: 'pháp luật quy định', en: 'required by law' },
  managerial: { vi: 'yêu cầu quản lý', en: 'a matter of management' },
} satisfies Record<AlertBasis, Messages[string]>;

export const thresholdUnits = {
  percent: { vi: '%', en: '%' },
  days: { vi: 'ngày', en: 'days' },
  weeks: { vi: 'tuần', en: 'weeks' },
} satisfies Record<ThresholdUnit, Messages[string]>;

export const alertEvents = {
  opened: { vi: 'Mở', en: 'Opened' },
  changed: { vi: 'Số liệu đổi', en: 'Changed' },
  reopened: { vi: 'Mở lại vì nặng hơn', en: 'Open again: it got worsened' },
  closed: { vi: 'Tự đóng: quy tắc không còn đúng', en: 'Closed by itself: the rule no longer holds' },
  acknowledged: { vi: 'Nhận xử lý', en: 'Acknowledged' },
  snoozed: { vi: 'Tạm gác', en: 'Snoozed' },
  withdrawn: { vi: 'Rút lại', en: 'Taken back' },
} satisfies Record<AlertEventType, Messages[string]>;

export const messages = {
  whyRed: { vi: 'Vì sao đỏ?', en: 'Why red?' },
  why: { vi: 'Vì sao?', en: 'Why?' },
  whyOf: withValues('{question} {title}: {subject}', '{question} {title}: {subject}'),
  until: withValues('đến {}', 'until {}'),
  inWeek: withValues('tuần chốt {}', 'week of {}'),
  // the pane
  isRed: {
    vi: 'Đỏ vì đã quá hạn hoặc vượt mức cho phép mà chưa ai nhận xử lý: đến lượt một người trong hôm nay.',
    en: "Red since it is past its date or a limit and nobody is at it: it is a person's turn today.",
  },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  ruleLink: { vi: 'Quy tắc và ngưỡng', en: 'Rules and thresholds' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  severity: { vi: 'Mức độ', en: 'Gravity' },
  thresholds: { vi: 'Ngưỡng đã dùng', en: 'Thresholds that counted' },
  noThresholds: { vi: 'quy tắc không có ngưỡng', en: 'the rule has none' },
  numbers: {
    vi: (week: string, revision: number) =>
      `Số liệu đã xét: tuần chốt ${week}${revision > 1 ? `, bản ${revision}` : ''}`,
    en: (week: string, revision: number) =>
      `Figures looked at: week of ${week}${revision > 1 ? `, revision ${revision}` : ''}`,
  },
  unknown: { vi: 'chưa biết', en: 'not known' },
  days: withValues('{} ngày', '{} days'),
  weeks: withValues('{} tuần', '{} weeks'),
  points: withValues('{} điểm %', '{} points'),
  toBlocker: { vi: 'Trang vướng mắc, với ô báo cáo đã nêu', en: 'The blocker, with the cell that named it' },
  toContracts: { vi: 'Tạm ứng và bảo lãnh của dự án', en: 'Advances and guarantees of the project' },
  toProject: { vi: 'Trang dự án', en: 'Project page' },
  toReconciliation: { vi: 'Đối chiếu Kho bạc', en: 'Reconciliation' },
  toReview: { vi: 'Ai chưa gửi báo cáo', en: 'Who has not sent' },
  toReturns: { vi: 'Báo cáo của đơn vị', en: 'Your returns' },
  toOverview: { vi: 'Tổng quan của ngày đó', en: 'The overview of that day' },
  history: { vi: 'Lịch sử xử lý', en: 'What has happened' },
  amount: withValues('số vốn {}', 'capital {}'),
  // actions
  doIt: { vi: 'Xử lý', en: 'What to do' },
  acknowledge: { vi: 'Nhận xử lý', en: 'Acknowledge' },
  snooze: { vi: 'Tạm gác', en: 'Snooze' },
  withdraw: { vi: 'Rút lại', en: 'Take back' },
  acknowledgeReason: {
    vi: 'Đang làm gì, ai làm, không ghi tên hộ dân',
    en: 'What is being done, by whom; no names of households',
  },
  snoozeReason: { vi: 'Vì sao gác lại, không ghi tên hộ dân', en: 'Why it can wait; no names of households' },
  withdrawReason: { vi: 'Vì sao rút lại', en: 'Why it no longer counts' },
  snoozeUntil: { vi: 'Gác đến ngày', en: 'Until' },
  stays: {
    vi: 'Không ai đóng được cảnh báo: nó tự đóng khi số liệu tuần chốt không còn vi phạm.',
    en: 'Nobody can close an alert: it closes by itself once a frozen week no longer breaks the rule.',
  },
} satisfies Messages;
