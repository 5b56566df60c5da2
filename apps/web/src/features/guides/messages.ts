import type { Messages } from '../../language';

export const messages = {
  pageTitle: { vi: 'Hướng dẫn', en: 'Guide' },
  guides: { vi: 'Hướng dẫn cho từng người', en: 'A guide for each user' },
  language: { vi: '', en: 'The guides are in Vietnamese.' },
  'can-bo-ban-qlda': { vi: 'Ban QLDA, xã', en: 'Boards and communes' },
  'phong-tai-chinh': { vi: 'Phòng Tài chính', en: 'Finance office' },
  'lanh-dao': { vi: 'Lãnh đạo', en: 'Leaders' },
  'quan-tri': { vi: 'Quản trị', en: 'Administrators' },
} satisfies Messages;
