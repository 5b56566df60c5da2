import { Injectable } from '@nestjs/common';
import type { DigestLetterView, DigestLettersView } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Snapshots } from '@thongvon/snapshots';
import { ComposeLetter } from './compose-letter';
import { DigestLinks } from './digest-links';
import { editionOf } from './edition-of';
import { GatherWeek } from './gather-week';
import { problems } from './problems';
import { Recipients, type Recipient } from './recipients';

/** Shows what each recipient's letter of a week says, without sending or keeping anything. */
@Injectable()
export class ViewLetters {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly gathering: GatherWeek,
    private readonly composing: ComposeLetter,
    private readonly recipients: Recipients,
    private readonly links: DigestLinks,
  ) {}

  /** Those whose letter is of nothing that the actor may not see, by name. Throws SNAPSHOT-NOT-FOUND. */
  async list(actor: Actor, week: PlainDate | null): Promise<DigestLettersView> {
    const edition = await editionOf(this.snapshots, week);
    const items = (await this.readable(actor)).map(({ userId, name }) => ({ userId, name }));
    return { week: edition.week, revision: edition.revision, items };
  }

  /** The latest revision of the week (date of its cut-off), or of the latest one. Throws SNAPSHOT-NOT-FOUND and DIGEST-LETTER-NOT-FOUND. */
  async view(actor: Actor, userId: string, week: PlainDate | null): Promise<DigestLetterView> {
    const edition = await editionOf(this.snapshots, week);
    const recipient = (await this.readable(actor)).find((known) => known.userId === userId);
    if (!recipient) throw problems.letterUnknown();
    const gathered = await this.gathering.gather(edition);
    const letter = await this.composing.draw(gathered, recipient.scope, this.links.withoutToken());
    const { name } = recipient;
    return { week: edition.week, revision: edition.revision, userId, name, ...letter };
  }

  private async readable(actor: Actor): Promise<Recipient[]> {
    const visible = new Set(actor.scope);
    return (await this.recipients.all()).filter(({ scope }) => scope.every((id) => visible.has(id)));
  }
}
