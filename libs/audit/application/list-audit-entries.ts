import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  AUDIT_SUBJECTS,
  type AuditEntryView,
  type AuditListQuery,
  type AuditSubjectKind,
  type ListOf,
} from '@thongvon/api-contract';
import { visibleOrganizations, type Actor } from '@thongvon/organizations';
import { JOBS, listPage } from '@thongvon/platform';
import { mentionedIn, type Subject } from '../domain/mentioned';
import { entriesOf, type EntryRow } from '../persistence/entry-rows';
import { wordsOf } from '../messages/audit-words';
import { NameSubjects } from './name-subjects';

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
