import type { Messages } from '../language';

export const remarkMessages = {
  title: {
    vi: (count: number) => `${count} ghi chú trong báo cáo: có phải vướng mắc không?`,
    en: (count: number) =>
      count === 1 ? 'A remark: is it a blocker?' : `${count} remarks: are they blockers?`,
  },
  allDecided: { vi: 'Ghi chú trong báo cáo: đã xem xét hết', en: 'Remarks: all decided on' },
  what: {
    vi: 'Ghi chú chưa tính là vướng mắc, không giữ vốn và không sinh cảnh báo, cho đến khi có người mở.',
    en: 'A remark is no blocker, holds no capital and raises no alert until a person opens one.',
  },
  open: { vi: 'Mở vướng mắc', en: 'Open a blocker' },
  decline: { vi: 'Không phải vướng mắc', en: 'No blocker' },
  about: {
    vi: (what: string, text: string) => `${what}: ${text}`,
    en: (what: string, text: string) => `${what}: ${text}`,
  },
  undo: { vi: 'Hoàn tác', en: 'Undo' },
  opened: { vi: 'Đã mở vướng mắc', en: 'A blocker was opened' },
  declined: { vi: 'Đã ghi: không phải vướng mắc', en: 'Said to be no blocker' },
  declinedTitle: {
    vi: (count: number) => `${count} ghi chú đã xác định không phải vướng mắc`,
    en: (count: number) => `${count} remarks said to be no blockers`,
  },
  declinedBy: {
    vi: (who: string, day: string) => `${who}, ngày ${day}`,
    en: (who: string, day: string) => `${who}, ${day}`,
  },
  reportedOn: { vi: (day: string) => `báo cáo ngày ${day}`, en: (day: string) => `return of ${day}` },
} satisfies Messages;
