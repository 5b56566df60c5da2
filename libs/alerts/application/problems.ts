import { formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { nothingToChange, Problem } from '@thongvon/platform';

/** What a caller may have to mend. */
export const problems = {
  alertUnknown: () =>
    new Problem(404, 'ALERT-NOT-FOUND', 'Không tìm thấy cảnh báo này.', 'There is no such alert.'),
  alertClosed: (on: PlainDate) =>
    new Problem(
      409,
      'ALERT-CLOSED',
      `Cảnh báo đã tự đóng ở tuần ${formatPlainDate(on)}.`,
      `The alert closed by itself in the week of ${formatPlainDate(on)}.`,
    ),
  nothingToWithdraw: () =>
    new Problem(
      409,
      'ALERT-NOTHING-TO-WITHDRAW',
      'Chưa ai nhận xử lý hay tạm gác cảnh báo này, không có gì để rút lại.',
      'Nobody has taken note of this alert or put it off; there is nothing to take back.',
    ),
  putOff: (until: PlainDate) =>
    new Problem(
      409,
      'ALERT-PUT-OFF',
      `Cảnh báo đang được lãnh đạo hoặc phòng tài chính gác đến ${formatPlainDate(until)}.`,
      `Leaders or the finance office have put the alert off until ${formatPlainDate(until)}.`,
    ),
  othersWord: () =>
    new Problem(
      403,
      'ALERT-OTHERS-WORD',
      'Chỉ rút lại được điều đơn vị mình đã ghi.',
      'You can only take back what your own office said.',
    ),
  snoozeRange: (first: PlainDate, last: PlainDate) =>
    new Problem(
      422,
      'SNOOZE-RANGE',
      `Chỉ hoãn được đến một ngày từ ${formatPlainDate(first)} đến ${formatPlainDate(last)}.`,
      `It can be put off until a day from ${formatPlainDate(first)} to ${formatPlainDate(last)}.`,
      { field: 'until' },
    ),
  ruleUnknown: () =>
    new Problem(404, 'ALERT-RULE-NOT-FOUND', 'Không có quy tắc này.', 'There is no such rule.'),
  nothingToSet: nothingToChange,
  thresholdUnknown: (key: string, known: readonly string[]) =>
    new Problem(
      422,
      'THRESHOLD-UNKNOWN',
      `Quy tắc không có ngưỡng "${key}".`,
      `The rule has no threshold "${key}".`,
      { field: 'thresholds', known },
    ),
  thresholdRange: (key: string, min: number, max: number) =>
    new Problem(
      422,
      'THRESHOLD-RANGE',
      `Ngưỡng "${key}" phải từ ${min} đến ${max}; phần trăm tối đa hai chữ số thập phân, ngày và tuần là số nguyên.`,
      `The threshold "${key}" must be from ${min} to ${max}; percents with two decimals at most, days and weeks whole.`,
      { field: 'thresholds', min, max },
    ),
  sourceNotLookedAt: (field: 'source' | 'thresholds', key: string) =>
    new Problem(
      422,
      'RULE-NOT-BY-SOURCE',
      field === 'source'
        ? 'Quy tắc này không xét riêng từng nguồn vốn.'
        : `Ngưỡng "${key}" không đặt riêng được cho một nguồn vốn.`,
      field === 'source'
        ? "This rule doesn't look at sources one by one."
        : `The threshold "${key}" can't be set for one source.`,
      { field },
    ),
  beforeToday: () =>
    new Problem(
      422,
      'EFFECTIVE-BEFORE-TODAY',
      'Ngưỡng mới chỉ có hiệu lực từ hôm nay trở đi; các tuần đã chốt giữ nguyên.',
      'A new threshold counts from today at the earliest; frozen weeks stay as they are.',
      { field: 'effectiveFrom' },
    ),
} as const;
