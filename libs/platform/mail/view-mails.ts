import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  ListOf,
  MailAttemptView,
  MailDetailView,
  MailListQuery,
  MailView,
} from '@thongvon/api-contract';
import { Conditions } from '../lists/conditions';
import { listPage } from '../lists/list-page';
import { mailUnknown } from './messages';

const COLUMNS = `id, key, kind, recipient AS "to", subject, state, created_at AS "createdAt", due_at AS "dueAt",
  sent_at AS "sentAt", attempts, unknown_outcomes AS "unknownOutcomes", last_answer AS "lastAnswer",
  message_id AS "messageId"`;

/** Shows mails to administrators, and to nobody else: they name people. */
@Injectable()
export class ViewMails {
  constructor(private readonly dataSource: DataSource) {}

  /** Last written first. `q` searches subjects and recipients. With `addresses` only mails to one of these. */
  list(
    { state, kind, q, limit, cursor }: MailListQuery,
    addresses?: readonly string[],
  ): Promise<ListOf<MailView>> {
    const where = new Conditions().matching('search_key', q);
    if (addresses) where.and((list) => `recipient = ANY(${list}::text[])`, addresses);
    if (state !== undefined) where.and((value) => `state = ${value}`, state);
    if (kind !== undefined) where.and((value) => `kind = ${value}`, kind);
    const sort = [
      { sql: 'created_at', type: 'timestamptz' },
      { sql: 'id', type: 'uuid' },
    ] as const;
    const source = { columns: COLUMNS, from: 'platform.mail', where, sort, descending: true };
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    return listPage<MailView>(this.dataSource.manager, source, page);
  }

  /** Throws NOT-FOUND, with `addresses` also for a mail to none of these. */
  async find(id: string, addresses?: readonly string[]): Promise<MailDetailView> {
    const [mail] = await this.dataSource.query<Omit<MailDetailView, 'history'>[]>(
      `SELECT ${COLUMNS} FROM platform.mail WHERE id = $1`,
      [id],
    );
    if (!mail || addresses?.includes(mail.to) === false) throw mailUnknown();
    const history = await this.dataSource.query<MailAttemptView[]>(
      `SELECT nth, started_at AS "startedAt", ended_at AS "endedAt", outcome, answer
       FROM platform.mail_attempt WHERE mail_id = $1 ORDER BY nth`,
      [id],
    );
    return { ...mail, history };
  }
}
