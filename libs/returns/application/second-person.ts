import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '@thongvon/api-contract';
import { type Actor, PeopleWithRole } from '@thongvon/organizations';
import { Problem, together } from '@thongvon/platform';
import { lowersTotal, type TotalChange } from '../domain/consequence';
import { nextStatus } from '../domain/return-status';
import type { Return } from '../persistence/entities/return';
import { contributorsBeside, contributorsTo } from '../persistence/return-rows';

/** Who lets returns count, and undoes it. */
export const APPROVING_ROLES = ['finance-officer', 'finance-head'] as const satisfies readonly Role[];

/** Whether people of this role let returns count. */
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

/** Who freezes weeks again. */
const REVISING_ROLES: readonly Role[] = [...APPROVING_ROLES, 'administrator'];

type Sent = Pick<Return, 'id' | 'organizationId'>;
type Person = Approver & { readonly id: string };
type ListedForApproval = Pick<Return, 'id' | 'status'> & { readonly organization: { readonly id: string } };

/** Whether who looks at a list may approve a return in it. */
export interface ListedApproval {
  readonly mayApprove: boolean;
  /** Of what is handed in, to people of the finance office: why not, and who may. */
  readonly whyNotApprove: string | null;
  readonly whyNotApproveEn: string | null;
}

export const NOT_APPROVABLE: ListedApproval = {
  mayApprove: false,
  whyNotApprove: null,
  whyNotApproveEn: null,
};

/** Who may let a return count, as the person who looks at it is informed. */
export interface ReturnApproval {
  readonly mayApprove: boolean;
  readonly whyNot: 'not-submitted' | 'not-finance' | 'four-eyes' | null;
  /** Why not, and who may instead; null where the person may, or nothing is to be approved. */
  readonly message: string | null;
  readonly messageEn: string | null;
  readonly approvers: readonly Approver[];
  readonly needsReason: boolean;
  readonly mayRevert: boolean;
  /** Why not; null where the person may, or nothing is to be reverted. */
  readonly whyNoReversion: string | null;
  readonly whyNoReversionEn: string | null;
}

/** Who has a hand in a return already, and who may therefore still approve or revert it. */
@Injectable()
export class SecondPerson {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: PeopleWithRole,
  ) {}

  /** Of each of these returns whether the actor may approve it now; of what is handed in also why not, and who may. */
  async approvals(actor: Actor, returns: readonly ListedForApproval[]): Promise<Map<string, ListedApproval>> {
    const submitted = returns.filter(({ status }) => isApprover(actor.role) && status === 'submitted');
    if (submitted.length === 0) return new Map();
    const ids = submitted.map(({ id }) => id);
    const offices = [...new Set(submitted.map(({ organization }) => organization.id))];
    const [own, people] = await together(this.dataSource.manager, (all) =>
      Promise.all([
        contributorsBeside(all, actor.userId, ids),
        this.people.overEach(offices, APPROVING_ROLES, all),
      ]),
    );
    return new Map(
      submitted.map(({ id, organization }) => {
        const contributors = own.get(id);
        const others = people.get(organization.id) ?? [];
        const refused = contributors && whyRefused('approve', without(contributors, others));
        const approval = {
          mayApprove: refused === undefined,
          whyNotApprove: refused?.vi ?? null,
          whyNotApproveEn: refused?.en ?? null,
        };
        return [id, approval] as const;
      }),
    );
  }

  /** What the actor may do with it, why not, and who may: people of the finance offices over the sender. Asked of `manager` at once. */
  async approvalFor(
    manager: EntityManager,
    actor: Actor,
    { id, organizationId, status }: Sent & Pick<Return, 'status'>,
    consequences: readonly TotalChange[],
  ): Promise<ReturnApproval> {
    const [contributors, people] = await Promise.all([
      contributorsTo(manager, [id]),
      this.people.over(organizationId, APPROVING_ROLES, manager),
    ]);
    const approvers = without(contributors, people);
    const own = contributors.has(actor.userId);
    const finance = isApprover(actor.role);
    const submitted = status === 'submitted';
    const revertible = finance && nextStatus(status, 'revert') !== undefined;
    const refused = own && finance && submitted ? whyRefused('approve', approvers) : null;
    const noReversion = own && revertible ? whyRefused('revert', approvers) : null;
    return {
      mayApprove: submitted && finance && !own,
      whyNot: !submitted ? 'not-submitted' : !finance ? 'not-finance' : own ? 'four-eyes' : null,
      message: refused?.vi ?? null,
      messageEn: refused?.en ?? null,
      approvers,
      needsReason: submitted && lowersTotal(consequences),
      mayRevert: revertible && !own,
      whyNoReversion: noReversion?.vi ?? null,
      whyNoReversionEn: noReversion?.en ?? null,
    };
  }

  /** Throws FOUR-EYES when the actor had a hand in the return. */
  async assertNotOwn(manager: EntityManager, actor: Actor, act: SecondPersonAct, found: Sent): Promise<void> {
    const contributors = await contributorsTo(manager, [found.id]);
    if (!contributors.has(actor.userId)) return;
    throw fourEyes(act, await this.others(found.organizationId, contributors, manager));
  }

  /** Throws FOUR-EYES when the actor had a hand in one of the returns that a week is frozen again for. */
  async assertNotOwnOf(actor: Actor, returnIds: readonly string[]): Promise<void> {
    const { manager } = this.dataSource;
    const contributors = await contributorsTo(manager, returnIds);
    if (!contributors.has(actor.userId)) return;
    throw fourEyes('revise', await this.others(actor.organizationId, contributors, manager, REVISING_ROLES));
  }

  private async others(
    organizationId: string,
    contributors: ReadonlySet<string>,
    manager: EntityManager,
    roles: readonly Role[] = APPROVING_ROLES,
  ): Promise<Approver[]> {
    return without(contributors, await this.people.over(organizationId, roles, manager));
  }
}

function without(contributors: ReadonlySet<string>, people: readonly Person[]): Approver[] {
  return people
    .filter(({ id }) => !contributors.has(id))
    .map(({ name, organization }) => ({ name, organization }));
}

function fourEyes(act: SecondPersonAct, others: readonly Approver[]): Problem {
  const { vi, en } = whyRefused(act, others);
  return new Problem(409, 'FOUR-EYES', vi, en, { approvers: others });
}
