/** Fixed words of the weekly letter. */
export const words = {
  unit: 'tỷ đồng',
  decisions: (count: number, shown: number) =>
    count === 0
      ? 'Không có việc cần quyết'
      : `${count} việc cần quyết${shown < count ? `, ${shown} gấp nhất` : ''}`,
  furtherDecisions: (count: number) => `Còn ${count} việc nữa trong tệp Excel kèm theo.`,
  heldCaption: 'Vướng mắc: vốn bị giữ',
  spendingCaption: 'Khó giải ngân hết đến 31/01',
  otherCaption: 'Cần giải trình, xử lý',
  decide: 'Quyết:',
  openLeaderPage: 'Mở trang lãnh đạo',
  overdueByUnit: 'Quá hạn, theo đơn vị',
  noUnit: 'Chưa giao đơn vị nào',
  silent: 'Chưa gửi báo cáo tuần này',
  notCounted: 'Số của đơn vị chưa gửi chưa tính, không coi là 0.',
  furtherOffices: (count: number) => `Còn ${count} đơn vị nữa trong tệp Excel kèm theo.`,
  everybodySent: 'Báo cáo tuần này',
  pending: 'Đã nhận, chưa duyệt (chưa tính vào số trên)',
  better: 'Tốt lên',
  weeks: (count: number) => (count === 1 ? 'Tuần đầu' : `${count} tuần qua`),
  /** Of a week of which nobody has reported. */
  silentWeek: '— không có báo cáo mới',
  weeksNote: (planned: string) => `lũy kế, % kế hoạch năm ${planned} tỷ`,
  projects: (count: number) => `${count} dự án`,
  projectsNote: 'tỷ đồng; xếp theo vốn còn lại',
  columns: ['Dự án', 'Tỷ lệ %', 'Tuần này', 'Còn lại'] as const,
  sum: 'Cộng',
  furtherProjects: (count: number) => `Còn ${count} dự án nữa trong tệp Excel kèm theo.`,
  notReported: 'chưa báo cáo',
  done: 'xong',
  seeOnline: 'Xem trên trang',
  unsubscribe: 'Thôi nhận thư này',
  illustrative: 'Số liệu minh hoạ.',
} as const;
