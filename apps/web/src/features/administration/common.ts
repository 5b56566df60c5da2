import { type Messages, withValues } from '../../language';

// What one section changes and another one shows, by the keys under which it is kept.
export const USERS_KEY = ['users'] as const;
export const ORGANIZATIONS_KEY = ['organizations'] as const;
export const DUTIES_KEY = ['reporting-duties'] as const;
export const RECIPIENTS_KEY = ['digest', 'recipients'] as const;

/** What a section is given. */
export interface SectionProps {
  /** By the business clock. */
  readonly today: string;
}

/** What several sections say alike. */
export const words = {
  organization: { vi: 'Đơn vị', en: 'Organisation' },
  role: { vi: 'Vai trò', en: 'Role' },
  kind: { vi: 'Loại', en: 'Kind' },
  state: { vi: 'Tình trạng', en: 'State' },
  from: { vi: 'Từ ngày', en: 'From' },
  unit: withValues('đơn vị tính {}', 'unit {}'),
  yes: { vi: 'có', en: 'yes' },
  no: { vi: 'không', en: 'no' },
  addPhrase: { vi: 'Thêm cách viết', en: 'Add a phrase' },
  save: { vi: 'Lưu', en: 'Save' },
  saveChanges: { vi: 'Lưu thay đổi', en: 'Save' },
} satisfies Messages;

const VI = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'];
const EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** What a day of the week is called; 1 is Monday, as in the kernel. */
export const weekdays = {
  weekday: { vi: (day: number) => VI[day - 1] ?? '', en: (day: number) => EN[day - 1] ?? '' },
} satisfies Messages;
