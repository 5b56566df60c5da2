import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsInt,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { AMOUNT_UNITS, RETURN_KINDS, type AmountUnit, type ReturnKind } from '@thongvon/kernel';
import { EnumProperty } from '../amounts';
import { ChoiceField, TextField } from '../fields';

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

  @ApiProperty({ type: [MappedColumnRequest], description: 'Columns that are not listed are ignored' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => MappedColumnRequest)
  columns: MappedColumnRequest[];

  @ChoiceField({ description: 'Where the sheet does not state it', of: AMOUNT_UNITS, optional: true })
  unit?: AmountUnit;
}

/** All described tables of a return; on their sheets no other table is looked for. */
export class MappingRequest {
  @ApiProperty({
    type: [TableMappingRequest],
    description: 'None: the return is read without a mapping of its own',
  })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => TableMappingRequest)
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
