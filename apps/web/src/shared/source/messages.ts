import type { Messages } from '../../language';

export const messages = {
  open: { vi: 'Xem nguồn của số này', en: 'See where this number comes from' },
  'title-planned': { vi: 'Nguồn của số kế hoạch vốn', en: 'Where the plan comes from' },
  'title-disbursed': { vi: 'Nguồn của số giải ngân', en: 'Where the disbursed amount comes from' },
  'title-completed': { vi: 'Nguồn của số thanh toán khối lượng', en: 'Where completed work comes from' },
  'title-advance': { vi: 'Nguồn của số tạm ứng chưa thu hồi', en: 'Where the advance comes from' },
  'title-treasury': { vi: 'Nguồn của số Kho bạc xác nhận', en: "Where the Treasury's amount comes from" },
  'title-weekChange': { vi: 'Số tăng tính thế nào', en: 'How the change is computed' },
  'title-remaining': { vi: 'Số còn lại tính thế nào', en: 'How what remains is computed' },
  'title-held': { vi: 'Vốn bị giữ tính thế nào', en: 'How the capital held is computed' },
  'title-forecast': { vi: 'Số dự báo tính thế nào', en: 'How the forecast is computed' },
  'title-shortfall': {
    vi: 'Số không giải ngân hết tính thế nào',
    en: 'How what is left unspent is computed',
  },
  'how-weekChange': {
    vi: 'Lũy kế mới nhất trừ lũy kế đang có hiệu lực 7 ngày trước đó; không có số mới hơn thì không có số tăng.',
    en: 'The newest amount less the one that was in force 7 days before it; without a newer figure there is no change.',
  },
  'how-remaining': {
    vi: 'Kế hoạch vốn đang có hiệu lực trừ lũy kế giải ngân.',
    en: 'The plan in force less what was disbursed.',
  },
  'how-held': {
    vi: 'Kế hoạch vốn trừ lũy kế giải ngân của dự án có vướng mắc đang mở, trừ khi người có trách nhiệm đặt số khác và nêu lý do. Mỗi dự án chỉ tính một lần.',
    en: 'The plan less what was disbursed of a project with an open blocker, unless who is responsible set another amount and said why. A project counts once.',
  },
  'how-forecast': {
    vi: 'Lũy kế mới nhất cộng tốc độ giải ngân giữa báo cáo mới nhất và báo cáo có hiệu lực 28 ngày trước đó, kéo từ ngày báo cáo mới nhất đến hết năm kế hoạch (31/01), không vượt kế hoạch. Báo cáo đã quá 28 ngày thì không dự báo.',
    en: 'The newest amount plus the pace between the newest return and the one in force 28 days before it, from the newest return on until the plan year ends (31/01), up to the plan. Nothing is forecast by a return older than 28 days.',
  },
  'how-shortfall': {
    vi: 'Kế hoạch vốn trừ số dự báo; số dự báo là lũy kế mới nhất cộng tốc độ giữa báo cáo mới nhất và báo cáo có hiệu lực 28 ngày trước đó, kéo từ ngày báo cáo mới nhất đến 31/01.',
    en: 'The plan less the forecast, which is the newest amount plus the pace between the newest return and the one in force 28 days before it, from the newest return on until 31/01.',
  },
  plans: { vi: 'Kế hoạch vốn', en: 'The plan' },
  figures: { vi: 'Lũy kế giải ngân', en: 'Disbursed' },
  inForce: { vi: 'Đang dùng', en: 'In force' },
  earlier: {
    vi: 'Số của ngày khác và số không còn dùng',
    en: 'Values of other dates, and values no longer used',
  },
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
