import path from 'node:path';
import type { Provider } from '@nestjs/common';
import type { Environment } from '../config/environment';
import { DeliverMail } from './deliver-mail';
import { MailJobs } from './mail-jobs';
import { MailSettings } from './mail-settings';
import { Mails } from './mails';
import { RetryMail } from './retry-mail';
import { FolderTransport } from './transport/folder-transport';
import { MAIL_TRANSPORT } from './transport/mail-transport';
import { SmtpTransport } from './transport/smtp-transport';
import { ViewMails } from './view-mails';

/** What the platform's module needs for mails: to SMTP_URL, or without it to DATA_DIR/outbox. */
export function mailProviders({ SMTP_URL, DATA_DIR }: Environment): Provider[] {
  const useValue =
    SMTP_URL === undefined ? new FolderTransport(path.join(DATA_DIR, 'outbox')) : new SmtpTransport(SMTP_URL);
  return [
    { provide: MAIL_TRANSPORT, useValue },
    DeliverMail,
    MailJobs,
    Mails,
    MailSettings,
    RetryMail,
    ViewMails,
  ];
}
