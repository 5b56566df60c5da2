import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { AuditSubjectView } from '../audit/audit-entry';
import { FAILED_JOB_STATES, type FailedJobState } from './failed-job-words';

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
