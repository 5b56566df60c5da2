import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { MAIL_OUTCOMES, MAIL_STATES, type MailOutcome, type MailState } from './mail-state';

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
