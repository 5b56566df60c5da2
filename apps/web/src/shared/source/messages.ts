import type { Messages } from '../../language';

export const messages = {
  open: { vi: 'Xem số này từ đâu ra', en: 'See where this number comes from' },
  planned: { vi: 'Kế hoạch vốn từ đâu ra', en: 'Where the plan comes from' },
  disbursed: { vi: 'Số giải ngân từ đâu ra', en: 'Where the disbursed amount comes from' },
  inForce: { vi: 'Đang dùng', en: 'In force' },
  earlier: { vi: 'Các số trước đó và số không còn dùng', en: 'Earlier values, and values no longer used' },
  noneInForce: { vi: 'Chưa có số nào được duyệt cho ngày này.', en: 'Nothing is approved for this day.' },
  cell: { vi: 'Ô', en: 'Cell' },
  asOf: { vi: 'Số liệu ngày', en: 'Figures of' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  completed: { vi: 'Khối lượng hoàn thành', en: 'Completed work' },
  advance: { vi: 'Tạm ứng chưa thu hồi', en: 'Advance not recovered' },
  source: { vi: 'Nguồn vốn', en: 'Source of capital' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  effectiveOn: { vi: 'có hiệu lực từ', en: 'effective from' },
  treasury: { vi: 'Kho bạc', en: 'Treasury' },
  estimate: { vi: 'ước', en: 'estimate' },
  reported: { vi: 'báo cáo', en: 'reported' },
  file: { vi: 'Tệp', en: 'File' },
  download: { vi: 'Tải tệp gốc', en: 'Download the original' },
  sentBy: {
    vi: (person: string, office: string, when: string) => `${person}, ${office}, gửi ${when}`,
    en: (person: string, office: string, when: string) => `sent by ${person}, ${office}, ${when}`,
  },
  approvedBy: {
    vi: (person: string, when: string) => `${person} duyệt ${when}`,
    en: (person: string, when: string) => `approved by ${person}, ${when}`,
  },
  unknownPerson: { vi: 'không rõ', en: 'unknown' },
  derived: { vi: 'suy ra từ các ô khác của dòng', en: 'derived from other cells of the row' },
} satisfies Messages;
