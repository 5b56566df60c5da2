import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DutyKind, ReminderGivenView } from '@thongvon/api-contract';
import { addDays, type PlainDate } from '@thongvon/kernel';
import { rungNumber, rungOf, span } from '../domain/ladder';
import { returnSubject } from '../domain/debts';
import { lastReminders } from '../persistence/reminder-rows';

/** A return that an office owes for a week, named by its cut-off. */
interface Owed {
  readonly organizationId: string;
  readonly kind: DutyKind;
  readonly week: PlainDate;
}

/** What people have been reminded of. */
@Injectable()
export class RemindersGiven {
  constructor(private readonly dataSource: DataSource) {}

  /** The last reminder of each of these returns, in their order; null where nobody has been reminded of it. */
  async lastOf(owed: readonly Owed[]): Promise<(ReminderGivenView | null)[]> {
    const weeks = [...new Set(owed.map(({ week }) => week))].toSorted();
    const [first] = weeks;
    if (first === undefined) return [];
    const rows = await lastReminders(this.dataSource.manager, {
      subjects: owed.map(({ organizationId, kind }) => returnSubject(organizationId, kind)),
      dues: weeks,
      since: addDays(first, span('return').first),
    });
    const bySubject = new Map(rows.map((row) => [`${row.subject} ${row.due}`, row]));
    return owed.map(({ organizationId, kind, week }) => {
      const row = bySubject.get(`${returnSubject(organizationId, kind)} ${week}`);
      if (!row) return null;
      const { on, days, sent } = row;
      return { on, rung: rungNumber('return', days), to: rungOf('return', days)?.to ?? null, sent };
    });
  }
}
