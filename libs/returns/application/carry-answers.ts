import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays, businessDate, groupBy, instantAt, weekOfReceipt } from '@thongvon/kernel';
import { Outbox } from '@thongvon/platform';
import type { Finding, Reading } from '@thongvon/return-reader';
import { carriedAnswers } from '../domain/carried-answers';
import { earlierFiles } from '../persistence/earlier-files';
import type { Return } from '../persistence/entities/return';
import { ReturnEvents } from '../persistence/return-rows';
import { ChangeStatus } from './return-step';

/** Takes over what was answered to earlier files of the week, so that nobody answers twice (ADR 0211). */
@Injectable()
export class CarryAnswers {
  constructor(
    private readonly states: ChangeStatus,
    private readonly events: ReturnEvents,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Of a return that was just read and raises questions: has it read again with the answers that fit. Not once its sender has
   * taken an answer back: then what is asked is theirs to say.
   */
  async run(
    manager: EntityManager,
    found: Return,
    reading: Reading,
    findings: readonly Finding[],
  ): Promise<void> {
    // A decision on the plan is of no week, and whether it adds or replaces is asked each time.
    if (reading.kinds.includes('plan')) return;
    if (await this.events.last(manager, found.id, 'take-back')) return;
    const day = reading.asOf ?? businessDate(found.receivedAt);
    const to = weekOfReceipt(instantAt(day, '00:00'));
    const earlier = await earlierFiles(manager, found, reading.kinds, { from: addDays(to, -6), to });
    const carried = carriedAnswers(findings, earlier, found.answers, reading);
    if (carried.length === 0) return;
    const by = [...groupBy(carried, ({ given }) => given?.by)];
    // Whose answers they are had a hand in this return as well (four eyes).
    for (const [actorId, own] of by.slice(1)) {
      await this.events.append(manager, found.id, {
        type: 'carry-answers',
        status: found.status,
        ...(actorId === undefined ? {} : { actorId }),
        data: { answers: own.length },
      });
    }
    const [actorId, own = []] = by[0] ?? [];
    await this.states.apply(manager, found, 'carry-answers', {
      ...(actorId === undefined ? {} : { actorId }),
      data: { answers: own.length },
      changes: { answers: [...found.answers, ...carried], version: found.version + 1 },
    });
    await this.outbox.ask(manager, 'read-return', found.id);
  }
}
