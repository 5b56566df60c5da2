import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { businessDate, formatPlainDate, type PlainDate, plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { type NewMail, Problem, SystemClock, together } from '@thongvon/platform';
import { type FrozenWeekRef, Snapshots } from '@thongvon/snapshots';
import { TasksAsKnown } from '@thongvon/tasks';
import type { Digest } from '../domain/digest';
import { makeDigest } from '../domain/make-digest';
import { withinScope } from '../domain/within-scope';
import { ComposeLetter, type DrawnLetter, type GatheredWeek, GatherWeek } from './compose-letter';
import { type Recipient, Recipients } from './recipients';
import { DigestLinks } from './unsubscribe';

/** Whose letters of a week there are to look at. `revision` above 1: a correction. */
export interface LettersOfWeek {
  readonly week: PlainDate;
  readonly revision: number;
  readonly items: readonly Pick<Recipient, 'userId' | 'name'>[];
}

/** One person's letter of a week, without the link that ends their letters. */
export interface PersonalLetter extends DrawnLetter, Omit<LettersOfWeek, 'items'> {
  readonly userId: string;
  readonly name: string;
}

/** Shows what each recipient's letter of a week says, without sending or keeping anything. */
@Injectable()
export class ViewLetters {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly gathering: GatherWeek,
    private readonly composing: ComposeLetter,
    private readonly recipients: Recipients,
    private readonly links: DigestLinks,
  ) {}

  /** Those whose letter is of nothing that the actor may not see, by name. Throws SNAPSHOT-NOT-FOUND. */
  async list(actor: Actor, week: PlainDate | null): Promise<LettersOfWeek> {
    const [{ week: frozen, revision }, readable] = await together(this.dataSource.manager, (all) =>
      Promise.all([editionOf(this.snapshots, week, all), this.readable(actor, all)]),
    );
    return { week: frozen, revision, items: readable.map(({ userId, name }) => ({ userId, name })) };
  }

  /** The latest revision of the week (date of its cut-off), or of the latest one. Throws SNAPSHOT-NOT-FOUND and DIGEST-LETTER-NOT-FOUND. */
  async view(actor: Actor, userId: string, week: PlainDate | null): Promise<PersonalLetter> {
    const [[edition, gathered], readable] = await together(this.dataSource.manager, (all) =>
      Promise.all([this.gathered(week, all), this.readable(actor, all)]),
    );
    const recipient = readable.find((known) => known.userId === userId);
    if (!recipient) throw problems.letterUnknown();
    const letter = await this.composing.draw(gathered, recipient.scope, this.links.withoutToken());
    const { name } = recipient;
    return { week: edition.week, revision: edition.revision, userId, name, ...letter };
  }

  private async gathered(
    week: PlainDate | null,
    all: EntityManager,
  ): Promise<[edition: FrozenWeekRef, gathered: GatheredWeek]> {
    const edition = await editionOf(this.snapshots, week, all);
    return [edition, await this.gathering.gather(edition, all)];
  }

  private async readable(actor: Actor, all: EntityManager): Promise<Recipient[]> {
    const visible = new Set(actor.scope);
    return (await this.recipients.all(all)).filter(({ scope }) => scope.every((id) => visible.has(id)));
  }
}

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

/** Later than any week. */
const END_OF_TIME = plainDate('2199-12-31');

/** The latest revision of the week (date of its cut-off), or of the latest frozen one. Throws SNAPSHOT-NOT-FOUND. */
export async function editionOf(
  snapshots: Snapshots,
  week: PlainDate | null,
  manager?: EntityManager,
): Promise<FrozenWeekRef> {
  const found =
    week === null
      ? await snapshots.latestBefore(END_OF_TIME, manager)
      : await snapshots.find(week, undefined, manager);
  if (!found) throw week === null ? problems.nothingFrozen() : problems.notFrozen(week);
  return found;
}

/** What the letter of a week says, for the page that leaders open instead of it. */
@Injectable()
export class ViewDigest {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly gathering: GatherWeek,
    private readonly tasks: TasksAsKnown,
    private readonly clock: SystemClock,
  ) {}

  /**
   * The latest revision of the week (date of its cut-off), or of the latest frozen one: of that what is given today isn't asked for any
   * more. Throws SNAPSHOT-NOT-FOUND.
   */
  async view(actor: Actor, week: PlainDate | null): Promise<Digest> {
    const edition = await editionOf(this.snapshots, week);
    const now = this.clock.now();
    const [gathered, open] = await together(this.dataSource.manager, (all) =>
      Promise.all([this.gathering.gather(edition, all), week === null ? this.tasks.open(all, now) : null]),
    );
    const { material: known, targets, whoClears, market } = gathered;
    const material = open ? { ...known, open: { tasks: open, day: businessDate(now) } } : known;
    return makeDigest(withinScope(material, actor.scope, whoClears), targets, market);
  }
}

/** What a caller may have to mend. */
const problems = {
  notFrozen: (week: PlainDate) =>
    new Problem(
      404,
      'SNAPSHOT-NOT-FOUND',
      `Tuần ${formatPlainDate(week)} chưa được chốt; tuần được gọi theo ngày chốt số (thứ Năm), chốt lúc 7 giờ thứ Sáu.`,
      `Week ${formatPlainDate(week)} isn't frozen; a week is called by the date of its cut-off (Thursday) and frozen on Friday at 7:00.`,
    ),
  nothingFrozen: () =>
    new Problem(404, 'SNAPSHOT-NOT-FOUND', 'Chưa có tuần nào được chốt.', 'No week is frozen yet.'),
  letterUnknown: () =>
    new Problem(
      404,
      'DIGEST-LETTER-NOT-FOUND',
      'Người này không nhận thư tuần, hoặc thư có số liệu ngoài phạm vi được xem.',
      'This person gets no weekly letter, or one of organisations that you may not see.',
    ),
} as const;
