import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RULE_TITLES } from '@thongvon/alerts';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS, type AuditSubjectKind } from '@thongvon/api-contract';
import { businessDate, formatPlainDate, plainDate } from '@thongvon/kernel';
import { type Actor, visibleOrganizations } from '@thongvon/organizations';
import {
  Audit,
  JOBS,
  listPage,
  type ListPage,
  Problem,
  SystemClock,
  type WantedPage,
} from '@thongvon/platform';
import { writeForm } from '@thongvon/workbook-io';
import {
  type AuditFilter,
  auditSheet,
  mentionedIn,
  type NamedEntry,
  type NamedSubject,
  type Subject,
} from '../domain/audit-entry';
import { detailsInWords } from '../domain/details-in-words';
import { wordsOf, WORKBOOK_TEXTS } from '../messages/audit-words';
import { entriesOf, type EntryRow, namesOf } from '../persistence/entry-rows';

/** Says what things are called, of whatever context: for lists that an administrator sees. */
@Injectable()
export class NameSubjects {
  constructor(private readonly dataSource: DataSource) {}

  /** A function that knows the names of these, fetched at once. */
  async of(subjects: readonly Subject[]): Promise<(subject: Subject) => NamedSubject> {
    const nameOf = await namesOf(this.dataSource.manager, subjects);
    return ({ kind, id }) => {
      const { vi, en } = wordsOf(kind);
      const { name = nameInWords({ kind, id }), projectId = null } = nameOf({ kind, id }) ?? {};
      return { kind, id, label: vi, labelEn: en, name, projectId };
    };
  }
}

/** What lies in no table: rules are named by the program, and a year is its own name. */
function nameInWords({ kind, id }: Subject): string | null {
  if (kind === 'alert-rule') return new Map<string, string>(Object.entries(RULE_TITLES)).get(id) ?? null;
  return kind === 'holiday-year' && /^\d{4}$/.test(id) ? id : null;
}

/** The audit trail as an administrator reads it: with the names that people and things have today. */
@Injectable()
export class ListAuditEntries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameSubjects,
  ) {}

  /** What people of the organisations that the actor sees did, the newest first. */
  async list(
    actor: Actor,
    { limit, cursor, ...filter }: AuditFilter & WantedPage,
  ): Promise<ListPage<NamedEntry>> {
    const { items, ...rest } = await listPage<EntryRow>(
      this.dataSource.manager,
      entriesOf(filter, visibleOrganizations(actor)),
      { limit, cursor },
    );
    const found = items.map((row) => ({ row, subject: subjectOf(row.subject), mentioned: mentionsOf(row) }));
    const inWords = await this.names.of(found.flatMap(({ subject, mentioned }) => [subject, ...mentioned]));
    const entries = found.map(({ row, ...ids }): NamedEntry => {
      const { vi, en } = wordsOf(row.action);
      const mentioned = ids.mentioned.map(inWords);
      const facts = detailsInWords({ details: row.details, mentioned });
      return { ...row, label: vi, labelEn: en, subject: inWords(ids.subject), mentioned, facts };
    });
    return { ...rest, items: entries };
  }
}

function subjectOf(text: string): Subject {
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon) as AuditSubjectKind, id: text.slice(colon + 1) };
}

/** A job says of what kind its thing is by its name, an export of the trail next to the id that it was filtered by. */
function mentionsOf({ details }: EntryRow): Subject[] {
  const kinds: Readonly<Record<string, unknown>> = {
    of: Object.entries(JOBS).find(([job]) => job === details['job'])?.[1].subject,
    subjectId: details['subjectKind'],
  };
  return mentionedIn(details, (name) => AUDIT_SUBJECTS.find((kind) => kind === kinds[name]));
}

/** A word by which the trail can be filtered, with what it is called. */
interface AuditWord {
  readonly key: string;
  readonly label: string;
  readonly labelEn: string;
}

/** The words by which the trail can be filtered, in both languages. */
export function auditWords(): { readonly subjects: AuditWord[]; readonly actions: AuditWord[] } {
  const named = (key: Parameters<typeof wordsOf>[0]): AuditWord => {
    const { vi, en } = wordsOf(key);
    return { key, label: vi, labelEn: en };
  };
  return { subjects: AUDIT_SUBJECTS.map(named), actions: AUDIT_ACTIONS.map(named) };
}

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

  private async all(actor: Actor, filter: AuditFilter): Promise<NamedEntry[]> {
    const rows: NamedEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.entries.list(actor, { ...filter, limit: PAGE, cursor });
      if (page.total > MOST) throw tooLong(page.total);
      rows.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
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
