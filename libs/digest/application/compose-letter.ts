import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NewMail } from '@thongvon/platform';
import type { Digest } from '../domain/digest';
import { makeDigest } from '../domain/make-digest';
import { withinScope } from '../domain/within-scope';
import { writeLetter } from '../domain/write-letter';
import { isDemo } from '../infrastructure/is-demo';
import { toHtml } from '../infrastructure/letter/to-html';
import { toText } from '../infrastructure/letter/to-text';
import { digestWorkbook } from '../infrastructure/workbook/digest-workbook';
import { DigestLinks } from './digest-links';
import type { GatheredWeek } from './gather-week';
import type { Recipient } from './recipients';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is the same for all who get a letter of the same organisations. */
interface Shared {
  readonly digest: Digest;
  readonly workbook: Buffer;
}

/** Writes one person's letter of a week, ready to be sent. */
@Injectable()
export class ComposeLetter {
  /** Of weeks being written: most leaders of a district get the same. */
  private readonly shared = new WeakMap<GatheredWeek, Map<string, Promise<Shared>>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly links: DigestLinks,
  ) {}

  async compose(gathered: GatheredWeek, { userId, email, scope }: Recipient): Promise<NewMail> {
    const { digest, workbook } = await this.sharedOf(gathered, scope);
    const { week, revision } = digest;
    const links = await this.links.of(userId);
    const letter = writeLetter(digest, links, await isDemo(this.dataSource.manager));
    const edition = revision > 1 ? `-ban-${revision}` : '';
    return {
      key: `weekly-digest:${week}:${revision}:${userId}`,
      kind: 'weekly-digest',
      to: email,
      subject: letter.subject,
      html: await toHtml(letter),
      text: toText(letter),
      attachments: [
        {
          fileName: `giai-ngan-tuan-${week}${edition}.xlsx`,
          contentType: XLSX,
          content: workbook,
        },
      ],
      // RFC 8058: mail programs end it with one click, without opening a page.
      headers: {
        'List-Unsubscribe': `<${links.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    };
  }

  private sharedOf(gathered: GatheredWeek, scope: readonly string[]): Promise<Shared> {
    const made = this.shared.get(gathered) ?? new Map<string, Promise<Shared>>();
    this.shared.set(gathered, made);
    const key = scope.join();
    const shared = made.get(key) ?? make(gathered, scope);
    made.set(key, shared);
    return shared;
  }
}

async function make(
  { material, targets, whoClears }: GatheredWeek,
  scope: readonly string[],
): Promise<Shared> {
  const own = withinScope(material, scope, whoClears);
  const digest = makeDigest(own, targets);
  return { digest, workbook: Buffer.from(await digestWorkbook(digest, own)) };
}
