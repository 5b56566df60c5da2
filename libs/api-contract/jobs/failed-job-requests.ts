import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';
import { ChoiceField, TextField } from '../fields';
import { ListQuery } from '../lists/list-query';
import { FAILED_JOB_STATES, type FailedJobState } from './failed-job-words';

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
