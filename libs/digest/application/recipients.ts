import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DigestRecipientOrigin } from '@thongvon/api-contract';
import {
  type Account,
  type Actor,
  FindUser,
  OrganizationTree,
  seesOrganization,
} from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import { type RecipientRow, recipientRows, writeSetting } from '../persistence/recipient-rows';

/** Someone who gets the weekly letter, and of which organisations. */
export interface Recipient {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  /** Organisations whose projects the letter is about. */
  readonly scope: readonly string[];
}

/** Who gets the weekly letter: leaders by default, else as the administrator has set or the person has ended it. */
@Injectable()
export class Recipients {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: OrganizationTree,
  ) {}

  /** Those who get it now, by name. Nobody gets more than they may see by signing in. */
  async all(manager: EntityManager = this.dataSource.manager): Promise<Recipient[]> {
    const rows = (await recipientRows(manager)).filter((row) => !row.disabled && receives(row));
    const offices = rows.flatMap(({ organizationId, organizationIds }) => [
      organizationId,
      ...(organizationIds ?? []),
    ]);
    const below = await this.tree.idsBelowEach(offices, manager);
    return rows.map((row) => ({
      userId: row.userId,
      email: row.email,
      name: row.name,
      scope: scopeOf(row, (id) => below.get(id) ?? []),
    }));
  }
}

function scopeOf(
  { organizationId, organizationIds }: RecipientRow,
  below: (organizationId: string) => readonly string[],
): readonly string[] {
  const visible = below(organizationId);
  if (organizationIds === null) return visible;
  const chosen = new Set(organizationIds.flatMap(below));
  return visible.filter((id) => chosen.has(id));
}

/** Without anything set, those whose role it is to act on it. */
export function receives({ receives: set, role }: Pick<RecipientRow, 'receives' | 'role'>): boolean {
  return set ?? role === 'leader';
}

/** Someone for whom something is set, or who gets the letter by role, as administrators see it. */
export interface ListedRecipient extends Omit<Account, 'id' | 'disabled'> {
  readonly userId: string;
  /** Whether the next letter goes to them. */
  readonly receives: boolean;
  /** The letter is of these and all below them; null: of the person's own. */
  readonly organizationIds: string[] | null;
  readonly origin: DigestRecipientOrigin;
}

/** Shows administrators who gets the weekly letter, and who doesn't although they might. */
@Injectable()
export class ListRecipients {
  constructor(private readonly dataSource: DataSource) {}

  /** Leaders and everybody for whom something is set, by name, of the organisations that the actor sees. */
  async list(actor: Actor): Promise<ListedRecipient[]> {
    const rows = await recipientRows(this.dataSource.manager);
    return rows.filter(({ organizationId }) => seesOrganization(actor, organizationId)).map(listed);
  }
}

function listed(row: RecipientRow): ListedRecipient {
  const { actorId: _, setAt: _at, disabled, organizationIds, ...account } = row;
  return {
    ...account,
    receives: receives(row) && !disabled,
    organizationIds: organizationIds === null ? null : [...organizationIds],
    origin: originOf(row),
  };
}

function originOf({ setAt, actorId, receives: set }: RecipientRow): DigestRecipientOrigin {
  if (setAt === null) return 'role';
  return actorId === null && set === false ? 'unsubscribed' : 'administrator';
}

/** Whether somebody gets the letter, and of which organisations. */
export interface RecipientSetting {
  readonly receives: boolean;
  /** Null: the person's own organisation and all below it. */
  readonly organizationIds: readonly string[] | null;
}

/** An administrator sets whether someone gets the weekly letter, and of which organisations. */
@Injectable()
export class SetRecipient {
  constructor(
    private readonly dataSource: DataSource,
    private readonly users: FindUser,
    private readonly tree: OrganizationTree,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Counts from the next letter on. Throws USER-UNKNOWN, and DIGEST-SCOPE for what the person may not see. */
  async set(actor: Actor, userId: string, setting: RecipientSetting): Promise<ListedRecipient> {
    return this.dataSource.transaction(async (manager) => {
      const { organizationId } = await this.users.seen(actor, userId, manager);
      const visible = await this.tree.idsBelow(organizationId, manager);
      const { receives, organizationIds } = setting;
      if (organizationIds?.some((id) => !visible.includes(id))) throw problems.outsideScope();
      const at = this.clock.realNow();
      await writeSetting(manager, { userId, receives, organizationIds, actorId: actor.userId, at });
      await this.audit.record(manager, actor.userId, 'digest.recipient', `user:${userId}`, { ...setting });
      const [row] = await recipientRows(manager, userId);
      if (!row) throw new Error(`no account ${userId}`);
      return listed(row);
    });
  }
}

/** What a caller may have to mend. */
const problems = {
  outsideScope: () =>
    new Problem(
      422,
      'DIGEST-SCOPE',
      'Người này không được xem cơ quan, đơn vị đã chọn; hãy chọn đơn vị thuộc phạm vi của họ hoặc đổi cơ quan của tài khoản.',
      'This person may not see the chosen organisation; choose one within their scope, or change the account’s organisation.',
    ),
} as const;
