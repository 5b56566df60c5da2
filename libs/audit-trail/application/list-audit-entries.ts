import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditEntryView, AuditListQuery, AuditSubjectKind, ListOf } from '@thongvon/contracts';
import { listPage } from '@thongvon/platform';
import { entriesOf, type EntryRow } from '../infrastructure/entry-rows';
import type { Subject } from '../infrastructure/subject-names';
import { wordsOf } from '../messages/audit-words';
import { NameSubjects } from './name-subjects';

/** The audit trail as an administrator reads it: with the names that people and things have today. */
@Injectable()
export class ListAuditEntries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly names: NameSubjects,
  ) {}

  /** The newest first. */
  async list({ limit, cursor, ...filter }: AuditListQuery): Promise<ListOf<AuditEntryView>> {
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    const { items, ...rest } = await listPage<EntryRow>(this.dataSource.manager, entriesOf(filter), page);
    const viewOf = await this.names.of(items.map(({ subject }) => subjectOf(subject)));
    const views = items.map(({ action, subject, ...row }): AuditEntryView => {
      const { vi, en } = wordsOf(action);
      return { ...row, action, label: vi, labelEn: en, subject: viewOf(subjectOf(subject)) };
    });
    return { ...rest, items: views };
  }
}

function subjectOf(text: string): Subject {
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon) as AuditSubjectKind, id: text.slice(colon + 1) };
}
