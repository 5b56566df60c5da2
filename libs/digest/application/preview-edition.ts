import { Injectable } from '@nestjs/common';
import { plainDate, type PlainDate } from '@thongvon/kernel';
import type { NewMail } from '@thongvon/platform';
import { Snapshots, type FrozenWeekRef } from '@thongvon/snapshots';
import { ComposeLetter } from './compose-letter';
import { GatherWeek } from './gather-week';
import { problems } from './problems';
import { Recipients } from './recipients';

/** Later than any week. */
const END_OF_TIME = plainDate('2199-12-31');

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
    const edition = await this.editionOf(week);
    const gathered = await this.gathering.gather(edition);
    const mails: NewMail[] = [];
    for (const recipient of await this.recipients.all())
      mails.push(await this.composing.compose(gathered, recipient));
    return { edition, mails };
  }

  private async editionOf(week: PlainDate | null): Promise<FrozenWeekRef> {
    const found =
      week === null ? await this.snapshots.latestBefore(END_OF_TIME) : await this.snapshots.find(week);
    if (!found) throw week === null ? problems.nothingFrozen() : problems.notFrozen(week);
    return found;
  }
}
