import { DUTY_NAMES } from '@thongvon/api-contract';
import { DEFAULT_CALENDAR, formatAmount, formatPlainDate } from '@thongvon/kernel';
import { type MailWords, renderPlainMail } from '@thongvon/platform';
import type { DueItem } from '../domain/who-is-reminded';

/** One message for all that a person is reminded of on a day. `url` opens the application. */
export async function reminderMail(items: readonly DueItem[], url: string): Promise<MailWords> {
  const late = items.filter(({ days }) => days > 0).length;
  const heading = `${items.length} việc đến hạn${late > 0 ? `, ${late} đã quá hạn` : ''}`;
  return {
    subject: `Nhắc việc: ${heading}`,
    ...(await renderPlainMail({
      heading,
      blocks: [{ facts: items.map((item) => [whenOf(item.days), whatOf(item)]) }],
      action: { label: 'Mở Thông Vốn', url },
      footer:
        'Thư tự động của Thông Vốn, mỗi ngày không quá một thư nhắc. Bạn nhận thư này vì đơn vị của bạn, hoặc đơn vị trực thuộc, còn nợ các việc trên.',
    })),
  };
}

function whenOf(days: number): string {
  if (days > 0) return `Quá hạn ${days} ngày`;
  return days === 0 ? 'Hạn hôm nay' : `Còn ${-days} ngày`;
}

function whatOf(item: DueItem): string {
  const due = formatPlainDate(item.due);
  if (item.debt === 'return') {
    const back = item.sentBack ? ', bị trả lại, cần nộp lại' : '';
    return `${item.office}: ${DUTY_NAMES[item.kind].vi} tuần chốt ${due} ${DEFAULT_CALENDAR.cutOff.time}${back}`;
  }
  const unit = item.unit === null ? '' : `; ${item.unit}`;
  const held = item.held === null ? '' : `; giữ ${formatAmount(item.held, 'billion-dong', 3)} tỷ đồng`;
  return `Vướng mắc ${item.project}, hạn ${due}${unit}${held}`;
}
