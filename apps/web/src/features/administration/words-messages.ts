import type { Messages } from '../../language';

export const messages = {
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

export const kinds = {
  caption: { vi: 'tiêu đề cột', en: 'caption' },
  unit: { vi: 'đơn vị tính', en: 'unit' },
  source: { vi: 'nguồn vốn', en: 'source' },
} satisfies Messages;
