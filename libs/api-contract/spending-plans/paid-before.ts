import { ApiProperty } from '@nestjs/swagger';
import { DongField, TextField } from '../fields';
import { SpendingPlanQuery } from './spending-plan';

/** What was paid of a project from its start to the end of the year before. */
export class PaidBeforeView {
  @ApiProperty({ type: 'integer', example: 2023 })
  readonly planYear: number;

  @ApiProperty({ description: 'Whole đồng, up to the end of the year before the plan year' })
  readonly paid: string;

  @ApiProperty({ type: 'string', nullable: true })
  readonly document: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly actorId: string;

  @ApiProperty({ format: 'date-time', description: 'When it took the place of the one before' })
  readonly at: string;
}

export class PaidBeforeQuery extends SpendingPlanQuery {}

export class SetPaidBeforeRequest extends SpendingPlanQuery {
  @DongField({ description: 'Whole đồng paid from the start to the end of the year before the plan year' })
  paid: string;

  @TextField({ description: 'The settlement that it is from', max: 500, optional: true })
  document?: string;
}
