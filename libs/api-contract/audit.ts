import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from './answer-fields';
import { ChoiceField, DateField, IdField, ListQuery, TextField } from './fields';

/** Kinds of things that actions are done to; a subject of the audit trail is "kind:id". */
export const AUDIT_SUBJECTS = [
  'return',
  'project',
  'blocker',
  'clearance-segment',
  'clearance-advance',
  'closing-item',
  'evidence-file',
  'guarantee',
  'contract-advance',
  'snapshot',
  'alert',
  'alert-rule',
  'task',
  'conclusion',
  'reallocation',
  'holiday-year',
  'word',
  'organization',
  'user',
  'mail',
  'job',
  'audit-trail',
  'demo',
] as const;
export type AuditSubjectKind = (typeof AUDIT_SUBJECTS)[number];

/** Every action that the audit trail keeps. What isn't named here can't be recorded, and so has words in both languages. */
export const AUDIT_ACTIONS = [
  'return.receive',
  'return.answer',
  'return.map',
  'return.take-back-answers',
  'return.correct',
  'return.take-back-corrections',
  'return.read-again',
  'return.submit',
  'return.withdraw',
  'return.discard',
  'return.restore',
  'return.approve',
  'return.send-back',
  'return.reply',
  'return.revert',
  'profile.forget',
  'word.add',
  'word.retire',
  'project.change',
  'project.participant-named',
  'project.participant-ended',
  'reconciliation.explain',
  'spending-plan.set',
  'past-course.set',
  'paid-before.set',
  'clearance-progress.enter',
  'clearance-step.record',
  'continue-or-stop.make',
  'escalation.set',
  'blocker.opened',
  'blocker.changed',
  'blocker.work',
  'blocker.reminder',
  'blocker.escalated',
  'blocker.still-open',
  'blocker.closed',
  'blocker.due-proposed',
  'blocker.due-accepted',
  'blocker.due-refused',
  'blocker.due-withdrawn',
  'blocker.handover-proposed',
  'blocker.handover-accepted',
  'blocker.handover-refused',
  'blocker.handover-withdrawn',
  'blocker.reopened',
  'blocker.merged',
  'blocker.separated',
  'remark.declined',
  'remark.reconsidered',
  'clearance-segment.add',
  'clearance-advance.advanced',
  'clearance-advance.settled',
  'clearance-advance.returned',
  'closing-item.owed',
  'closing-item.settled',
  'evidence-file.keep',
  'guarantee.given',
  'guarantee.extended',
  'guarantee.released',
  'contract-advance.paid',
  'contract-advance.amended',
  'contract-advance.recovery',
  'snapshot.freeze',
  'alert.acknowledged',
  'alert.snoozed',
  'alert.withdrawn',
  'alert-rule.set',
  'task.given',
  'task.accepted',
  'task.reported',
  'task.refused',
  'task.confirmed',
  'task.sent-back',
  'task.withdrawn',
  'task.given-again',
  'task.due-proposed',
  'task.due-moved',
  'task.due-declined',
  'conclusion.numbered',
  'reallocation.kept',
  'reallocation.concluded',
  'holidays.confirm',
  'organization.created',
  'organization.changed',
  'organization.duty',
  'user.created',
  'user.changed',
  'user.password-set',
  'user.password-link',
  'session.opened',
  'session.closed',
  'digest.recipient',
  'digest.unsubscribe',
  'mail.retry',
  'job.retry',
  'job.discard',
  'audit-trail.export',
  'demo.load',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did it, as they are called today. */
export class AuditActorView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty()
  readonly organizationName: string;
}

/** What it was done to. */
export class AuditSubjectView {
  @EnumProperty(AUDIT_SUBJECTS, 'What sort of thing it is')
  readonly kind: AuditSubjectKind;

  @ApiProperty()
  readonly id: string;

  @ApiProperty({ example: 'báo cáo' })
  readonly label: string;

  @ApiProperty({ example: 'return' })
  readonly labelEn: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'What it is called today; null where it has no name',
  })
  readonly name: string | null;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'The project that it belongs to; null where it belongs to none, or is one',
  })
  readonly projectId: string | null;
}

/** One of the values of a part of an entry's details. */
export class AuditValueView {
  @ApiProperty({ example: 'quản trị' })
  readonly text: string;

  @ApiProperty({ example: 'administrator' })
  readonly textEn: string;

  @ApiProperty({ type: AuditSubjectView, nullable: true, description: 'Where it is a thing, what it is' })
  readonly thing: AuditSubjectView | null;
}

/** A part of an entry's details in words. */
export class AuditFactView {
  @ApiProperty({ example: 'vai trò' })
  readonly label: string;

  @ApiProperty({ example: 'role' })
  readonly labelEn: string;

  @ApiProperty({ type: [AuditValueView], description: 'At least one' })
  readonly values: readonly AuditValueView[];
}

/** One action: who did what to which thing, and when. Never changed, never deleted. */
export class AuditEntryView {
  @ApiProperty({ example: '1024', description: 'Grows with time' })
  readonly id: string;

  @ApiProperty({ type: 'string', format: 'date-time', description: 'Real clock' })
  readonly at: Date;

  @ApiProperty({ type: AuditActorView, nullable: true, description: 'Null for the system itself' })
  readonly actor: AuditActorView | null;

  @EnumProperty(AUDIT_ACTIONS, 'What was done')
  readonly action: AuditAction;

  @ApiProperty({ example: 'duyệt báo cáo' })
  readonly label: string;

  @ApiProperty({ example: 'approved a return' })
  readonly labelEn: string;

  @ApiProperty({ type: AuditSubjectView })
  readonly subject: AuditSubjectView;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What else was kept of it: never a household, an address or a password',
  })
  readonly details: Readonly<Record<string, unknown>>;

  @ApiProperty({ type: [AuditSubjectView], description: 'The things whose ids stand in `details`' })
  readonly mentioned: readonly AuditSubjectView[];

  @ApiProperty({ type: [AuditFactView], description: '`details` in words' })
  readonly facts: readonly AuditFactView[];
}

/** A word by which the trail can be filtered. */
export class AuditWordView {
  @ApiProperty()
  readonly key: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;
}

/** What the trail can be filtered by. */
export class AuditWordsView {
  @ApiProperty({ type: [AuditWordView], description: 'Kinds of things' })
  readonly subjects: readonly AuditWordView[];

  @ApiProperty({ type: [AuditWordView], description: 'Kinds of actions' })
  readonly actions: readonly AuditWordView[];
}

/** `q` searches the names of people and their organisations. */
export class AuditListQuery extends ListQuery {
  @IdField({ description: 'Only actions of this account', optional: true })
  actorId?: string;

  @ChoiceField({ description: 'Only this kind of action', optional: true, of: AUDIT_ACTIONS })
  action?: AuditAction;

  @ChoiceField({ description: 'Only actions to this kind of thing', optional: true, of: AUDIT_SUBJECTS })
  subjectKind?: AuditSubjectKind;

  @TextField({ description: 'Only actions to this one thing of that kind', optional: true, max: 100 })
  subjectId?: string;

  @DateField({ description: 'Only from this day on (real clock, Vietnam)', optional: true })
  from?: string;

  @DateField({ description: 'Only to the end of this day', optional: true })
  to?: string;
}
