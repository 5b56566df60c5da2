import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import type { ConclusionKind, TaskEventType, TaskState } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Proof } from '@thongvon/land-clearance';
import { ROW_ID } from '@thongvon/platform';

@Entity({
  schema: 'tasks',
  name: 'conclusion',
  comment: 'Where tasks come from: a notice of conclusion, a directive, or a decision on a page; append-only',
})
@Unique('conclusion_once', ['enteredBy', 'clientKey'])
@Index('conclusion_giver', ['giverId', 'recordedAt'])
@Check('conclusion_kind_check', "kind IN ('conclusion', 'directive', 'page')")
export class Conclusion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: ConclusionKind;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Column({
    type: 'date',
    comment: "The day of the decision; the document's own date stands with its number",
  })
  dated: PlainDate;

  @ForeignKey('Organization')
  @Column('uuid')
  giverId: string;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', comment: 'Who decided' })
  concludedBy: string;

  @ForeignKey('UserAccount')
  @Column({
    type: 'uuid',
    comment: 'Who entered it: the same person, or one of the office who did it for them',
  })
  enteredBy: string;

  @Column({
    type: 'text',
    comment: 'Chosen by the caller: the same request sent again finds this row',
  })
  clientKey: string;

  @Column({ type: 'text', comment: 'SHA-256 of what was asked for under that key' })
  requestHash: string;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  recordedAt: Date;
}

@Entity({
  schema: 'tasks',
  name: 'conclusion_number',
  comment:
    'Numbers of conclusions, which may come later; the last one stands; one document is entered once; append-only',
})
@Unique('conclusion_number_once', ['giverId', 'numberKey', 'dated'])
@Index('conclusion_number_of', ['conclusionId', 'id'])
export class ConclusionNumber {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Conclusion')
  @Column('uuid')
  conclusionId: string;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', comment: 'The office of the conclusion' })
  giverId: string;

  @Column('text')
  number: string;

  /** Kernel `matchKey` of the number. */
  @Column('text')
  numberKey: string;

  @Column('date')
  dated: PlainDate;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  recordedAt: Date;
}

@Entity({
  schema: 'tasks',
  name: 'task',
  comment:
    'Identity of a task: what an office was given to do; how far it is comes from its events; append-only',
})
@Unique('task_place', ['conclusionId', 'place'])
@Index('task_giver', ['giverId'])
@Index('task_organization', ['organizationId'])
@Index('task_project', ['projectId'], { where: 'project_id IS NOT NULL' })
@Check('task_blocker', 'blocker_id IS NULL OR project_id IS NOT NULL')
export class Task {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey('Conclusion')
  @Column('uuid')
  conclusionId: string;

  @Column({ type: 'integer', comment: 'From 1, in the order of the document' })
  place: number;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', comment: 'The office that gave it: that of the conclusion' })
  giverId: string;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', comment: 'Whose task it is' })
  organizationId: string;

  @Column({ type: 'text', nullable: true, comment: 'Who in the office, by role' })
  person: string | null;

  @ForeignKey('Project')
  @Column({ type: 'uuid', nullable: true })
  projectId: string | null;

  @ForeignKey('Blocker')
  @Column({ type: 'uuid', nullable: true })
  blockerId: string | null;

  @Column('text')
  what: string;

  @Column({ type: 'text', comment: 'Kernel matchKey of what and person' })
  searchKey: string;
}

@Entity({
  schema: 'tasks',
  name: 'task_event',
  comment:
    'History of tasks: given, and what both offices did since; of two at once the database takes one (nth); append-only',
})
@Unique('task_event_nth', ['taskId', 'nth'])
@Check(
  'task_event_type_check',
  "type IN ('given', 'accepted', 'reported', 'refused', 'confirmed', 'sent-back', 'withdrawn', 'given-again', 'due-proposed', 'due-moved', 'due-declined')",
)
@Check('task_event_due', "(type IN ('given', 'due-proposed', 'due-moved')) = (due IS NOT NULL)")
@Check('task_event_text', "text IS NOT NULL OR type IN ('given', 'accepted', 'confirmed')")
@Check('task_event_first', "(type = 'given') = (nth = 1)")
export class TaskEventRow {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Task')
  @Column('uuid')
  taskId: string;

  @Column({ type: 'integer', comment: 'From 1 within its task' })
  nth: number;

  @Column('text')
  type: TaskEventType;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column({ type: 'text', nullable: true })
  text: string | null;

  @Column({ type: 'date', nullable: true })
  due: PlainDate | null;

  @Column({ type: 'jsonb', nullable: true, comment: 'What proves a report' })
  proof: Proof | null;

  @Column({ type: 'timestamptz', comment: 'Business clock, after the last frozen week' })
  recordedAt: Date;
}

@Entity({
  schema: 'tasks',
  name: 'task_file',
  comment: 'For which task a file of evidence was sent: who sees the task sees it; append-only',
})
@Index('task_file_task', ['taskId'])
export class TaskFile {
  @ForeignKey('EvidenceFile')
  @PrimaryColumn('uuid')
  fileId: string;

  @ForeignKey('Task')
  @Column('uuid')
  taskId: string;
}

@Entity({
  schema: 'tasks',
  name: 'task_position',
  comment: 'Derived: how each task stands after its events; written in the transaction of each event',
})
@Index('task_position_open', ['due'], { where: 'ended_at IS NULL' })
export class TaskPosition {
  @PrimaryColumn('uuid')
  taskId: string;

  @Column('text')
  state: TaskState;

  @Column('date')
  due: PlainDate;

  @Column('date')
  firstDue: PlainDate;

  @Column('integer')
  dueMoves: number;

  @Column({ type: 'date', nullable: true })
  proposedDue: PlainDate | null;

  @Column({ type: 'text', nullable: true })
  proposedReason: string | null;

  @Column('timestamptz')
  givenAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  reportedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  reportedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  lastText: string | null;
}
