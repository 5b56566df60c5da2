import { formatPlainDate } from '@thongvon/kernel';
import type { CaseFacts } from './case-facts';
import { paragraph, type Block } from './outline';
import {
  blockersSection,
  dialogueSection,
  freedSection,
  householdsSection,
  optionsSection,
  projectSection,
  spentSection,
  stepsSection,
} from './sections';

/** An official letter's outline: who writes to whom about what, its body, and who signs. */
export interface OfficialReport {
  readonly parentOffice: string | null;
  readonly office: string;
  readonly title: string;
  readonly subject: string;
  readonly addressees: readonly string[];
  readonly body: readonly Block[];
  readonly signers: readonly [left: string, right: string];
  readonly copies: readonly string[];
  readonly day: CaseFacts['asOf'];
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
    subject: `Tổng hợp hồ sơ xem xét việc tiếp tục hoặc dừng dự án ${facts.project.name}`,
    addressees: [
      'Thường trực cấp ủy',
      'Thường trực Hội đồng nhân dân',
      facts.parentOffice ?? 'Ủy ban nhân dân',
    ],
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
    signers: ['NGƯỜI LẬP', 'THỦ TRƯỞNG ĐƠN VỊ'],
    copies: ['Như trên', 'Lưu: VT, hồ sơ dự án'],
    day: facts.asOf,
  };
}
