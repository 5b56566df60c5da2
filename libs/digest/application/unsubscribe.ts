import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FindUser } from '@thongvon/organizations';
import { Audit, Mails, SystemClock } from '@thongvon/platform';
import { unsubscribedMail } from '../messages/unsubscribed-mail';
import { administratorAddresses } from '../persistence/administrator-addresses';
import { recipientRows, writeSetting } from '../persistence/recipient-rows';
import { DigestLinks } from './digest-links';
import { problems } from './problems';
import { receives } from './recipients';

/** A person ends their weekly letter by the link in it, without signing in; administrators are informed. */
@Injectable()
export class Unsubscribe {
  constructor(
    private readonly dataSource: DataSource,
    private readonly links: DigestLinks,
    private readonly users: FindUser,
    private readonly mails: Mails,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Whether the person still gets it. Throws DIGEST-LINK-INVALID. */
  async look(token: string): Promise<{ receives: boolean }> {
    const [row] = await recipientRows(this.dataSource.manager, await this.userOf(token));
    return { receives: row !== undefined && receives(row) };
  }

  /** Safe to repeat: administrators are informed once. Throws DIGEST-LINK-INVALID. */
  async end(token: string): Promise<void> {
    const userId = await this.userOf(token);
    await this.dataSource.transaction(async (manager) => {
      // Two clicks at a time end it once.
      await manager.query('SELECT FROM organizations.user_ref WHERE id = $1 FOR UPDATE', [userId]);
      const [row] = await recipientRows(manager, userId);
      if (!row || !receives(row)) return;
      const { organizationIds } = row;
      const at = this.clock.realNow();
      const ended = await writeSetting(manager, {
        userId,
        receives: false,
        organizationIds,
        actorId: null,
        at,
      });
      await this.audit.record(manager, userId, 'digest.unsubscribe', `user:${userId}`);
      await this.tell(manager, userId, ended);
    });
  }

  private async userOf(token: string): Promise<string> {
    const userId = await this.links.userOf(token);
    if (userId === undefined) throw problems.linkInvalid();
    return userId;
  }

  private async tell(manager: EntityManager, userId: string, ended: string): Promise<void> {
    const { name, organizationName } = await this.users.run(userId, manager);
    const { address } = await this.links.of(userId);
    const mail = unsubscribedMail({ name, organizationName, address });
    for (const { id, email } of await administratorAddresses(manager))
      await this.mails.add(manager, {
        ...mail,
        key: `digest-unsubscribed:${ended}:${id}`,
        kind: 'digest-unsubscribed',
        to: email,
      });
  }
}
