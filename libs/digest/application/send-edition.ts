import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, freezeInstant } from '@thongvon/kernel';
import { Mails, Outbox, SystemClock } from '@thongvon/platform';
import { Snapshots, type FrozenWeekRef } from '@thongvon/snapshots';
import { writeEdition, writtenTo } from '../persistence/recipient-rows';
import { ComposeLetter, type GatheredWeek, GatherWeek } from './compose-letter';
import { Recipients, type Recipient } from './recipients';

const JOB = 'send-digest';
/**
 * The job's own attempts are over in seconds and help against what passes. An address that has to be mended takes a
 * person; gathering a week every two minutes until then helps nobody. Milliseconds.
 */
const AGAIN_AFTER = 30 * 60_000;

/**
 * Writes the letters of a frozen week, each in a transaction of its own with its edition: one for each week, revision and
 * recipient, however often and by how many workers this runs. Delivering them is the platform's affair.
 */
@Injectable()
export class SendEdition {
  private readonly logger = new Logger(SendEdition.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly recipients: Recipients,
    private readonly gathering: GatherWeek,
    private readonly composing: ComposeLetter,
    private readonly mails: Mails,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
  ) {}

  /** Safe to run twice. Throws when a letter couldn't be written, after having written all others. */
  async run(snapshotId: string): Promise<void> {
    const ref = await this.snapshots.byId(snapshotId);
    if (!ref) throw new Error(`no frozen week ${snapshotId}`);
    const missing = await this.missing(ref);
    const failures = missing.length === 0 ? [] : await this.write(ref, missing);
    await this.dataSource.transaction((manager) =>
      failures.length === 0
        ? this.outbox.done(manager, JOB, snapshotId)
        : this.outbox.postpone(manager, JOB, snapshotId, this.later()),
    );
    if (failures.length > 0) throw new AggregateError(failures, `letters of week ${ref.week}`);
  }

  private later(): Date {
    return new Date(this.clock.realNow().getTime() + AGAIN_AFTER);
  }

  /** Who is to get this edition and hasn't. */
  private async missing(ref: FrozenWeekRef): Promise<Recipient[]> {
    const latest = await this.snapshots.find(ref.week);
    // A correction that came first says all that this one would, and rightly.
    if (latest?.id !== ref.id) return [];
    const written = await writtenTo(this.dataSource.manager, ref);
    const done = new Set(written.flatMap((row) => (row.revision === ref.revision ? [row.recipientId] : [])));
    const earlier = new Set(written.map(({ recipientId }) => recipientId));
    const isPast = this.clock.now() >= freezeInstant(addDays(ref.week, 7));
    // Of missed weeks only the latest is mailed (contract, section 2); a past one is corrected to those who had it.
    return (await this.recipients.all()).filter(
      ({ userId }) => !done.has(userId) && (!isPast || earlier.has(userId)),
    );
  }

  private async write(ref: FrozenWeekRef, recipients: readonly Recipient[]): Promise<Error[]> {
    const gathered = await this.gathering.gather(ref);
    const failures: Error[] = [];
    for (const recipient of recipients) {
      await this.writeOne(ref, gathered, recipient).catch((error: unknown) => {
        this.logger.error(`letter of week ${ref.week} to user ${recipient.userId}: ${String(error)}`);
        failures.push(error instanceof Error ? error : new Error(String(error)));
      });
    }
    return failures;
  }

  private async writeOne(ref: FrozenWeekRef, gathered: GatheredWeek, recipient: Recipient): Promise<void> {
    const mail = await this.composing.compose(gathered, recipient);
    const { id: snapshotId, week, revision } = ref;
    const recipientId = recipient.userId;
    await this.dataSource.transaction(async (manager) => {
      const { id: mailId } = await this.mails.add(manager, mail);
      const at = this.clock.realNow();
      await writeEdition(manager, { week, revision, recipientId, snapshotId, mailId, at });
    });
  }
}
