import { Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_ID } from '@thongvon/platform';
import type { DutyKind } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { DueItem } from '../../domain/who-is-reminded';

@Entity({
  schema: 'reporting_duties',
  name: 'reporting_duty',
  comment:
    'Kinds of return that an organisation owes every week from a day on; the last entry of a day counts; append-only; business clock',
})
@Index('reporting_duty_organization', ['organizationId', 'effectiveFrom', 'id'])
export class ReportingDuty {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Organization')
  @Column('uuid')
  organizationId: string;

  @Column('date')
  effectiveFrom: PlainDate;

  @Column({ type: 'text', array: true })
  kinds: DutyKind[];

  @Column('timestamptz')
  recordedAt: Date;
}

@Entity({
  schema: 'reporting_duties',
  name: 'reminder_day',
  comment: 'Days (business clock) whose reminders were written, each once; append-only',
})
export class ReminderDay {
  @PrimaryColumn('date')
  onDate: PlainDate;

  @Column({ type: 'timestamptz', comment: 'Real clock' })
  writtenAt: Date;
}

/** What a person was reminded of. */
export interface ReminderItem {
  readonly debt: DueItem['debt'];
  /** Id of the blocker or task, or of the organisation and the kind of return. */
  readonly subject: string;
  readonly due: PlainDate;
  /** After it fell due; negative: before. */
  readonly days: number;
}

@Entity({
  schema: 'reporting_duties',
  name: 'reminder',
  comment: 'Reminders, at most one a day to a person, whatever they owe; append-only',
})
export class Reminder {
  @ForeignKey('UserAccount')
  @PrimaryColumn('uuid')
  userId: string;

  @ForeignKey('ReminderDay')
  @PrimaryColumn('date')
  onDate: PlainDate;

  @ForeignKey('Mail')
  @Column('uuid')
  mailId: string;

  @Column({ type: 'jsonb', comment: 'What it was about: kind, id and days, no names' })
  items: ReminderItem[];
}
