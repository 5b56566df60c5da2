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

export const wordMessages = {
  count: {
    vi: (words: string) => `Cách viết riêng của nơi này: ${words}`,
    en: (words: string) => `Phrases of this installation: ${words}`,
  },
  title: { vi: 'Cách viết riêng của nơi này', en: 'Phrases of this installation' },
  what: {
    vi: 'Biểu của đơn vị viết khác từ vựng của hệ thống thì thêm ở đây: có hiệu lực từ lần đọc kế tiếp, cho mọi đơn vị. Báo cáo đã đọc giữ nguyên; báo cáo đang chờ người gửi thì người gửi bấm “Đọc lại” trên trang báo cáo.',
    en: 'Where a form has words that the system doesn’t know, add them here: they count from the next reading on, for every office. What has been read stays; of a return that waits, its sender presses “Read again” on its page.',
  },
  none: { vi: 'Chưa thêm cách viết nào', en: 'No phrase has been added' },
  add: { vi: 'Thêm cách viết', en: 'Add a phrase' },
  phrase: { vi: 'Cách viết, đủ dấu, như trong biểu', en: 'The phrase as the form has it, accents and all' },
  phraseHint: {
    vi: 'Ghi đủ cụm từ: cụm dài hơn được ưu tiên. Bỏ ngày, năm và số.',
    en: 'Give the whole phrase: the longest one wins. Leave out days, years and numbers.',
  },
  topic: { vi: 'Thuộc về', en: 'About' },
  meaning: { vi: 'Nghĩa là', en: 'Means' },
  reason: { vi: 'Lý do (ai viết như vậy, ở biểu nào)', en: 'Reason (who writes so, in which form)' },
  try: { vi: 'Thử', en: 'Try' },
  free: { vi: 'Thêm được: cả cụm chưa có nghĩa.', en: 'It can be added: as a whole it means nothing yet.' },
  saysNow: {
    vi: (meanings: string) => `Hiện chỉ hiểu các từ trong đó là: ${meanings}.`,
    en: (meanings: string) => `By now only words in it are understood: ${meanings}.`,
  },
  noneWaiting: {
    vi: 'Không có báo cáo nào đang chờ người gửi để thử.',
    en: 'No return waits for its sender, so that there is none to try it on.',
  },
  noEffect: {
    vi: (tried: number) => `Không đổi gì ở ${tried} báo cáo gần nhất đang chờ người gửi.`,
    en: (tried: number) => `It changes nothing in the last ${tried} returns that wait for their senders.`,
  },
  effects: {
    vi: (changed: number, tried: number) =>
      `Đổi cách đọc ${changed} trong ${tried} báo cáo đang chờ người gửi`,
    en: (changed: number, tried: number) =>
      `It changes ${changed} of ${tried} returns that wait for their senders`,
  },
  open: {
    vi: (before: number, after: number) => `${before} → ${after} lỗi và câu hỏi khi đọc`,
    en: (before: number, after: number) => `${before} → ${after} errors and questions of the reading`,
  },
  phraseColumn: { vi: 'Cách viết', en: 'Phrase' },
  added: { vi: 'Thêm', en: 'Added' },
  state: { vi: 'Tình trạng', en: 'State' },
  counts: { vi: 'đang dùng', en: 'in use' },
  retired: { vi: 'thôi dùng', en: 'retired' },
  retire: { vi: 'Thôi dùng', en: 'Retire' },
  retireReason: { vi: 'Vì sao thôi dùng?', en: 'Why is it retired?' },
} satisfies Messages;

export const wordKinds = {
  caption: { vi: 'tiêu đề cột', en: 'caption' },
  unit: { vi: 'đơn vị tính', en: 'unit' },
  source: { vi: 'nguồn vốn', en: 'source' },
} satisfies Messages;
