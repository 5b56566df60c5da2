import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RULE_TITLES } from '@thongvon/alerts';
import {
  AUDIT_ACTIONS,
  AUDIT_SUBJECTS,
  type AuditEntryView,
  type AuditListQuery,
  type AuditSubjectKind,
  type AuditSubjectView,
  type AuditWordsView,
  type AuditWordView,
  type ListOf,
} from '@thongvon/api-contract';
import { type Actor, visibleOrganizations } from '@thongvon/organizations';
import { JOBS, listPage } from '@thongvon/platform';
import { mentionedIn, type Subject } from '../domain/mentioned';
import { wordsOf } from '../messages/audit-words';
import { entriesOf, type EntryRow, namesOf } from '../persistence/entry-rows';

/** Says what things are called, of whatever context: for lists that an administrator sees. */
@Injectable()
export class NameSubjects {
  constructor(private readonly dataSource: DataSource) {}

  /** A function that knows the names of these, fetched at once. */
  async of(subjects: readonly Subject[]): Promise<(subject: Subject) => AuditSubjectView> {
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
  async list(actor: Actor, { limit, cursor, ...filter }: AuditListQuery): Promise<ListOf<AuditEntryView>> {
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    const { items, ...rest } = await listPage<EntryRow>(
      this.dataSource.manager,
      entriesOf(filter, visibleOrganizations(actor)),
      page,
    );
    const named = items.map((row) => ({ row, subject: subjectOf(row.subject), mentioned: mentionsOf(row) }));
    const viewOf = await this.names.of(named.flatMap(({ subject, mentioned }) => [subject, ...mentioned]));
    const views = named.map(({ row, subject, mentioned }): AuditEntryView => {
      const { vi, en } = wordsOf(row.action);
      return { ...row, label: vi, labelEn: en, subject: viewOf(subject), mentioned: mentioned.map(viewOf) };
    });
    return { ...rest, items: views };
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

/** The words by which the trail can be filtered, in both languages. */
export function auditWords(): AuditWordsView {
  const named = (key: Parameters<typeof wordsOf>[0]): AuditWordView => {
    const { vi, en } = wordsOf(key);
    return { key, label: vi, labelEn: en };
  };
  return { subjects: AUDIT_SUBJECTS.map(named), actions: AUDIT_ACTIONS.map(named) };
}
