import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FindUser, type Actor } from '@thongvon/organizations';
import { Environment, Mails, type MailWords, publicAddress } from '@thongvon/platform';
import type { Return } from '../persistence/entities/return';
import { askedAgainMail, type MailedReturn, sentBackMail } from '../messages/return-mails';

/** The words of a mail about a return. */
type Write = (facts: MailedReturn) => Promise<MailWords>;

/**
 * Writes to the officer who uploaded a return, in the transaction that gives cause to. Nobody is written to whose
 * account is disabled.
 */
@Injectable()
export class TellSender {
  constructor(
    private readonly users: FindUser,
    private readonly mails: Mails,
    private readonly environment: Environment,
  ) {}

  /** That it was sent back by `actor`. */
  async sentBack(manager: EntityManager, actor: Actor, found: Return, reason: string): Promise<void> {
    const { organizationName: askedAt } = await this.users.run(actor.userId, manager);
    const write: Write = (facts) => sentBackMail({ ...facts, askedAt, reason });
    await this.tell(manager, found, 'return-sent-back', found.id, write);
  }

  /** That it raises questions since it was handed in. */
  async askedAgain(manager: EntityManager, found: Return): Promise<void> {
    await this.tell(manager, found, 'return-asked-again', `${found.id}:${found.version}`, askedAgainMail);
  }

  private async tell(
    manager: EntityManager,
    found: Return,
    kind: string,
    occasion: string,
    write: Write,
  ): Promise<void> {
    const officer = await this.users.run(found.uploadedBy, manager);
    if (officer.disabled) return;
    const words = await write({
      kinds: found.kinds,
      asOf: found.asOf,
      fileName: found.fileName,
      sender: officer.organizationName,
      url: publicAddress(this.environment, `/bao-cao/${found.id}`),
    });
    await this.mails.add(manager, { key: `${kind}:${occasion}`, kind, to: officer.email, ...words });
  }
}
