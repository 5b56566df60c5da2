import type { AmountUnit } from './dong';
import type { PlanType } from './plain-date';

/** What a thing is called in the middle of a sentence, in both languages. */
export interface Name {
  readonly vi: string;
  readonly en: string;
}

export const UNIT_NAMES: Readonly<Record<AmountUnit, Name>> = {
  dong: { vi: 'đồng', en: 'đồng' },
  'thousand-dong': { vi: 'nghìn đồng', en: 'thousand đồng' },
  'million-dong': { vi: 'triệu đồng', en: 'million đồng' },
  'billion-dong': { vi: 'tỷ đồng', en: 'billion đồng' },
};

export const PLAN_TYPE_NAMES: Readonly<Record<PlanType, Name>> = {
  'current-year': { vi: 'kế hoạch năm nay', en: 'this year’s plan' },
  'carried-over': { vi: 'kế hoạch kéo dài', en: 'carried-over plan' },
  'advanced-from-next-year': { vi: 'ứng trước kế hoạch năm sau', en: 'advance on next year’s plan' },
  'advanced-last-year': { vi: 'ứng trước năm trước chuyển sang', en: 'advance of last year carried over' },
};

export const RETURN_KIND_NAMES: Readonly<Record<ReturnKind, Name>> = {
  disbursement: { vi: 'báo cáo giải ngân', en: 'disbursement return' },
  'land-clearance': { vi: 'tiến độ giải phóng mặt bằng', en: 'land-clearance progress' },
  plan: { vi: 'kế hoạch vốn', en: 'capital plan' },
  treasury: { vi: 'số liệu Kho bạc', en: 'Treasury statement' },
};

/** What is built, by the code of the register; each begins a line of a form. */
export const PROJECT_KIND_NAMES = {
  road: { vi: 'Giao thông - đường bộ', en: 'Roads' },
  bridge: { vi: 'Giao thông - cầu', en: 'Bridges' },
  cemetery: { vi: 'Nghĩa trang', en: 'Cemeteries' },
  'residential-zone': { vi: 'Khu dân cư, tái định cư', en: 'Residential zones' },
  irrigation: { vi: 'Thủy lợi', en: 'Irrigation' },
  school: { vi: 'Giáo dục và đào tạo', en: 'Schools' },
  health: { vi: 'Y tế', en: 'Health' },
  culture: { vi: 'Văn hóa, thể thao, du lịch', en: 'Culture, sports, tourism' },
  market: { vi: 'Thương mại, chợ', en: 'Markets' },
  'government-office': { vi: 'Trụ sở cơ quan, quốc phòng, an ninh', en: 'Government offices' },
  'urban-infrastructure': { vi: 'Hạ tầng đô thị', en: 'Urban infrastructure' },
  'water-supply': { vi: 'Cấp nước', en: 'Water supply' },
  electricity: { vi: 'Điện', en: 'Electricity' },
  other: { vi: 'Lĩnh vực khác', en: 'Other' },
} as const satisfies Readonly<Record<string, Name>>;

/** The groups into which plans and returns part their projects: how far a project is in the year (domain: nhóm dự án). */
export const PROJECT_GROUPS = ['ongoing', 'new-start', 'completed', 'preparation'] as const;
export type ProjectGroup = (typeof PROJECT_GROUPS)[number];

export const PROJECT_GROUP_NAMES: Readonly<Record<ProjectGroup, Name>> = {
  ongoing: { vi: 'Chuyển tiếp', en: 'Ongoing' },
  'new-start': { vi: 'Khởi công mới', en: 'New starts' },
  completed: { vi: 'Hoàn thành, trả nợ', en: 'Completed, debts being paid' },
  preparation: { vi: 'Chuẩn bị đầu tư', en: 'Investment preparation' },
};

