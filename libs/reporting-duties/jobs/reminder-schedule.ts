import { Injectable } from '@nestjs/common';
import { type DueLook, EveryMinute } from '@thongvon/platform';
import { RemindToday } from '../application/remind-today';

/** Looks whether today's reminders are to be written. */
@Injectable()
@EveryMinute('reminders')
export class ReminderSchedule implements DueLook {
  constructor(private readonly reminding: RemindToday) {}

  look(): Promise<void> {
    return this.reminding.run();
  }
}
