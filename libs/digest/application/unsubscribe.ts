import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { FindUser } from '@thongvon/organizations';
import {
  Audit,
  Environment,
  Mails,
  type MailWords,
  Problem,
  publicAddress,
  renderPlainMail,
  SystemClock,
} from '@thongvon/platform';
import type { LetterLinks } from '../domain/write-letter';
import {
  administratorAddresses,
  lockRecipient,
  recipientRows,
  signingKey,
  writeSetting,
} from '../persistence/recipient-rows';
import { receives } from './recipients';

/** Where the letter's links lead, and whose letter a link ends. */
@Injectable()
export class DigestLinks {
  private key: Promise<Buffer> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
  ) {}

  async of(userId: string): Promise<LetterLinks> {
    const token = unsubscribeToken(await this.signingKey(), userId);
    const { address } = this.withoutToken();
    return { address, unsubscribe: address(`/api/digest/unsubscription?token=${token}`) };
  }

  /** For others than the one who gets the letter: the token in its link would let them end it. */
  withoutToken(): LetterLinks {
    const address = (path: string): string => publicAddress(this.environment, path);
    return { address, unsubscribe: address('/') };
  }

  /** Undefined when it isn't a token of ours. */
  async userOf(token: string): Promise<string | undefined> {
    return userOfToken(await this.signingKey(), token);
  }

  /** It never changes; a failed look is not kept. */
  private signingKey(): Promise<Buffer> {
    this.key ??= signingKey(this.dataSource.manager).catch((error: unknown) => {
      this.key = undefined;
      throw error;
    });
    return this.key;
  }
}

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
      await lockRecipient(manager, userId);
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
    const mail = await unsubscribedMail({ name, organizationName, address });
    for (const { id, email } of await administratorAddresses(manager))
      await this.mails.add(manager, {
        ...mail,
        key: `digest-unsubscribed:${ended}:${id}`,
        kind: 'digest-unsubscribed',
        to: email,
      });
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A token that ends one person's weekly letter, and does nothing else. It never expires: letters are kept for years. */
function unsubscribeToken(key: Buffer, userId: string): string {
  return `${userId}.${signature(key, userId)}`;
}

/** Whose letter the token ends; undefined when we didn't sign it. */
function userOfToken(key: Buffer, token: string): string | undefined {
  const [userId = '', given = ''] = token.split('.');
  if (!UUID.test(userId)) return undefined;
  const [ours, theirs] = [Buffer.from(signature(key, userId)), Buffer.from(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? userId : undefined;
}

const signature = (key: Buffer, userId: string): string =>
  createHmac('sha256', key).update(`unsubscribe:weekly-digest:${userId}`).digest('base64url');

interface Unsubscribed {
  readonly name: string;
  readonly organizationName: string;
  readonly address: (path: string) => string;
}

/** Tells an administrator that someone no longer gets the weekly letter. */
async function unsubscribedMail({ name, organizationName, address }: Unsubscribed): Promise<MailWords> {
  return {
    subject: `Thôi nhận thư tuần: ${name} (${organizationName})`,
    ...(await renderPlainMail({
      heading: `${name} đã thôi nhận thư giải ngân hằng tuần`,
      blocks: [
        { facts: [['Cơ quan', organizationName]] },
        {
          paragraph:
            'Người nhận đã bấm “Thôi nhận thư này” trong thư. Nếu đó là nhầm lẫn, hãy bật lại cho họ ở danh sách người nhận thư tuần.',
        },
      ],
      action: { label: 'Mở trang quản trị', url: address('/quan-tri') },
      footer: 'Thư tự động của Thông Vốn, gửi cho quản trị viên. Xin không trả lời thư này.',
    })),
  };
}

/** What a caller may have to mend. */
const problems = {
  linkInvalid: () =>
    new Problem(
      404,
      'DIGEST-LINK-INVALID',
      'Liên kết không đúng. Hãy dùng liên kết trong thư, hoặc báo quản trị viên.',
      'The link is not right. Use the one in the letter, or tell the administrator.',
    ),
} as const;
