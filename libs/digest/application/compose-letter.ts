import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { isDemo, type NewMail } from '@thongvon/platform';
import type { Digest } from '../domain/digest';
import { makeDigest } from '../domain/make-digest';
import { withinScope } from '../domain/within-scope';
import { writeLetter, type LetterLinks } from '../domain/write-letter';
import { toHtml } from '../persistence/letter/to-html';
import { toText } from '../persistence/letter/to-text';
import { digestWorkbook } from '../persistence/workbook/digest-workbook';
import { DigestLinks } from './unsubscribe';
import type { GatheredWeek } from './gather-week';
import type { Recipient } from './recipients';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is the same for all who get a letter of the same organisations. */
interface Shared {
  readonly digest: Digest;
  /** Written once somebody needs it. */
  readonly workbook: () => Promise<Buffer>;
}

/** A letter as it is read, whoever gets it. */
export interface DrawnLetter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Writes one person's letter of a week. */
@Injectable()
export class ComposeLetter {
  /** Of weeks being written: most leaders of a district get the same. */
  private readonly shared = new WeakMap<GatheredWeek, Map<string, Shared>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly links: DigestLinks,
  ) {}

  /** Ready to be sent, with everything attached. */
  async compose(gathered: GatheredWeek, { userId, email, scope }: Recipient): Promise<NewMail> {
    const { digest, workbook } = this.sharedOf(gathered, scope);
    const { week, revision } = digest;
    const links = await this.links.of(userId);
    const edition = revision > 1 ? `-ban-${revision}` : '';
    return {
      key: `weekly-digest:${week}:${revision}:${userId}`,
      kind: 'weekly-digest',
      to: email,
      ...(await this.draw(gathered, scope, links)),
      attachments: [
        {
          fileName: `giai-ngan-tuan-${week}${edition}.xlsx`,
          contentType: XLSX,
          content: await workbook(),
        },
      ],
      // RFC 8058: mail programs end it with one click, without opening a page.
      headers: {
        'List-Unsubscribe': `<${links.unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    };
  }

  /** What those who get a letter of these organisations read, with these links. */
  async draw(gathered: GatheredWeek, scope: readonly string[], links: LetterLinks): Promise<DrawnLetter> {
    const { digest } = this.sharedOf(gathered, scope);
    const letter = writeLetter(digest, links, await isDemo(this.dataSource.manager));
    return { subject: letter.subject, html: await toHtml(letter), text: toText(letter) };
  }

  private sharedOf(gathered: GatheredWeek, scope: readonly string[]): Shared {
    const made = this.shared.get(gathered) ?? new Map<string, Shared>();
    this.shared.set(gathered, made);
    const key = scope.join();
    const shared = made.get(key) ?? make(gathered, scope);
    made.set(key, shared);
    return shared;
  }
}

function make({ material, targets, whoClears }: GatheredWeek, scope: readonly string[]): Shared {
  const own = withinScope(material, scope, whoClears);
  const digest = makeDigest(own, targets);
  let written: Promise<Buffer> | undefined;
  const workbook = (): Promise<Buffer> =>
    (written ??= digestWorkbook(digest, own).then((bytes) => Buffer.from(bytes)));
  return { digest, workbook };
}