/** What a column of a return can mean, by field. */
export const FIELD_NAMES = {
  name: { vi: 'tên dự án', en: 'project name' },
  code: { vi: 'mã dự án', en: 'project code' },
  ordinal: { vi: 'số thứ tự', en: 'ordinal' },
  owner: { vi: 'chủ đầu tư', en: 'project owner' },
  field: { vi: 'lĩnh vực', en: 'field' },
  group: { vi: 'nhóm dự án', en: 'project group' },
  source: { vi: 'nguồn vốn', en: 'capital source' },
  'plan-type': { vi: 'loại kế hoạch', en: 'plan type' },
  location: { vi: 'địa bàn', en: 'location' },
  note: { vi: 'ghi chú', en: 'note' },
  planned: { vi: 'kế hoạch vốn', en: 'capital plan' },
  disbursed: { vi: 'lũy kế giải ngân', en: 'cumulative disbursement' },
  completed: { vi: 'thanh toán khối lượng hoàn thành', en: 'completed-work payment' },
  advance: { vi: 'tạm ứng chưa thu hồi', en: 'advance not yet recovered' },
  recovered: { vi: 'thu hồi tạm ứng', en: 'advance recovered' },
  estimate: { vi: 'ước giải ngân', en: 'estimate' },
  'total-investment': { vi: 'tổng mức đầu tư', en: 'total investment' },
  households: { vi: 'số hộ ảnh hưởng', en: 'households affected' },
  inventoried: { vi: 'số hộ đã kiểm đếm', en: 'households inventoried' },
  approved: { vi: 'số hộ đã duyệt phương án', en: 'households with an approved plan' },
  paid: { vi: 'số hộ đã chi trả', en: 'households paid' },
  'handed-over': { vi: 'số hộ đã bàn giao', en: 'households that handed over' },
  area: { vi: 'diện tích thu hồi', en: 'area to be recovered' },
  'area-handed-over': { vi: 'diện tích đã bàn giao', en: 'area handed over' },
  graves: { vi: 'số mộ', en: 'graves' },
  compensation: { vi: 'kinh phí theo phương án', en: 'compensation approved' },
  compensated: { vi: 'kinh phí đã chi trả', en: 'compensation paid' },
  blocker: { vi: 'vướng mắc', en: 'blocker' },
  'responsible-unit': { vi: 'đơn vị chịu trách nhiệm', en: 'responsible unit' },
  due: { vi: 'thời hạn', en: 'due date' },
  rate: { vi: 'tỷ lệ', en: 'rate' },
  ignored: { vi: 'bỏ qua', en: 'ignored' },
} as const satisfies Readonly<Record<string, Name>>;

/** Of these, what a table counts of land clearance. */
export const CLEARANCE_FIELDS = [
  'households',
  'inventoried',
  'approved',
  'paid',
  'handed-over',
  'area',
  'area-handed-over',
  'graves',
  'compensation',
  'compensated',
] as const satisfies readonly (keyof typeof FIELD_NAMES)[];

/** What a workbook can be; one workbook may hold several. */
export const RETURN_KINDS = ['disbursement', 'land-clearance', 'plan', 'treasury'] as const;
export type ReturnKind = (typeof RETURN_KINDS)[number];

/** `full`: a project that is missing is a question. `partial`: the return touches only what it lists. */
export const COVERAGES = ['full', 'partial'] as const;
export type Coverage = (typeof COVERAGES)[number];

/** What an installation can teach the reader: captions, units, names of sources. */
export const WORD_KINDS = ['caption', 'unit', 'source'] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** Code of the source of plans and figures that no table splits by source: they may be of any. */
export const UNSPECIFIED_SOURCE = 'unspecified';

/** What a word stands for in a table. */
export const WORD_KIND_NAMES: Readonly<Record<WordKind, Name>> = {
  caption: { vi: 'tiêu đề cột', en: 'caption' },
  unit: { vi: 'đơn vị tính', en: 'unit' },
  source: { vi: 'nguồn vốn', en: 'source' },
};

/** What a role is called, in the order in which they are offered. */
export const ROLE_NAMES = {
  reporter: { vi: 'gửi báo cáo (ban, xã)', en: 'reporter' },
  'finance-officer': { vi: 'cán bộ tài chính', en: 'finance officer' },
  'finance-head': { vi: 'trưởng phòng tài chính', en: 'finance head' },
  leader: { vi: 'lãnh đạo', en: 'leader' },
  administrator: { vi: 'quản trị', en: 'administrator' },
} as const satisfies Readonly<Record<string, Name>>;

/** What sorts of offices are called. */
export const ORGANIZATION_KIND_NAMES = {
  'peoples-committee': { vi: 'UBND tỉnh, huyện', en: "people's committee" },
  'project-management-board': { vi: 'Ban quản lý dự án', en: 'project management board' },
  commune: { vi: 'UBND xã, phường', en: 'commune' },
  department: { vi: 'phòng, sở', en: 'department' },
  treasury: { vi: 'Kho bạc', en: 'Treasury' },
} as const satisfies Readonly<Record<string, Name>>;
