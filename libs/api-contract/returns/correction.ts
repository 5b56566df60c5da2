import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { AMOUNT_UNITS, type AmountUnit } from '@thongvon/kernel';
import { CellView, EnumProperty, PersonView, TEXT_OR_NULL } from '../answer-fields';
import { ChoiceField, ObjectsField, TextField } from '../fields';

const CORRECTION_TYPES = ['number', 'text', 'date'] as const;
type CorrectionType = (typeof CORRECTION_TYPES)[number];
const STOOD_TYPES = ['number', 'text', 'date', 'boolean', 'error', 'unknown', 'empty'] as const;
type StoodType = (typeof STOOD_TYPES)[number];

/** A cell of the workbook. */
export class CorrectedCellRequest {
  @TextField({ description: 'The exact name of its sheet', max: 200, example: 'Giải ngân' })
  sheet: string;

  @TextField({ description: 'The cell; of a merged range any of its cells', max: 10, example: 'E15' })
  @Matches(/^[A-Z]{1,3}[1-9]\d{0,6}$/)
  cell: string;
}

/** What is right for a cell. */
export class CorrectionRequest extends CorrectedCellRequest {
  @Matches(/\S/)
  @TextField({
    description:
      "In the cell's own terms: a decimal with a point in the unit of its column, a text or code, or a date YYYY-MM-DD",
    max: 1000,
    example: '12500.5',
  })
  value: string;

  @ChoiceField({
    description: 'What the value is, where no table is read at the cell; without it, as it looks',
    of: CORRECTION_TYPES,
    optional: true,
  })
  type?: CorrectionType;

  @TextField({
    description: 'Why, in words that the reviewer can act on; without one it is refused',
    min: 0,
    max: 1000,
    optional: true,
    nullable: true,
  })
  reason?: string | null;
}

export class CorrectionsRequest {
  @ObjectsField({ of: CorrectionRequest, min: 1, max: 200 })
  corrections: CorrectionRequest[];
}

export class TakeBackCorrectionsRequest {
  @ObjectsField({ of: CorrectedCellRequest, min: 1, max: 200 })
  cells: CorrectedCellRequest[];
}

/** What the file has in a cell. */
export class StoodCellView {
  @EnumProperty(STOOD_TYPES, '`unknown`: a formula without a value')
  readonly type: StoodType;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'A number as a decimal, a date as YYYY-MM-DD' })
  readonly text: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Without its "="; null: it was typed' })
  readonly formula: string | null;
}

/** A declared correction that stands. */
export class CorrectionView extends CellView {
  @EnumProperty(CORRECTION_TYPES, 'What the value is')
  readonly type: CorrectionType;

  @ApiProperty({ description: "In the cell's own terms", example: '12500.5' })
  readonly value: string;

  @ApiProperty({ type: StoodCellView })
  readonly stood: StoodCellView;

  @ApiProperty()
  readonly reason: string;

  @ApiProperty({ type: PersonView })
  readonly by: PersonView;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}

/** What a correction of a cell must be. */
export class WantedValueView {
  @EnumProperty(CORRECTION_TYPES, 'Null: anything, since no table is read there', true)
  readonly type: CorrectionType | null;

  @EnumProperty(AMOUNT_UNITS, 'Of an amount: the unit of its column', true)
  readonly unit: AmountUnit | null;
}
