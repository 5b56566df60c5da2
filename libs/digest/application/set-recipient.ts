import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DigestRecipientView } from '@thongvon/api-contract';
import { FindUser, OrganizationTree, type Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import { recipientRows, writeSetting } from '../persistence/recipient-rows';
import { toRecipientView } from './list-recipients';
import { problems } from './problems';

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
  async set(actor: Actor, userId: string, setting: RecipientSetting): Promise<DigestRecipientView> {
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
      return toRecipientView(row);
    });
  }
}
