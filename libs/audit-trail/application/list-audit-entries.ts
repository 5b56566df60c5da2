import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEntryView, AuditListQuery, AuditSubjectKind, ListOf } from '@thongvon/contracts';
import { listPage } from '@thongvon/platform';
import { entriesOf, type EntryRow } from '../infrastructure/entry-rows';
import { namesOf, type Subject } from '../infrastructure/subject-names';
import { wordsOf } from '../messages/audit-words';

/** The audit trail as an administrator reads it: with the names that people and things have today. */
@Injectable()
export class ListAuditEntries {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. */
  async list({ limit, cursor, ...filter }: AuditListQuery): Promise<ListOf<AuditEntryView>> {
    const { manager } = this.dataSource;
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    const { items, ...rest } = await listPage<EntryRow>(manager, entriesOf(filter), page);
    const nameOf = await namesOf(
      manager,
      items.map(({ subject }) => subjectOf(subject)),
    );
    return { ...rest, items: items.map((row) => toView(row, nameOf)) };
  }
}

function subjectOf(text: string): Subject {
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon) as AuditSubjectKind, id: text.slice(colon + 1) };
}

function toView(
  { id, at, actor, action, subject, details }: EntryRow,
  nameOf: (subject: Subject) => string | null,
): AuditEntryView {
  const { kind, id: subjectId } = subjectOf(subject);
  return {
    id,
    at,
    actor,
    action,
    label: wordsOf(action).vi,
    labelEn: wordsOf(action).en,
    subject: {
      kind,
      id: subjectId,
      label: wordsOf(kind).vi,
      labelEn: wordsOf(kind).en,
      name: nameOf({ kind, id: subjectId }),
    },
    details,
  };
}
