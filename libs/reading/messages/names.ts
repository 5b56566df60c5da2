import { AMOUNT_UNITS, type AmountUnit, type PlanType, type ReturnKind } from '@thongvon/kernel';
import type { Choice } from '../findings';

/** Names of units, plan types and fields as they stand inside messages. */
export const UNIT_NAMES: Readonly<Record<AmountUnit, { vi: string; en: string }>> = {
  dong: { vi: 'đồng', en: 'đồng' },
  'thousand-dong': { vi: 'nghìn đồng', en: 'thousand đồng' },
  'million-dong': { vi: 'triệu đồng', en: 'million đồng' },
  'billion-dong': { vi: 'tỷ đồng', en: 'billion đồng' },
};

export const PLAN_TYPE_NAMES: Readonly<Record<PlanType, { vi: string; en: string }>> = {
  'current-year': { vi: 'kế hoạch năm nay', en: 'this year’s plan' },
  'carried-over': { vi: 'kế hoạch kéo dài', en: 'carried-over plan' },
  'advanced-from-next-year': { vi: 'ứng trước kế hoạch năm sau', en: 'advance on next year’s plan' },
  'advanced-last-year': { vi: 'ứng trước năm trước chuyển sang', en: 'advance of last year carried over' },
};

export const KIND_NAMES: Readonly<Record<ReturnKind, { vi: string; en: string }>> = {
  disbursement: { vi: 'báo cáo giải ngân', en: 'disbursement return' },
  'land-clearance': { vi: 'tiến độ giải phóng mặt bằng', en: 'land-clearance progress' },
  plan: { vi: 'kế hoạch vốn', en: 'capital plan' },
  treasury: { vi: 'số liệu Kho bạc', en: 'Treasury statement' },
};

const FIELD_NAMES: Readonly<Record<string, { vi: string; en: string }>> = {
  planned: { vi: 'kế hoạch vốn', en: 'plan' },
  disbursed: { vi: 'lũy kế giải ngân', en: 'cumulative disbursement' },
  completed: { vi: 'thanh toán khối lượng hoàn thành', en: 'completed-work payment' },
  advance: { vi: 'tạm ứng', en: 'advance' },
  estimate: { vi: 'ước giải ngân', en: 'estimate' },
  'total-investment': { vi: 'tổng mức đầu tư', en: 'total investment' },
  name: { vi: 'tên dự án', en: 'project name' },
  code: { vi: 'mã dự án', en: 'project code' },
  households: { vi: 'số hộ ảnh hưởng', en: 'households affected' },
  inventoried: { vi: 'số hộ đã kiểm đếm', en: 'households inventoried' },
  approved: { vi: 'số hộ đã phê duyệt phương án', en: 'households with an approved plan' },
  paid: { vi: 'số hộ đã chi trả', en: 'households paid' },
  'handed-over': { vi: 'số hộ đã bàn giao', en: 'households that handed over' },
  area: { vi: 'diện tích thu hồi', en: 'area to be recovered' },
  'area-handed-over': { vi: 'diện tích đã bàn giao', en: 'area handed over' },
  graves: { vi: 'số mộ', en: 'graves' },
  compensation: { vi: 'kinh phí theo phương án', en: 'compensation approved' },
  compensated: { vi: 'kinh phí đã chi trả', en: 'compensation paid' },
};

/** "kế hoạch vốn" for `planned`. */
export function fieldName(field: string): { vi: string; en: string } {
  return FIELD_NAMES[field] ?? { vi: field, en: field };
}

/** The units as the answers of a question. */
export function unitChoices(): Choice[] {
  return AMOUNT_UNITS.map((unit) => ({
    value: unit,
    label: UNIT_NAMES[unit].vi,
    labelEn: UNIT_NAMES[unit].en,
  }));
}

/** Plan types as the answers of a question. */
export function planTypeChoices(planTypes: readonly PlanType[]): Choice[] {
  return planTypes.map((planType) => {
    const { vi, en } = PLAN_TYPE_NAMES[planType];
    return { value: planType, label: `Là ${vi}`, labelEn: `It is ${en}` };
  });
}
