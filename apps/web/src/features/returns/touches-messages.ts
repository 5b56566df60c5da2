import type { Messages } from '../../language';

export const messages = {
  touches: { vi: 'Báo cáo này ghi số cho:', en: 'This return tells of:' },
  'touched-own': {
    vi: (count: number) => `${count} dự án của đơn vị gửi`,
    en: (count: number) => `${count} of the sender’s projects`,
  },
  'touched-below': {
    vi: (count: number, office: string) => `${count} dự án của ${office} (đơn vị trực thuộc)`,
    en: (count: number, office: string) => `${count} of ${office}, an office below`,
  },
  'touched-participant': {
    vi: (count: number, office: string) =>
      `${count} dự án của ${office} (đơn vị gửi tham gia giải phóng mặt bằng)`,
    en: (count: number, office: string) => `${count} of ${office}, whose land the sender helps to clear`,
  },
  'touched-unclaimed': {
    vi: (count: number, office: string) =>
      `${count} dự án ${office} ghi nhận nhưng chưa rõ chủ đầu tư (duyệt giải ngân thì đơn vị gửi thành chủ đầu tư)`,
    en: (count: number, office: string) =>
      `${count} registered by ${office} without an owner (approving disbursement makes the sender their owner)`,
  },
  'touched-other': {
    vi: (count: number, office: string) => `${count} dự án nay của ${office}`,
    en: (count: number, office: string) => `${count} that are ${office}’s by now`,
  },
  registers: {
    vi: (count: number, office: string) => `Duyệt sẽ ghi ${count} dự án mới đứng tên ${office}`,
    en: (count: number, office: string) =>
      `Approving this registers ${count} new ${count === 1 ? 'project' : 'projects'} under ${office}`,
  },
  registersWhat: {
    vi: 'Danh mục chưa có các dự án này và chưa quyết định giao vốn nào nêu. Nếu là dự án của đơn vị khác hoặc ghi sai mã, hãy trả lại báo cáo.',
    en: 'The register doesn’t have them and no plan names them. If they are another office’s, or a code is wrong, send the return back.',
  },
} satisfies Messages;
