import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditSubjectView } from '@thongvon/contracts';
import { namesOf, type Subject } from '../infrastructure/subject-names';
import { wordsOf } from '../messages/audit-words';

/** Says what things are called, of whatever context: for lists that an administrator sees. */
@Injectable()
export class NameSubjects {
  constructor(private readonly dataSource: DataSource) {}

  /** A function that knows the names of these, fetched at once. */
  async of(subjects: readonly Subject[]): Promise<(subject: Subject) => AuditSubjectView> {
    const nameOf = await namesOf(this.dataSource.manager, subjects);
    return ({ kind, id }) => {
      const { vi, en } = wordsOf(kind);
      return { kind, id, label: vi, labelEn: en, name: nameOf({ kind, id }) };
    };
  }
}
