import { type Messages, withValues } from '../../language';

/** What approving a return lowers. */
export const consequenceWords = {
  lowers: { vi: 'Duyệt sẽ làm giảm số đang tính', en: 'Approving this lowers figures that count' },
  lowersAsRead: {
    vi: 'Theo số đang đọc được, báo cáo này sẽ làm giảm số đang tính',
    en: 'As read so far, this return lowers figures that count',
  },
  mayChange: {
    vi: 'Còn chỗ phải sửa hoặc trả lời; xong rồi các số này có thể khác.',
    en: 'Something is still to be mended or answered; these figures may change with it.',
  },
  moves: {
    vi: 'Duyệt sẽ làm số của một số dự án giảm hoặc không còn',
    en: 'Approving this takes from some projects',
  },
  movesAsRead: {
    vi: 'Theo số đang đọc được, số của một số dự án sẽ giảm hoặc không còn',
    en: 'As read so far, this return takes from some projects',
  },
  reasonFollows: {
    vi: 'Người duyệt phải ghi lý do; lý do được lưu trong lịch sử xử lý của báo cáo.',
    en: 'Whoever approves it gives a reason, which stays in the history of the return.',
  },
  planned: withValues('Tổng {capital}, áp dụng từ {day}', 'Total of {capital}, from {day} on'),
  reported: withValues('Giải ngân {capital}, lũy kế đến {day}', 'Disbursed of {capital}, to {day}'),
  treasury: withValues(
    'Kho bạc thanh toán {capital}, lũy kế đến {day}',
    'Paid by the Treasury of {capital}, to {day}',
  ),
  completed: withValues(
    'Thanh toán khối lượng hoàn thành {capital}, lũy kế đến {day}',
    'Paid for completed work of {capital}, to {day}',
  ),
  advance: withValues('Tạm ứng {capital}, lũy kế đến {day}', 'Advanced of {capital}, to {day}'),
  ofSource: withValues('{capital}, nguồn {source}', '{capital}, source {source}'),
  'current-year': withValues('kế hoạch vốn năm {}', 'the plan of {}'),
  'carried-over': withValues('vốn kéo dài sang năm {}', 'capital carried over to {}'),
  'advanced-from-next-year': withValues(
    'vốn ứng trước kế hoạch năm sau, năm {}',
    'advances on next year’s plan, {}',
  ),
  'advanced-last-year': withValues('vốn ứng trước năm trước chuyển sang năm {}', 'last year’s advances, {}'),
  cleared: withValues('Tổng {what}, đến {day}', 'Total of {what}, to {day}'),
  vanishes: {
    vi: (count: number) => `${count} dự án không còn số liệu`,
    en: (count: number) => `${count} ${count === 1 ? 'project is' : 'projects are'} left with nothing`,
  },
  falls: {
    vi: (count: number) => `${count} dự án giảm`,
    en: (count: number) => `${count} ${count === 1 ? 'project falls' : 'projects fall'}`,
  },
  outside: {
    vi: (count: number) => `Ngoài kế hoạch, không tính vào tổng (${count} dự án)`,
    en: (count: number) => `Outside the plan, in no total (${count} ${count === 1 ? 'project' : 'projects'})`,
  },
  isOutside: { vi: 'ngoài kế hoạch, không tính vào tổng', en: 'outside the plan, in no total' },
  onDay: withValues('Tại ngày {}', 'On {}'),
  project: { vi: 'Dự án', en: 'Project' },
  before: { vi: 'Đang có hiệu lực', en: 'In force' },
  after: { vi: 'Sau khi duyệt', en: 'Once approved' },
  nothing: { vi: 'không còn', en: 'nothing' },
} satisfies Messages;

/** What whoever approves a fall is asked for. */
export const loweringWords = {
  reviewLowers: {
    vi: 'Duyệt sẽ làm giảm số đang tính, xem mục cùng tên ở trên; phải ghi lý do.',
    en: 'Approving this lowers figures that count, as the part of this name above shows; it takes a reason.',
  },
  reviewMoves: {
    vi: 'Duyệt sẽ làm số của một số dự án giảm hoặc không còn, xem mục cùng tên ở trên; phải ghi lý do.',
    en: 'Approving this takes from some projects, as the part of this name above shows; it takes a reason.',
  },
  reviewRegisters: {
    vi: (count: number) => `Duyệt sẽ ghi ${count} dự án mới đứng tên đơn vị gửi, xem danh sách ở trên.`,
    en: (count: number) =>
      `Approving this registers ${count} new ${count === 1 ? 'project' : 'projects'} under the sender, listed above.`,
  },
  approveRegisters: withValues('Duyệt và ghi {} dự án mới', 'Approve, registering {}'),
  lowerReason: { vi: 'Lý do duyệt số giảm', en: 'Why the total may fall' },
  confirmLower: { vi: 'Duyệt với lý do này', en: 'Approve with this reason' },
  approveLower: { vi: 'Duyệt…', en: 'Approve…' },
} satisfies Messages;
