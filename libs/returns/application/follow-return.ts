import { Injectable } from '@nestjs/common';
import { Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Notifications } from '@thongvon/platform';
import { isSettled } from '../domain/return-status';
import { RETURN_CHANNEL, ReturnEvents, type SentEvent } from '../persistence/return-rows';
import { FindReturn } from './return-step';

/** Looks by itself this often, should a notification be lost. */
const LOOK_EVERY = 2_000;

/** Follows a return's history as it is written, by whichever process, until nothing more comes of itself. */
@Injectable()
export class FollowReturn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly returns: FindReturn,
    private readonly events: ReturnEvents,
    private readonly notifications: Notifications,
  ) {}

  /** Events after `lastEventId` (all without it), oldest first; completes once the return is settled. */
  async follow(actor: Actor, id: string, lastEventId = '0'): Promise<Observable<SentEvent>> {
    await this.returns.find(actor, id);
    return new Observable<SentEvent>((subscriber) => {
      let last = lastEventId;
      let looking: Promise<void> | undefined;
      let again = false;
      const look = async (): Promise<void> => {
        for (const event of await this.events.after(this.dataSource.manager, id, last)) {
          last = event.id;
          subscriber.next(event);
        }
        const { status } = await this.returns.find(actor, id);
        const rest = await this.events.after(this.dataSource.manager, id, last);
        if (isSettled(status) && rest.length === 0) subscriber.complete();
        else again ||= rest.length > 0;
      };
      const nudge = (): void => {
        if (looking) {
          again = true;
          return;
        }
        looking = look()
          .catch((error: unknown) => subscriber.error(error))
          .finally(() => {
            looking = undefined;
            if (again && !subscriber.closed) {
              again = false;
              nudge();
            }
          });
      };
      const timer = setInterval(nudge, LOOK_EVERY);
      const listening = this.notifications.listen(RETURN_CHANNEL, (changed) => {
        if (changed === id) nudge();
      });
      nudge();
      return () => {
        clearInterval(timer);
        void listening.then((stop) => stop());
      };
    });
  }
}
