import type { DutyKind } from '@thongvon/api-contract';
import type { Messages } from '../../language';

/** Returns as what is owed. */
export const dutyKinds = {
  disbursement: { vi: 'Giải ngân', en: 'Disbursement' },
  'land-clearance': { vi: 'Giải phóng mặt bằng', en: 'Land clearance' },
} satisfies Record<DutyKind, Messages[string]>;

export const calendarMessages = {
  count: {
    vi: (owing: number, all: number) => `${owing}/${all} đơn vị phải gửi báo cáo hằng tuần`,
    en: (owing: number, all: number) => `${owing} of ${all} organisations owe a weekly return`,
  },
  cycle: {
    vi: (cutOff: string, freeze: string, next: string) =>
      `Mỗi tuần nhận báo cáo đến ${cutOff}; chốt số và gửi thư ${freeze}. Kỳ chốt tới: ${next}.`,
    en: (cutOff: string, freeze: string, next: string) =>
      `Returns are taken until ${cutOff}; figures are frozen and letters sent on ${freeze}. Next cut-off: ${next}.`,
  },
  frozen: {
    vi: 'Ai phải gửi gì được ghi theo ngày: thay đổi chỉ tính từ ngày đã chọn, các tuần đã chốt giữ nguyên.',
    en: 'Duties are kept by day: a change counts from the chosen day, frozen weeks stay as they are.',
  },
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  since: { vi: (day: string) => `từ ${day}`, en: (day: string) => `since ${day}` },
  coming: { vi: 'Sắp thay đổi', en: 'To come' },
  nothing: { vi: 'không phải gửi', en: 'owes nothing' },
  change: { vi: 'Đơn vị phải gửi mỗi tuần', en: 'Owed every week' },
  from: { vi: 'Từ ngày', en: 'From' },
  save: { vi: 'Lưu', en: 'Save' },
  history: { vi: 'Theo ngày', en: 'By day' },
  none: { vi: 'Chưa có đơn vị nào phải báo cáo', en: 'Nobody to report yet' },
  noneWhat: {
    vi: 'Thêm các ban, xã ở mục Đơn vị; chúng sẽ hiện ở đây để chọn phải gửi gì, từ ngày nào.',
    en: 'Add boards and communes under Organisations; here you then choose what each owes, and since when.',
  },
} satisfies Messages;
