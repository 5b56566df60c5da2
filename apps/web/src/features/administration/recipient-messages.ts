import type { DigestRecipientOrigin } from '@thongvon/api-contract';
import type { Messages } from '../../language';

/** Why someone gets the letter or not. */
export const recipientOrigins = {
  role: { vi: 'theo vai trò', en: 'by role' },
  administrator: { vi: 'quản trị viên đặt', en: 'set by an administrator' },
  unsubscribed: { vi: 'người nhận tự thôi', en: 'ended by the person' },
} satisfies Record<DigestRecipientOrigin, Messages[string]>;

export const recipientMessages = {
  count: {
    vi: (receiving: number) => `${receiving} người nhận thư giải ngân sáng thứ Sáu`,
    en: (receiving: number) =>
      `${receiving} ${receiving === 1 ? 'person gets' : 'people get'} the letter on Friday morning`,
  },
  what: {
    vi: 'Lãnh đạo nhận thư theo vai trò. Mỗi người chỉ nhận số liệu mà họ được xem khi đăng nhập. Thay đổi tính từ thư kế tiếp.',
    en: 'Leaders get it by role. Nobody gets more than they may see when signed in. Changes count from the next letter.',
  },
  add: { vi: 'Thêm người nhận', en: 'Add someone' },
  name: { vi: 'Người nhận', en: 'Recipient' },
  receives: { vi: 'Nhận thư', en: 'Gets it' },
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  scope: { vi: 'Phạm vi của thư', en: 'Of' },
  everything: {
    vi: (office: string) => `${office} và mọi đơn vị trực thuộc`,
    en: (office: string) => `${office} and all below it`,
  },
  chosen: { vi: 'Chỉ các đơn vị được chọn', en: 'Only chosen organisations' },
  andBelow: {
    vi: 'Chọn một đơn vị là chọn cả các đơn vị trực thuộc.',
    en: 'Choosing one includes all below it.',
  },
  wantsIt: { vi: 'Gửi thư cho người này', en: 'Send the letter to this person' },
  ended: {
    vi: 'Người này đã tự thôi nhận bằng liên kết trong thư; chỉ bật lại khi họ yêu cầu.',
    en: 'This person ended it by the link in the letter; turn it on again only if they ask.',
  },
  account: { vi: 'Tài khoản', en: 'Account' },
  search: { vi: 'Tìm theo tên', en: 'Search by name' },
  onList: {
    vi: 'Không có tài khoản nào khác mang tên này.',
    en: 'No other account has this name.',
  },
  save: { vi: 'Lưu', en: 'Save' },
  none: { vi: 'Chưa có ai nhận thư', en: 'Nobody gets the letter yet' },
  noneWhat: {
    vi: 'Tạo tài khoản lãnh đạo, hoặc thêm một tài khoản có sẵn.',
    en: 'Make a leader’s account, or add one that there is.',
  },
} satisfies Messages;
