import type { VocabularyView } from '@thongvon/api-contract';
import type { Messages } from '../../language';

export const messages = {
  tryTitle: { vi: 'Một tiêu đề cột nói gì với hệ thống?', en: 'What does a caption say to the system?' },
  tryLabel: { vi: 'Tiêu đề như trong biểu', en: 'The caption as in the form' },
  tryExample: {
    vi: 'ví dụ: Lũy kế giải ngân vốn kéo dài (triệu đồng)',
    en: 'e.g. Lũy kế giải ngân vốn kéo dài (triệu đồng)',
  },
  says: { vi: 'Hiểu là', en: 'Understood as' },
  nothing: { vi: 'Không có từ nào hệ thống biết.', en: 'No word of it is known.' },
  known: {
    vi: (percent: number) => `biết ${percent} % số từ`,
    en: (percent: number) => `${percent} % of its words are known`,
  },
  unit: { vi: (unit: string) => `đơn vị tính ${unit}`, en: (unit: string) => `unit ${unit}` },
  source: { vi: (name: string) => `nguồn ${name}`, en: (name: string) => `source ${name}` },
  year: { vi: (years: string) => `năm ${years}`, en: (years: string) => `year ${years}` },
  count: {
    vi: (phrases: string) => `${phrases} cách viết mà hệ thống biết`,
    en: (phrases: string) => `${phrases} phrases that the system knows`,
  },
  fixed: {
    vi: 'Những cách viết này đi cùng phiên bản của hệ thống.',
    en: 'These phrases come with the version of the system.',
  },
  addThis: { vi: 'Thêm cách viết này', en: 'Add this phrase' },
  search: { vi: 'Tìm cách viết', en: 'Search a phrase' },
  none: { vi: 'Không có cách viết nào khớp', en: 'Nothing matches' },
  meaning: { vi: 'Nghĩa', en: 'Meaning' },
  phrases: { vi: 'Các cách viết', en: 'Phrases' },
} satisfies Messages;

export const topics = {
  identity: { vi: 'Dòng nói về ai, cái gì', en: 'Who or what a row is about' },
  amounts: { vi: 'Cột đếm gì', en: 'What a column counts' },
  qualifiers: { vi: 'Của kế hoạch nào, thời gian nào', en: 'Of which plan, of which time' },
  clearance: { vi: 'Giải phóng mặt bằng', en: 'Land clearance' },
  units: { vi: 'Đơn vị tính', en: 'Units' },
  sources: { vi: 'Nguồn vốn', en: 'Sources of capital' },
} satisfies Record<keyof VocabularyView, Messages[string]>;
