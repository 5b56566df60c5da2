import { formatPlainDate, yearOf } from '@thongvon/kernel';
import type { CaseFacts } from './case-facts';
import { freedSection, optionsSection, spentSection } from './decision-sections';
import { otherDeciders, SIGNERS } from './offices';
import { paragraph, type Block } from './outline';
import {
  blockersSection,
  dialogueSection,
  householdsSection,
  projectSection,
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
