import type { MailState } from '@thongvon/api-contract';
import type { Messages } from '../../language';

/** How far a mail is, in words. */
export const mailStates = {
  waiting: { vi: 'đang chờ gửi', en: 'waiting' },
  sending: { vi: 'đang gửi', en: 'being sent' },
  // To the mail server, or to a file where none is set.
  sent: { vi: 'đã giao', en: 'handed over' },
  failed: { vi: 'bị từ chối', en: 'refused' },
  unknown: { vi: 'không rõ đã nhận chưa', en: 'not known whether it was taken' },
} satisfies Record<MailState, Messages[string]>;
