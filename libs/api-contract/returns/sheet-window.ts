import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { CellView, EnumProperty } from '../amounts';
import { TextField, WholeNumberField } from '../fields';

export class CellQuery {
  @TextField({ description: 'The exact name of its sheet', max: 200, example: 'Giải ngân' })
  sheet: string;

  @TextField({ description: 'The cell', max: 10, example: 'E15' })
  @Matches(/^[A-Z]{1,3}[1-9]\d{0,6}$/)
  cell: string;

  @WholeNumberField({
    description:
      'The sheet itself for so many rows and columns on each side of the cell, whatever it was taken for; ' +
      'without it, the cell with its header and the columns that name its row',
    min: 1,
    max: 100,
    optional: true,
  })
  reach?: number;
}

const CELL_TYPES = ['number', 'text', 'boolean', 'error', 'unknown', 'date', 'empty'] as const;
type CellType = (typeof CELL_TYPES)[number];

const SPAN = { type: 'integer', minimum: 1 } as const;
const GAP = 'What stands between it and the one before is left out';

export class WindowCellView {
  @ApiProperty({ example: 'E' })
  readonly column: string;

  @ApiProperty({ description: 'As Excel shows it', example: '20.932,822' })
  readonly text: string;

  @EnumProperty(CELL_TYPES, '`unknown`: a formula without a saved value')
  readonly type: CellType;

  @ApiProperty({ type: 'string', nullable: true, description: 'Without its "="' })
  readonly formula: string | null;

  @ApiProperty()
  readonly bold: boolean;

  @ApiProperty({ ...SPAN, description: 'How many of the shown columns it covers' })
  readonly columnSpan: number;

  @ApiProperty({ ...SPAN, description: 'How many of the shown rows it covers' })
  readonly rowSpan: number;
}

export class WindowColumnView {
  @ApiProperty({ example: 'E' })
  readonly column: string;

  @ApiProperty({ description: GAP })
  readonly afterGap: boolean;
}

export class WindowRowView {
  @ApiProperty({ type: 'integer', description: 'As Excel counts', example: 15 })
  readonly row: number;

  @ApiProperty({ description: "It belongs to the table's header" })
  readonly isHeader: boolean;

  @ApiProperty({ description: 'Hidden in the workbook' })
  readonly isHidden: boolean;

  @ApiProperty({ description: GAP })
  readonly afterGap: boolean;

  @ApiProperty({ type: [WindowCellView], description: 'What a merged range covers has no cell of its own' })
  readonly cells: readonly WindowCellView[];
}

/** A cell in its surroundings, with the rows of the header and the columns that name its row. */
export class SheetWindowView extends CellView {
  @ApiProperty({ type: [WindowColumnView] })
  readonly columns: readonly WindowColumnView[];

  @ApiProperty({ type: [WindowRowView] })
  readonly rows: readonly WindowRowView[];
}
