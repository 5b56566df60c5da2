import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../queue/job-handlers';
import { DeliverMail } from './deliver-mail';

/** Mails are never given up by their job: the mail itself says when it is tried next. */
@Injectable()
export class MailJobs implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly delivering: DeliverMail,
  ) {}

  onModuleInit(): void {
    this.handlers.register('deliver-mail', {
      run: (mailId) => this.delivering.deliver(mailId),
      endEarly: () => this.delivering.endEarly(),
    });
  }
}
