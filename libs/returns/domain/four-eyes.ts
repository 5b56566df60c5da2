import type { Role } from '@thongvon/api-contract';

/** Who lets returns count, and undoes it. */
export const APPROVING_ROLES = ['finance-officer', 'finance-head'] as const satisfies readonly Role[];

export function isApprover(role: Role): boolean {
  return APPROVING_ROLES.some((approving) => approving === role);
}

export interface Approver {
  readonly name: string;
  readonly organization: string;
}

/** What needs a second person. */
export type SecondPersonAct = 'approve' | 'revert' | 'revise';

const REFUSED: Record<SecondPersonAct, { vi: string; en: string }> = {
  approve: {
    vi: 'Bạn đã nạp, trả lời hoặc trình báo cáo này nên không duyệt được.',
    en: 'You uploaded, answered or submitted this return, so you can not approve it.',
  },
  revert: {
    vi: 'Bạn đã nạp, trả lời hoặc trình báo cáo này nên không tự hủy duyệt được.',
    en: 'You uploaded, answered or submitted this return, so you can not revert it alone.',
  },
  revise: {
    vi: 'Tuần này thay đổi vì báo cáo mà bạn đã nạp, trả lời hoặc trình, nên bạn không tự chốt lại được.',
    en: 'The week changes by a return that you uploaded, answered or submitted, so you can not freeze it again yourself.',
  },
};

/** Says why the person may not, and who may instead (contract, section 3: four eyes). */
export function whyRefused(act: SecondPersonAct, others: readonly Approver[]): { vi: string; en: string } {
  const { vi, en } = REFUSED[act];
  if (others.length === 0)
    return {
      vi: `${vi} Chưa có người thứ hai có thẩm quyền; đề nghị quản trị tạo thêm một tài khoản của cơ quan tài chính.`,
      en: `${en} There is no second person who may; ask an administrator for another account of the finance office.`,
    };
  const names = others.map(({ name, organization }) => `${name} (${organization})`).join(', ');
  return { vi: `${vi} Người có thẩm quyền: ${names}.`, en: `${en} Who may: ${names}.` };
}
