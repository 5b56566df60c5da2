import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RULE_TITLES } from '@thongvon/alerts';
import type { AuditSubjectView } from '@thongvon/api-contract';
import type { Subject } from '../domain/mentioned';
import { namesOf } from '../persistence/subject-names';
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
