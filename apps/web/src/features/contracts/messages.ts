import type { Messages } from '../../language';

export const messages = {
  pageTitle: { vi: 'Tạm ứng và bảo lãnh', en: 'Advances and guarantees' },
  nothingLate: {
    vi: 'Không có tạm ứng quá hạn thu hồi, không có bảo lãnh hết hạn',
    en: 'No advance is overdue and no guarantee has ended',
  },
  overdue: {
    vi: (count: string) => `${count} tạm ứng quá hạn thu hồi`,
    en: (count: string) => `Advances overdue: ${count}`,
  },
  expired: {
    vi: (count: string) => `${count} bảo lãnh hết hạn mà chưa giải tỏa`,
    en: (count: string) => `Guarantees that ended and are not released: ${count}`,
  },
  what: {
    vi: 'Gấp nhất ở trên. Cán bộ của chủ đầu tư ghi và sửa tại trang dự án, mục Hợp đồng.',
    en: 'What presses most is on top. Officers of the owner enter it on the project’s page, under Contracts.',
  },
  advances: {
    vi: (count: string) => `Tạm ứng hợp đồng: ${count}`,
    en: (count: string) => `Advances of contracts: ${count}`,
  },
  guarantees: {
    vi: (count: string) => `Bảo lãnh tạm ứng: ${count}`,
    en: (count: string) => `Guarantees of advances: ${count}`,
  },
  project: { vi: 'Dự án', en: 'Project' },
  search: { vi: 'Tìm dự án, hợp đồng, nhà thầu', en: 'Search project, contract, contractor' },
  advanceState: { vi: 'Tạm ứng', en: 'Advances' },
  guaranteeState: { vi: 'Bảo lãnh', en: 'Guarantees' },
  every: { vi: 'mọi trạng thái', en: 'every state' },
  noAdvances: { vi: 'Không có tạm ứng nào', en: 'No advance' },
  noGuarantees: { vi: 'Không có bảo lãnh nào', en: 'No guarantee' },
  noneWhat: {
    vi: 'Chưa dự án nào được ghi, hoặc không có dòng nào khớp với điều đang tìm.',
    en: 'Nothing is entered yet, or nothing matches what is searched for.',
  },
} satisfies Messages;
