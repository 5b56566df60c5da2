import { DUTY_NAMES, type WayBack } from '@thongvon/api-contract';
import { DEFAULT_CALENDAR, formatAmount, formatPlainDate } from '@thongvon/kernel';
import { type MailWords, renderPlainMail } from '@thongvon/platform';
import type { DueItem } from '../domain/who-is-reminded';

/** The page of the web application where what is owed can be done. */
export function pageOf(items: readonly DueItem[]): string {
  const debts = new Set(items.map(({ debt }) => debt));
  // Of several kinds, what is owed is together on one's own page.
  const [only] = debts;
  return debts.size === 1 && only ? PAGES[only] : '/';
}

const PAGES: Readonly<Record<DueItem['debt'], string>> = {
  return: '/bao-cao',
  blocker: '/vuong-mac',
  task: '/viec-giao',
};

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
        'Thư tự động của Thông Vốn, mỗi ngày không quá một thư nhắc. Bạn nhận thư này vì đơn vị của bạn, hoặc đơn vị trực thuộc, còn nợ các việc trên, hoặc là chủ đầu tư của dự án có vướng mắc, hoặc là bên giao việc.',
    })),
  };
}

function whenOf(days: number): string {
  if (days > 0) return `Quá hạn ${days} ngày`;
  return days === 0 ? 'Hạn hôm nay' : `Còn ${-days} ngày`;
}

const WAYS_BACK: Readonly<Record<WayBack, string>> = {
  'sent-back': 'bị trả lại',
  reverted: 'đã hủy duyệt',
};

function whatOf(item: DueItem): string {
  const due = formatPlainDate(item.due);
  if (item.debt === 'return') {
    const back = item.cameBack === null ? '' : `, ${WAYS_BACK[item.cameBack]}, cần nộp lại`;
    return `${item.office}: ${DUTY_NAMES[item.kind].vi} tuần chốt ${due} ${DEFAULT_CALENDAR.cutOff.time}${back}`;
  }
  if (item.debt === 'task') {
    const about = item.project === null ? '' : `; dự án ${item.project}`;
    return `Việc ${item.giver} giao ${item.organization}: ${shortened(item.what)}, hạn ${due}${about}`;
  }
  const words = item.unit === null ? '' : `; ${item.unit}`;
  const unit = item.isUnattached ? `${words} (chưa gắn đơn vị chủ trì, chủ đầu tư cần chọn)` : words;
  const held = item.held === null ? '' : `; giữ ${formatAmount(item.held, 'billion-dong', 3)} tỷ đồng`;
  return `Vướng mắc ${item.project}, hạn ${due}${unit}${held}`;
}

/** So much of a task is named in a list of several. */
const MOST_SAID = 160;

const shortened = (text: string): string =>
  text.length <= MOST_SAID ? text : `${text.slice(0, MOST_SAID).trimEnd()}…`;
