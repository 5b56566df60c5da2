import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Matches, Max, Min } from 'class-validator';
import { AMOUNT_UNITS, type AmountUnit, RETURN_KINDS, type ReturnKind } from '@thongvon/kernel';
import { CellView, EnumProperty } from '../answer-fields';
import { ChoiceField, ObjectsField, TextField, WholeNumberField } from '../fields';
import { CorrectionView, WantedValueView } from './correction';

const LAST_ROW = 1_048_576;
const MEANING =
  'ordinal, name, code, owner, field, source, plan-type, note, location, planned, disbursed, completed, advance, ' +
  'estimate, total-investment (with `:planType` and `:planType:source` where needed), households, inventoried, approved, ' +
  'paid, handed-over, area, area-handed-over, graves, compensation, compensated, blocker, responsible-unit, due, rate, ignored';

/** What one column means. */
export class MappedColumnRequest {
  @TextField({ description: 'Its letters', max: 3, example: 'E' })
  @Matches(/^[A-Z]{1,3}$/)
  column: string;

  @TextField({ description: MEANING, max: 100, example: 'planned:carried-over' })
  meaning: string;
}

/** A table that could not be recognised, as a person describes it. */
export class TableMappingRequest {
  @TextField({ description: 'The exact name of its sheet', max: 200 })
  sheet: string;

  @ApiProperty({
    type: [Number],
    minItems: 2,
    maxItems: 2,
    example: [6, 8],
    description: 'First and last row of the header, as Excel counts; the data begins under it',
  })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(LAST_ROW, { each: true })
  headerRows: [number, number];

  @ChoiceField({ description: 'What the table is', of: RETURN_KINDS })
  kind: ReturnKind;

  @ObjectsField({
    of: MappedColumnRequest,
    min: 1,
    max: 100,
    description: 'Columns that are not listed are ignored',
  })
  columns: MappedColumnRequest[];

  @ChoiceField({ description: 'Where the sheet does not state it', of: AMOUNT_UNITS, optional: true })
  unit?: AmountUnit;
}

/** All described tables of a return; on their sheets no other table is looked for. */
export class MappingRequest {
  @ObjectsField({
    of: TableMappingRequest,
    max: 20,
    description: 'None: the return is read without a mapping of its own',
  })
  tables: TableMappingRequest[];
}

export class ReadColumnView {
  @ApiProperty({ example: 'E' })
  readonly column: string;

  @ApiProperty({ type: [String], description: 'Its captions from the outermost in' })
  readonly path: readonly string[];

  @ApiProperty({ example: 'planned', description: MEANING })
  readonly meaning: string;
}

/** What a sheet was taken for; one entry for each of its tables. */
export class ReadSheetView {
  @ApiProperty()
  readonly name: string;

  @EnumProperty(
    [...RETURN_KINDS, 'cover', 'ignored'],
    '`cover`: no table was found; `ignored`: one of no known kind',
  )
  readonly role: ReturnKind | 'cover' | 'ignored';

  @EnumProperty(AMOUNT_UNITS, 'Unit of its amounts', true)
  readonly unit: AmountUnit | null;

  @ApiProperty({ type: [Number], description: 'Rows of the header, as Excel counts' })
  readonly headerRows: readonly number[];

  @ApiProperty({ type: [ReadColumnView] })
  readonly columns: readonly ReadColumnView[];
}

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

  @ApiProperty({
    type: [CorrectionView],
    description: 'What was declared to be right for cells that are shown; the cells show what the file has',
  })
  readonly corrections: readonly CorrectionView[];

  @ApiProperty({ type: WantedValueView, description: 'What a correction of the cell must be' })
  readonly wanted: WantedValueView;
}
