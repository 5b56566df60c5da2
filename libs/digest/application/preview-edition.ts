import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@thongvon/kernel';
import type { NewMail } from '@thongvon/platform';
import { Snapshots, type FrozenWeekRef } from '@thongvon/snapshots';
import { ComposeLetter } from './compose-letter';
import { editionOf } from './edition-of';
import { GatherWeek } from './gather-week';
import { Recipients } from './recipients';

/** What each recipient would get of a week, without sending anything. */
@Injectable()
export class PreviewEdition {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly gathering: GatherWeek,
    private readonly composing: ComposeLetter,
    private readonly recipients: Recipients,
  ) {}

  /** The latest revision of the week, or of the latest frozen one. Throws SNAPSHOT-NOT-FOUND. */
  async preview(week: PlainDate | null): Promise<{ edition: FrozenWeekRef; mails: NewMail[] }> {
    const edition = await editionOf(this.snapshots, week);
    const gathered = await this.gathering.gather(edition);
    const mails: NewMail[] = [];
    for (const recipient of await this.recipients.all())
      mails.push(await this.composing.compose(gathered, recipient));
    return { edition, mails };
  }
}
