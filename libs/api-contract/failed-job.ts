import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';
import { EnumProperty } from './amounts';
import { AuditSubjectView } from './audit';
import { ChoiceField, TextField } from './fields';
import { ListQuery } from './lists';

/**
 * What became of work whose job failed at its last attempt: `waiting` (it is handed over again at its time), `running` (it has
 * been handed over again), `given-up` (its thing was left in a right state and nobody tries again), `done` (a later job did it).
 */
export const FAILED_JOB_STATES = ['waiting', 'running', 'given-up', 'done'] as const;
export type FailedJobState = (typeof FAILED_JOB_STATES)[number];

const INSTANT = { type: 'string', format: 'date-time' } as const;

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
