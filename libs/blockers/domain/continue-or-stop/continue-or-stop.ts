import type { OrganizationKind } from '@thongvon/api-contract';
import { type Dong, formatPlainDate, yearOf } from '@thongvon/kernel';
import {
  type Block,
  blockersSection,
  type CaseFacts,
  dialogueSection,
  FACT_COLUMNS,
  heading,
  households,
  householdsSection,
  items,
  money,
  paragraph,
  projectSection,
  stepsSection,
  subheading,
  table,
} from './sections';

/** An official letter's outline: who writes to whom about what, its body, and who signs. */
export interface OfficialReport {
  readonly parentOffice: string | null;
  readonly office: string;
  readonly title: string;
  readonly subject: string;
  readonly addressees: readonly string[];
  readonly body: readonly Block[];
  /** In whose name, and as what: one line each. */
  readonly signer: readonly string[];
  readonly copies: readonly string[];
  /** The day of signing is written by hand; the year is that of the data. */
  readonly year: number;
}

/**
 * The file that the founding report asks for where people do not agree: for the Party committee and the council to decide
 * whether the project goes on. It weighs nothing itself, and names no household.
 */
export function continueOrStopReport(facts: CaseFacts): OfficialReport {
  return {
    parentOffice: facts.parentOffice,
    office: facts.office,
    title: 'BÁO CÁO',
    subject: `Về việc xem xét tiếp tục hoặc dừng dự án ${facts.project.name}`,
    addressees: otherDeciders(facts.parentOffice ?? facts.office),
    body: [
      paragraph(
        `${facts.office} tổng hợp tình hình dự án để cấp có thẩm quyền xem xét, quyết định. Số liệu đến ngày ${formatPlainDate(facts.asOf)}, lấy từ các báo cáo đã được chấp nhận và số liệu do đơn vị nhập trên hệ thống; không nêu tên hộ dân.`,
      ),
      ...projectSection(facts),
      ...stepsSection(facts),
      ...dialogueSection(facts),
      ...householdsSection(facts),
      ...blockersSection(facts),
      ...spentSection(facts),
      ...freedSection(facts),
      ...optionsSection(facts),
    ],
    signer: SIGNERS[facts.officeKind],
    copies: ['Như trên', 'Lưu: VT, hồ sơ dự án'],
    year: yearOf(facts.asOf),
  };
}

/** Data: who signs for an office of each kind, as decree 30/2020 words it, one line each. */
const SIGNERS: Readonly<Record<OrganizationKind, readonly string[]>> = {
  'peoples-committee': ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  commune: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
  'project-management-board': ['GIÁM ĐỐC'],
  department: ['TRƯỞNG PHÒNG'],
  treasury: ['GIÁM ĐỐC'],
};

/** Data: the Party committee and the council next to a people's committee, reported by the level in its name. */
const LEVELS: readonly (readonly [word: RegExp, party: string, council: string])[] = [
  [/huyện/iu, 'Thường trực Huyện ủy', 'Thường trực Hội đồng nhân dân huyện'],
  [/quận/iu, 'Thường trực Quận ủy', 'Thường trực Hội đồng nhân dân quận'],
  [/xã/iu, 'Thường trực Đảng ủy xã', 'Thường trực Hội đồng nhân dân xã'],
  [/phường/iu, 'Thường trực Đảng ủy phường', 'Thường trực Hội đồng nhân dân phường'],
  [/tỉnh/iu, 'Thường trực Tỉnh ủy', 'Thường trực Hội đồng nhân dân tỉnh'],
  [/thành phố/iu, 'Thường trực Thành ủy', 'Thường trực Hội đồng nhân dân thành phố'],
];

/** Who decides whether a project goes on, at the level of the office that the file is sent to. */
function otherDeciders(office: string): readonly string[] {
  const [, party, council] = LEVELS.find(([word]) => word.test(office)) ?? [
    undefined,
    'Thường trực cấp ủy',
    'Thường trực Hội đồng nhân dân',
  ];
  return [party, council, office];
}

function spentSection({ approved, paid, advancesOutstanding, disbursed }: CaseFacts): Block[] {
  return [
    heading('VI. KINH PHÍ ĐÃ SỬ DỤNG'),
    table(FACT_COLUMNS, [
      ['Đã giải ngân của dự án', money(disbursed)],
      ['Kinh phí bồi thường theo phương án', money(approved)],
      ['Kinh phí bồi thường đã chi trả', money(paid)],
      [
        'Tạm ứng bồi thường chưa thu hồi',
        advancesOutstanding === null ? 'không có khoản nào được ghi nhận' : money(advancesOutstanding),
      ],
    ]),
  ];
}

function freedSection(facts: CaseFacts): Block[] {
  const freed = leftOfPlan(facts);
  return [
    heading('VII. VỐN CÓ THỂ ĐIỀU CHUYỂN NẾU DỪNG'),
    paragraph(
      freed === null
        ? 'Chưa xác định được: thiếu kế hoạch vốn hoặc số giải ngân.'
        : `Kế hoạch vốn năm ${facts.planYear} trừ số đã giải ngân còn ${money(freed)}, có thể điều chuyển cho dự án khác trong năm nếu cấp có thẩm quyền quyết định.`,
    ),
  ];
}

function optionsSection(facts: CaseFacts): Block[] {
  const { blockers, approved, paid, disbursed, numbers, planYear } = facts;
  const open = blockers.filter(({ state }) => state !== 'closed').length;
  const left = approved === null || paid === null ? null : approved - paid;
  const freed = leftOfPlan(facts);
  return [
    heading('VIII. CÁC PHƯƠNG ÁN'),
    subheading('Phương án 1. Tiếp tục thực hiện dự án như đã phê duyệt.'),
    items(
      `Điều kiện: giải quyết xong ${open} vướng mắc nêu tại mục V; giao rõ người chủ trì, thời hạn.`,
      `Kinh phí bồi thường còn phải chi theo phương án: ${money(left)}.`,
      `Vốn năm ${planYear} còn phải giải ngân đến ngày 31/01/${planYear + 1}: ${money(freed)}.`,
    ),
    subheading('Phương án 2. Tiếp tục sau khi điều chỉnh vị trí, quy mô, phân kỳ.'),
    items(
      `Giữ phần mặt bằng đã bàn giao (${households(numbers.handedOver)}); điều chỉnh phần chưa có sự đồng thuận (${households(numbers.disagreeing)}) theo trình tự điều chỉnh dự án.`,
      'Phần vốn không sử dụng hết trong năm được đề xuất điều chuyển.',
    ),
    subheading('Phương án 3. Dừng dự án.'),
    items(
      `Điều chuyển phần vốn nêu tại mục VII: ${money(freed)}.`,
      `Quyết toán phần đã thực hiện; số đã giải ngân: ${money(disbursed)}.`,
      `Thu hồi tạm ứng; xử lý quyền lợi của các hộ đã nhận tiền (${households(numbers.paid)}), đã bàn giao mặt bằng (${households(numbers.handedOver)}).`,
    ),
    heading('IX. Ý KIẾN, KIẾN NGHỊ CỦA ĐƠN VỊ'),
    { type: 'lines', count: 4 },
  ];
}

/** Plan less disbursed, not below zero; null when either isn't known. */
function leftOfPlan({ planned, disbursed }: CaseFacts): Dong | null {
  if (planned === null || disbursed === null) return null;
  return planned > disbursed ? planned - disbursed : 0n;
}
