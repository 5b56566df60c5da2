import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { AMOUNT_UNITS, type AmountUnit } from '@thongvon/kernel';
import { EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { IdField, ListQuery, TextField } from '../fields';
import { ReturnOrganizationView } from './return';

/** What something that is remembered is about. */
export const REMEMBERED_TOPICS = [
  'table',
  'column',
  'column-unit',
  'unit',
  'kind',
  'project',
  'habit',
] as const;
export type RememberedTopic = (typeof REMEMBERED_TOPICS)[number];

/** Who said so, when and on which return. */
export class RememberedOriginView {
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'The person; null where nobody is known any more',
  })
  readonly by: string | null;

  @ApiProperty({ format: 'date-time', description: 'Business clock' })
  readonly at: string;

  @ApiProperty({ format: 'uuid' })
  readonly returnId: string;

  @ApiProperty()
  readonly fileName: string;
}

export class RememberedColumnView {
  @ApiProperty({ example: 'E' })
  readonly column: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'What stood above it then' })
  readonly caption: string | null;

  @ApiProperty({ example: 'planned:carried-over', description: 'As in the mapping of a return' })
  readonly meaning: string;
}

/** One thing that an office has answered once, so that its next returns aren't asked. */
export class RememberedView {
  @ApiProperty({ description: 'Names it within the office' })
  readonly id: string;

  @ApiProperty({ type: ReturnOrganizationView })
  readonly organization: ReturnOrganizationView;

  @EnumProperty(REMEMBERED_TOPICS, 'What it is about')
  readonly topic: RememberedTopic;

  @ApiProperty(TEXT_OR_NULL)
  readonly sheet: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The cell that was asked about' })
  readonly cell: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What stood there' })
  readonly asked: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'The answer: a unit, a kind, a habit, `new` for a project; else null',
  })
  readonly value: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The project of the register that was meant' })
  readonly projectName: string | null;

  @ApiProperty({ type: [RememberedColumnView], description: 'Of a table, or of answers about columns' })
  readonly columns: readonly RememberedColumnView[];

  @ApiProperty({ type: [Number], description: 'First and last row of a table’s header; else none' })
  readonly headerRows: readonly number[];

  @EnumProperty(AMOUNT_UNITS, 'Unit of a described table', true)
  readonly unit: AmountUnit | null;

  @ApiProperty({
    type: RememberedOriginView,
    nullable: true,
    description: 'Null: older than origins are kept',
  })
  readonly origin: RememberedOriginView | null;
}

/** `q` has no meaning here. */
export class RememberedListQuery extends ListQuery {
  @IdField({ description: 'Only of this office', optional: true })
  organizationId?: string;
}

export class ForgetRequest {
  @TextField({ description: 'The id of what is to be forgotten', max: 64 })
  @Matches(/^[\da-f]{64}$/)
  id: string;

  @TextField({ description: 'Why it no longer holds; kept in the audit trail', max: 500 })
  reason: string;
}
