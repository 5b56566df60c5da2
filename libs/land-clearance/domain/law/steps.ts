import { CLEARANCE_STEPS, type ClearanceStep } from '@thongvon/api-contract';
import { plainDate, type PlainDate } from '@thongvon/kernel';

/** A step of land clearance: its place, and what must have been done before. */
export interface StepEntry {
  readonly step: ClearanceStep;
  /** Its number in the domain page, section 2.1. */
  readonly number: string;
  readonly label: string;
  readonly labelEn: string;
  /** Done, or not applicable, before this one. Steps with the same predecessors run side by side. */
  readonly after: readonly ClearanceStep[];
  /** Only where people do not cooperate; else not applicable. */
  readonly conditional: boolean;
  readonly signer: Signer;
}

/** Data: order and parallel steps of the domain page, section 2.1. */
export const STEPS: readonly StepEntry[] = [
  step(
    'land-use-plan',
    '0',
    'Có trong kế hoạch sử dụng đất; chủ đầu tư đề nghị',
    'In the land-use plan; the owner asks',
    [],
    'owner',
  ),
  step(
    'recovery-plan',
    '1',
    'Kế hoạch thu hồi, điều tra, kiểm đếm',
    'Plan of recovery, survey and inventory',
    ['land-use-plan'],
    'chairman',
  ),
  step(
    'landholder-meeting',
    '2',
    'Họp với người có đất',
    'Meeting with landholders',
    ['recovery-plan'],
    'compensation-unit',
  ),
  step(
    'recovery-notice',
    '3',
    'Thông báo thu hồi đất',
    'Notice of land recovery',
    ['landholder-meeting'],
    'chairman',
  ),
  step(
    'inventory',
    '4',
    'Kiểm đếm, xác định nguồn gốc đất',
    'Inventory and origin of land',
    ['recovery-notice'],
    'compensation-unit',
  ),
  step(
    'inventory-persuasion',
    '4b',
    'Vận động kiểm đếm',
    'Persuasion to be inventoried',
    ['recovery-notice'],
    'compensation-unit',
    true,
  ),
  step(
    'forced-inventory',
    '4c',
    'Quyết định kiểm đếm bắt buộc',
    'Decision on forced inventory',
    ['inventory-persuasion'],
    'chairman',
    true,
  ),
  step(
    'inventory-enforcement',
    '4d',
    'Cưỡng chế kiểm đếm',
    'Enforcement of the inventory',
    ['forced-inventory'],
    'chairman',
    true,
  ),
  step(
    'compensation-plan',
    '5',
    'Giá đất; lập phương án bồi thường, hỗ trợ, tái định cư',
    'Land price; drafting of the compensation plan',
    ['inventory', 'inventory-enforcement'],
    'compensation-unit',
  ),
  step(
    'plan-posting',
    '6',
    'Niêm yết phương án',
    'Posting of the plan',
    ['compensation-plan'],
    'compensation-unit',
  ),
  step(
    'plan-hearing',
    '7',
    'Họp lấy ý kiến, đối thoại',
    'Hearing and dialogue',
    ['compensation-plan'],
    'compensation-unit',
  ),
  step(
    'appraisal',
    '8',
    'Thẩm định phương án',
    'Appraisal of the plan',
    ['plan-posting', 'plan-hearing'],
    'appraiser',
  ),
  step('plan-approval', '9', 'Phê duyệt phương án', 'Approval of the plan', ['appraisal'], 'chairman'),
  step(
    'approval-posting',
    '10',
    'Niêm yết quyết định phê duyệt',
    'Posting of the approval',
    ['plan-approval'],
    'compensation-unit',
  ),
  step(
    'approval-delivery',
    '11',
    'Gửi quyết định đến từng hộ',
    'Delivery of the approval to each household',
    ['plan-approval'],
    'compensation-unit',
  ),
  step('payment', '12', 'Chi trả', 'Payment', ['plan-approval'], 'compensation-unit'),
  step(
    'recovery-persuasion',
    '12b',
    'Vận động người chưa đồng thuận',
    'Persuasion of those who do not agree',
    ['plan-approval'],
    'compensation-unit',
    true,
  ),
  step(
    'recovery-decision',
    '13',
    'Quyết định thu hồi đất',
    'Decision on land recovery',
    ['plan-approval', 'payment', 'recovery-persuasion'],
    'chairman',
  ),
  step(
    'handover-persuasion',
    '14',
    'Vận động bàn giao',
    'Persuasion to hand over',
    ['recovery-decision'],
    'compensation-unit',
    true,
  ),
  step(
    'enforcement-decision',
    '14b',
    'Quyết định cưỡng chế thu hồi đất',
    'Decision on enforcement',
    ['handover-persuasion'],
    'chairman',
    true,
  ),
  step(
    'voluntary-handover',
    '14c',
    'Chấp hành, bàn giao sau quyết định cưỡng chế',
    'Handover in compliance with the decision',
    ['enforcement-decision'],
    'compensation-unit',
    true,
  ),
  step('enforcement', '15', 'Cưỡng chế', 'Enforcement', ['enforcement-decision'], 'chairman', true),
  step(
    'site-handover',
    '16',
    'Biên bản bàn giao mặt bằng',
    'Record of site handover',
    ['recovery-decision', 'voluntary-handover', 'enforcement'],
    'compensation-unit',
  ),
  step(
    'records-settlement',
    '17',
    'Chỉnh lý hồ sơ, quyết toán',
    'Land records, settlement',
    ['site-handover'],
    'compensation-unit',
  ),
];

function step(
  code: ClearanceStep,
  number: string,
  label: string,
  labelEn: string,
  after: readonly ClearanceStep[],
  signer: Signer,
  conditional = false,
): StepEntry {
  return { step: code, number, label, labelEn, after, signer, conditional };
}

/** Where a step stands in the order, from 0. */
export const orderOf = (code: ClearanceStep): number => CLEARANCE_STEPS.indexOf(code);

/** Who signs or acts: a chairman's decision, the appraising office, the compensation unit, the owner. */
type Signer = 'chairman' | 'appraiser' | 'compensation-unit' | 'owner';

/** Data: who that is at the time. Decree 151/2025 moved the district's powers to the commune when districts ended. */
const SIGNERS: readonly {
  readonly from: PlainDate;
  readonly names: Readonly<Record<Signer, readonly [vi: string, en: string]>>;
}[] = [
  {
    from: plainDate('2014-07-01'),
    names: {
      chairman: ['Chủ tịch UBND cấp huyện', 'Chairman of the district'],
      appraiser: ['Phòng Tài nguyên và Môi trường', 'District office of natural resources'],
      'compensation-unit': ['Đơn vị bồi thường', 'Compensation unit'],
      owner: ['Chủ đầu tư', 'Project owner'],
    },
  },
  {
    from: plainDate('2025-07-01'),
    names: {
      chairman: ['Chủ tịch UBND cấp xã', 'Chairman of the commune'],
      appraiser: [
        'Phòng Kinh tế (xã), Phòng Kinh tế, Hạ tầng và Đô thị (phường)',
        'Economic office of the commune or ward',
      ],
      'compensation-unit': ['Đơn vị bồi thường (Trung tâm PTQĐ, Ban QLDA)', 'Compensation unit'],
      owner: ['Chủ đầu tư', 'Project owner'],
    },
  },
];

/** Who signs or acts on that day, Vietnamese and English. Undefined before July 2014. */
export function signerOn(
  { signer }: { readonly signer: Signer },
  date: PlainDate,
): readonly [vi: string, en: string] | undefined {
  return SIGNERS.findLast(({ from }) => date >= from)?.names[signer];
}
