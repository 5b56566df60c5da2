import type { ProposalState } from '@thongvon/api-contract';
import { formatPlainDate, type PlainDate } from '@thongvon/kernel';

/** Words of the workbook of a proposal. */
export const TEXTS = {
  fileName: (week: PlainDate) => `de-xuat-dieu-chuyen-von-${week}.xlsx`,
  sheets: {
    lines: 'Đề xuất',
    limits: 'Giới hạn',
    effect: 'Trước và sau',
    curve: 'Theo tháng',
    declared: 'Giải trình',
  },
  title: (title: string, office: string) => `${title} (${office})`,
  note: (week: PlainDate, revision: number, planYear: number) =>
    `Dự thảo, chưa thay đổi kế hoạch vốn. Kế hoạch năm ${planYear}; số liệu tuần chốt ${formatPlainDate(week)}${
      revision > 1 ? `, bản ${revision}` : ''
    }; đơn vị tính: đồng.`,
  outdated: (week: PlainDate) => ` Đã có số liệu mới hơn (tuần chốt ${formatPlainDate(week)}): cần xem lại.`,
  states: {
    draft: 'Dự thảo',
    'put-aside': 'Tạm dừng',
    decided: 'Đã có quyết định',
  } satisfies Record<ProposalState, string>,
  state: (state: string, decision: string | null) =>
    ` Tình trạng: ${state}${decision === null ? '' : ` ${decision}`}.`,
  decision: (number: string, on: PlainDate) => `số ${number} ngày ${formatPlainDate(on)}`,
  columns: {
    ordinal: 'STT',
    giver: 'Dự án điều chỉnh giảm',
    receiver: 'Dự án điều chỉnh tăng',
    code: 'Mã dự án',
    source: 'Nguồn vốn',
    amount: 'Số vốn điều chuyển',
    project: 'Dự án',
    given: 'Giảm',
    taken: 'Tăng',
    most: 'Giảm được nhiều nhất (chắc chắn còn lại)',
    byPace: 'Tăng được theo tốc độ giải ngân',
    byInvestment: 'Tổng mức đầu tư còn cho bố trí',
    isKnown: 'Giới hạn theo tổng mức đầu tư',
    plannedBefore: 'Kế hoạch trước',
    plannedAfter: 'Kế hoạch sau',
    disbursed: 'Đã giải ngân',
    rateBefore: 'Tỷ lệ trước',
    rateAfter: 'Tỷ lệ sau',
    forecastBefore: 'Dự kiến đến 31/01, trước',
    forecastAfter: 'Dự kiến đến 31/01, sau',
    unspentBefore: 'Không giải ngân hết, trước',
    unspentAfter: 'Không giải ngân hết, sau',
    month: 'Đến ngày',
    question: 'Điều cần giải trình',
    declared: 'Giải trình',
  },
  known: 'Đã biết',
  atMost: 'Nhiều nhất: chưa biết số đã thanh toán trước năm nay',
  unknown: 'Chưa biết tổng mức đầu tư',
  total: 'Tổng cộng',
  whole: (projects: number) => `Tất cả ${projects} dự án có kế hoạch`,
  wholeUnknown: (silent: number) => ` Chưa dự kiến được tổng: ${silent} dự án có số liệu quá cũ.`,
  stay: (projects: number) => ` ${projects} dự án chưa có tốc độ giải ngân được giữ nguyên số đã giải ngân.`,
} as const;
