import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEntryView } from '@thongvon/api-contract';
import { businessDate, formatPlainDate, plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import { writeForm } from '@thongvon/workbook-io';
import { auditSheet } from '../domain/audit-sheet';
import type { AuditFilter } from '../persistence/entry-rows';
import { WORKBOOK_TEXTS } from '../messages/audit-words';
import { ListAuditEntries } from './list-audit-entries';

/** More rows than these are asked for by period: a workbook is made in memory. */
const MOST = 20_000;
const PAGE = 5000;

/** The audit trail as a workbook, for whoever has to examine it; that it left the system is an entry of its own. */
@Injectable()
export class ExportAuditTrail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly entries: ListAuditEntries,
    private readonly audit: Audit,
    private readonly clock: SystemClock,
  ) {}

  /** Throws AUDIT-TRAIL-TOO-LONG. */
  async export(actor: Actor, filter: AuditFilter): Promise<{ fileName: string; bytes: Uint8Array }> {
    const found = await this.all(actor, filter);
    const { from, to } = filter;
    const sheet = auditSheet(found, WORKBOOK_TEXTS.period(inWords(from), inWords(to)));
    const now = this.clock.realNow();
    const bytes = await writeForm({ sheets: [sheet], createdAt: now });
    await this.audit.record(
      this.dataSource.manager,
      actor.userId,
      'audit-trail.export',
      'audit-trail:entries',
      { ...filter, entries: found.length },
    );
    return { fileName: WORKBOOK_TEXTS.fileName(businessDate(now)), bytes };
  }

  private async all(actor: Actor, filter: AuditFilter): Promise<AuditEntryView[]> {
    const rows: AuditEntryView[] = [];
    let cursor: string | null = null;
    do {
      const page = await this.entries.list(actor, {
        ...filter,
        limit: PAGE,
        ...(cursor === null ? {} : { cursor }),
      });
      if (page.total > MOST) throw tooLong(page.total);
      rows.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    return rows;
  }
}

function inWords(day: string | undefined): string | undefined {
  return day === undefined ? undefined : formatPlainDate(plainDate(day));
}

function tooLong(total: number): Problem {
  return new Problem(
    422,
    'AUDIT-TRAIL-TOO-LONG',
    `Có ${total} việc; mỗi tệp chứa nhiều nhất ${MOST}. Hãy chọn khoảng thời gian ngắn hơn rồi xuất từng phần.`,
    `There are ${total} entries; a file holds at most ${MOST}. Choose a shorter time and export part by part.`,
    { total, most: MOST },
  );
}
