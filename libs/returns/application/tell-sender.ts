import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FindUser, type Actor } from '@thongvon/organizations';
import { Environment, Mails, publicAddress } from '@thongvon/platform';
import type { Return } from '../infrastructure/return.entity';
import { sentBackMail } from '../messages/sent-back-mail';

/** Writes to the officer who uploaded a return. */
@Injectable()
export class TellSender {
  constructor(
    private readonly users: FindUser,
    private readonly mails: Mails,
    private readonly environment: Environment,
  ) {}

  /** That it was sent back by `actor`, in the transaction that does so. Nobody is written to whose account is disabled. */
  async sentBack(manager: EntityManager, actor: Actor, found: Return, reason: string): Promise<void> {
    const officer = await this.users.run(found.uploadedBy, manager);
    if (officer.disabled) return;
    const finance = await this.users.run(actor.userId, manager);
    await this.mails.add(manager, {
      key: `return-sent-back:${found.id}`,
      kind: 'return-sent-back',
      to: officer.email,
      ...sentBackMail({
        kinds: found.kinds,
        asOf: found.asOf,
        fileName: found.fileName,
        sender: officer.organizationName,
        askedAt: finance.organizationName,
        reason,
        url: publicAddress(this.environment, `/bao-cao/${found.id}`),
      }),
    });
  }
}
