import { ApiProperty } from '@nestjs/swagger';

/** Fields that stand in many answers, for `@ApiProperty`. (Those of requests, which are checked, stand in `fields.ts`.) */
export const COUNT = { type: 'integer' } as const;
export const COUNT_OR_NULL = { type: 'integer', nullable: true } as const;
export const TEXT_OR_NULL = { type: 'string', nullable: true } as const;
export const DATE_OR_NULL = { type: 'string', format: 'date', nullable: true } as const;
export const INSTANT_OR_NULL = { type: 'string', format: 'date-time', nullable: true } as const;

/** Documents a field that holds one of a fixed set of words. */
export function EnumProperty(
  values: readonly string[],
  description: string,
  nullable = false,
): PropertyDecorator {
  return ApiProperty({ type: 'string', enum: [...values], description, nullable });
}

/** A person with the office that they work at. */
export class PersonView {
  @ApiProperty()
  readonly name: string;

  @ApiProperty({ example: 'Phòng Tài chính - Kế hoạch' })
  readonly office: string;
}

/** A cell of a workbook. */
export class CellView {
  @ApiProperty({ example: 'Giải ngân' })
  readonly sheet: string;

  @ApiProperty({ example: 'I23' })
  readonly cell: string;
}

/** A cell of an approved return. */
export class SourceCellView extends CellView {
  @ApiProperty({ format: 'uuid' })
  readonly returnId: string;
}

/** A source of capital. */
export class SourceView {
  @ApiProperty({ example: 'district-budget', description: '`unspecified` where a table does not say' })
  readonly code: string;

  @ApiProperty({ example: 'Ngân sách huyện' })
  readonly label: string;
}
