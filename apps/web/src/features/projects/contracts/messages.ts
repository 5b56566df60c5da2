import { type Messages, withValues } from '../../../language';

export const messages = {
  title: { vi: 'Hợp đồng: tạm ứng và bảo lãnh', en: 'Contracts: advances and guarantees' },
  what: {
    vi: 'Báo cáo tuần không có những số này: ai theo dõi hợp đồng thì ghi ở đây.',
    en: 'No weekly return has these: who watches the contracts enters them here.',
  },
  advances: { vi: 'Tạm ứng hợp đồng', en: 'Advances of contracts' },
  noAdvances: { vi: 'Chưa ghi tạm ứng hợp đồng nào.', en: 'No advance of a contract is entered.' },
  guarantees: { vi: 'Bảo lãnh tạm ứng', en: 'Guarantees of advances' },
  noGuarantees: { vi: 'Chưa ghi bảo lãnh nào.', en: 'No guarantee is entered.' },
  actions: { vi: 'Việc', en: 'Actions' },

  addAdvance: { vi: 'Thêm tạm ứng', en: 'Add an advance' },
  addGuarantee: { vi: 'Thêm bảo lãnh', en: 'Add a guarantee' },
  recover: { vi: 'Ghi thu hồi', en: 'Record recovery' },
  amend: { vi: 'Sửa điều khoản', en: 'Amend its terms' },
  extend: { vi: 'Gia hạn', en: 'Extend' },
  release: { vi: 'Giải tỏa', en: 'Release' },
  /** Names the action and what it is done to, for a screen reader and as the form's title. */
  actionTo: withValues('{action}: {what}', '{action}: {what}'),
  save: { vi: 'Lưu', en: 'Save' },

  contract: { vi: 'Số và tên hợp đồng', en: 'Number and name of the contract' },
  contractor: { vi: 'Nhà thầu được tạm ứng', en: 'Contractor who got the advance' },
  contractorHint: {
    vi: 'Liên danh: ghi riêng từng thành viên, với phần hợp đồng của thành viên đó.',
    en: 'Of a joint venture: each partner by itself, with its part of the contract.',
  },
  contractValue: { vi: 'Giá trị hợp đồng (đồng)', en: 'Value of the contract (đồng)' },
  advance: { vi: 'Số đã tạm ứng (đồng)', en: 'Advanced (đồng)' },
  paidOn: { vi: 'Ngày tạm ứng', en: 'Paid on' },
  recoverBy: { vi: 'Ngày phải thu hồi hết theo hợp đồng', en: 'To be recovered by, as the contract says' },
  recoverByHint: { vi: 'Bỏ trống nếu hợp đồng không ghi.', en: 'Leave it out if the contract names none.' },
  amendWhat: {
    vi: 'Theo phụ lục hợp đồng, hoặc để sửa số ghi nhầm. Có hiệu lực từ hôm nay; số cũ vẫn được giữ.',
    en: 'By an appendix of the contract, or to mend a slip. From today on; what was before is kept.',
  },
  figuresOn: { vi: 'Số liệu đến ngày', en: 'Figures to' },
  recovered: { vi: 'Đã thu hồi, lũy kế (đồng)', en: 'Recovered so far (đồng)' },
  recoveredHint: withValues('Đã tạm ứng {}', 'Advanced: {}'),
  disbursed: { vi: 'Hợp đồng đã giải ngân, lũy kế (đồng)', en: 'Disbursed of the contract so far (đồng)' },
  disbursedHint: {
    vi: 'Thanh toán khối lượng cộng tạm ứng chưa thu hồi',
    en: 'Completed work and advances not recovered',
  },
  before: withValues(
    'Lần trước, đến {day}: đã thu hồi {recovered}, hợp đồng đã giải ngân {disbursed}.',
    'Before, to {day}: {recovered} recovered, {disbursed} of the contract disbursed.',
  ),
  reason: { vi: 'Lý do', en: 'Why' },
  reasonHint: {
    vi: 'Cần khi một số lũy kế giảm, hoặc giải ngân lớn hơn giá trị hợp đồng.',
    en: 'Needed where a sum falls, or more is disbursed than the contract is worth.',
  },
  guaranteed: { vi: 'Số tiền bảo lãnh (đồng)', en: 'Guaranteed (đồng)' },
  givenOn: { vi: 'Ngày phát hành', en: 'Given on' },
  expiresOn: { vi: 'Ngày hết hạn', en: 'Its last day' },
  newExpiresOn: { vi: 'Ngày hết hạn mới', en: 'New last day' },
  endsNow: withValues('Hiện hết hạn ngày {}.', 'It ends on {} so far.'),
  releaseWhat: {
    vi: 'Chỉ giải tỏa khi đã thu hồi hết tạm ứng; sau đó bảo lãnh không được nhắc hạn nữa.',
    en: 'Only once the advance is recovered in full; nobody is reminded of it afterwards.',
  },
  releasedOn: { vi: 'Ngày thu hồi hết', en: 'Recovered in full on' },
  document: { vi: 'Theo văn bản (không bắt buộc)', en: 'By which document (optional)' },
} satisfies Messages;
