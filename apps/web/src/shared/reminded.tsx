import type { ReminderGivenView, RemindedRole } from '@thongvon/api-contract';
import { type Messages, useFormats, useText, withValues } from '../language';

const messages = {
  reminded: withValues('đã nhắc {}', 'reminded on {}'),
  notSent: withValues('thư nhắc {} chưa gửi đi', 'the reminder of {} has not been sent'),
  rung: withValues('nhắc lần {rung}, đã gửi {day}: {who}', 'reminder {rung}, sent {day}: {who}'),
} satisfies Messages;

const roles = {
  reporter: { vi: 'cán bộ báo cáo', en: 'who reports' },
  'finance-head': { vi: 'trưởng phòng tài chính', en: 'the head of finance' },
  leader: { vi: 'lãnh đạo', en: 'leaders' },
} satisfies Record<RemindedRole, Messages[string]>;

/** When somebody was last reminded of what is owed, and how far up that was. */
export function Reminded({ given }: { readonly given: ReminderGivenView }) {
  const t = useText(messages);
  const names = useText(roles);
  const formats = useFormats();
  const day = formats.shortDate(given.on);
  const { rung, to, sent } = given;
  if (!sent) return t.notSent(day);
  return rung === null || to === null ? t.reminded(day) : t.rung(rung, day, names[to]);
}
