import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';
import { EnumProperty } from './answer-fields';
import { AuditSubjectView } from './audit';
import { ChoiceField, ListQuery, TextField } from './fields';

/**
 * How far a mail is: `waiting` (for its time, or for a server that was out of reach), `sending`, `sent` (a mail server
 * has taken it), `failed` (a mail server has refused it for good), `unknown` (it may or may not have been taken).
 */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'unknown'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** How one attempt to deliver a mail ended. */
export const MAIL_OUTCOMES = ['accepted', 'refused', 'deferred', 'unknown'] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

const INSTANT = { type: 'string', format: 'date-time' } as const;

/** A mail of the system to one person. */
export class MailView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'What it is about; one mail per key, ever' })
  readonly key: string;

  @ApiProperty({ example: 'return-sent-back' })
  readonly kind: string;

  @ApiProperty({ format: 'email', description: 'The recipient' })
  readonly to: string;

  @ApiProperty()
  readonly subject: string;

  @EnumProperty(MAIL_STATES, 'How far it is')
  readonly state: MailState;

  @ApiProperty({ ...INSTANT, description: 'When it was written; real clock, as all times of mails' })
  readonly createdAt: Date;

  @ApiProperty({ ...INSTANT, nullable: true, description: 'When it is tried next; null when it will not be' })
  readonly dueAt: Date | null;

  @ApiProperty({ ...INSTANT, nullable: true, description: 'When a mail server took it' })
  readonly sentAt: Date | null;

  @ApiProperty({ type: 'integer', description: 'How often it has been tried' })
  readonly attempts: number;

  @ApiProperty({
    type: 'integer',
    description: 'After how many of them nobody knew whether it had been taken',
  })
  readonly unknownOutcomes: number;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: "The mail server's last answer, or what kept us from getting one",
  })
  readonly lastAnswer: string | null;

  @ApiProperty({ description: 'The Message-ID that every attempt carries' })
  readonly messageId: string;
}

/** One attempt to deliver a mail. */
export class MailAttemptView {
  @ApiProperty({ type: 'integer', description: 'Counted from 1' })
  readonly nth: number;

  @ApiProperty(INSTANT)
  readonly startedAt: Date;

  @ApiProperty({ ...INSTANT, nullable: true })
  readonly endedAt: Date | null;

  @ApiProperty({ type: 'string', enum: MAIL_OUTCOMES, nullable: true, description: 'Null while it goes on' })
  readonly outcome: MailOutcome | null;

  @ApiProperty({ type: 'string', nullable: true, description: "The mail server's answer" })
  readonly answer: string | null;
}

/** A mail with every attempt to deliver it. */
export class MailDetailView extends MailView {
  @ApiProperty({ type: [MailAttemptView], description: 'The first one first' })
  readonly history: MailAttemptView[];
}

export class MailListQuery extends ListQuery {
  @ChoiceField({ description: 'Only mails in this state', optional: true, of: MAIL_STATES })
  state?: MailState;

  @TextField({ description: 'Only mails of this kind', optional: true, max: 100 })
  kind?: string;
}

/**
 * What became of work whose job failed at its last attempt: `waiting` (it is handed over again at its time), `running` (it has
 * been handed over again), `given-up` (its thing was left in a right state and nobody tries again), `done` (a later job did it).
 */
export const FAILED_JOB_STATES = ['waiting', 'running', 'given-up', 'done'] as const;
export type FailedJobState = (typeof FAILED_JOB_STATES)[number];

/** Work that was asked for and whose job failed, with all that is known of it; kept for a week. */
export class FailedJobView {
  @ApiProperty({ example: '1024', description: 'Of the wish for the work; its jobs come and go' })
  readonly id: string;

  @ApiProperty({ example: 'reading' })
  readonly queue: string;

  @ApiProperty({ example: 'read-return' })
  readonly job: string;

  @ApiProperty({ example: 'đọc bảng tính' })
  readonly label: string;

  @ApiProperty({ example: 'reading a workbook' })
  readonly labelEn: string;

  @ApiProperty({ type: AuditSubjectView, description: 'What it is about' })
  readonly subject: AuditSubjectView;

  @EnumProperty(FAILED_JOB_STATES, 'What became of it')
  readonly state: FailedJobState;

  @ApiProperty({
    ...INSTANT,
    nullable: true,
    description: 'When it was asked for; real clock, as all times here',
  })
  readonly askedAt: Date | null;

  @ApiProperty({ ...INSTANT, description: 'When it failed last' })
  readonly failedAt: Date;

  @ApiProperty({ ...INSTANT, nullable: true, description: 'When it is handed over again by itself' })
  readonly nextAt: Date | null;

  @ApiProperty({ type: 'integer', description: 'How often it has been tried, all its failed jobs together' })
  readonly attempts: number;

  @ApiProperty({ description: 'The last error, without addresses and long numbers' })
  readonly error: string;
}

/** What was done to several. */
export class FailedJobsDoneView {
  @ApiProperty({ type: [String], description: 'Those for which it was done' })
  readonly done: readonly string[];

  @ApiProperty({ type: [String], description: 'Those for which it could not be done as they stand now' })
  readonly left: readonly string[];
}

/** `q` has no meaning here. */
export class FailedJobListQuery extends ListQuery {
  @ChoiceField({ description: 'Only in this state', optional: true, of: FAILED_JOB_STATES })
  state?: FailedJobState;
}

/** Which of them. */
export class FailedJobsRequest {
  @ApiProperty({ type: [String], minItems: 1, maxItems: 500, example: ['1024'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Matches(/^\d{1,18}$/, { each: true })
  ids: string[];
}

export class DiscardFailedJobsRequest extends FailedJobsRequest {
  @TextField({ description: 'Why nobody needs the work any more; kept in the audit trail', max: 500 })
  reason: string;
}

/** What somebody needs to know before signing in. */
export class AboutView {
  @ApiProperty({ description: 'The illustrative demo data is loaded' })
  readonly demo: boolean;

  @ApiProperty({ format: 'date', description: 'Today by the business clock', example: '2023-06-23' })
  readonly today: string;

  @ApiProperty({ description: 'The business clock was set to another time than the real one' })
  readonly clockSet: boolean;

  @ApiProperty({ description: 'Somebody can sign in; false on a new installation' })
  readonly hasAccounts: boolean;
}

export class HealthView {
  @ApiProperty({ enum: ['ok'], description: 'Anything else is a problem document' })
  readonly status: 'ok';
}
