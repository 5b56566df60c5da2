import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DueWork } from '@thongvon/platform';
import { RemindToday } from '../application/remind-today';

/** Lets workers look whether today's reminders are to be written. */
@Injectable()
export class ReminderSchedule implements OnModuleInit {
  constructor(
    private readonly due: DueWork,
    private readonly reminding: RemindToday,
  ) {}

  onModuleInit(): void {
    this.due.register('reminders', () => this.reminding.run());
  }
}
