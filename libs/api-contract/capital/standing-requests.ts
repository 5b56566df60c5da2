import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { AMOUNT_UNITS, type AmountUnit, PROJECT_GROUPS, type ProjectGroup } from '@thongvon/kernel';
import { ChoiceField, CursorField, DateField, LimitField, TextField } from '../fields';
import { PROJECT_KINDS, type ProjectKind } from '../projects/project';
import { FiguresQueryRequest } from './figure-requests';

/** In a facet: not known. */
export const NOT_KNOWN = 'none';

/** What the table of projects can be sorted by. */
export const STANDING_SORTS = [
  'name',
  'planned',
  'disbursed',
  'completed',
  'advance',
  'remaining',
  'rate',
  'weekChange',
  'shortfall',
  'asOf',
] as const;
export type StandingSort = (typeof STANDING_SORTS)[number];

export const SORT_ORDERS = ['ascending', 'descending'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** Why somebody may look at a project first. */
export const CONCERNS = [
  'below-target',
  'unspent',
  'blocked',
  'nothing-disbursed',
  'treasury-differs',
] as const;
export type Concern = (typeof CONCERNS)[number];

const PERCENT = /^\d{1,3}(?:\.\d{1,2})?$/;

const FACET = { optional: true, max: 200 } as const;

/** Which projects: all conditions hold together. A source or plan type cuts their lines. */
export class SliceRequest extends FiguresQueryRequest {
  @TextField({ description: 'Search words; accents and case do not matter', optional: true, max: 200 })
  q?: string;

  @TextField({
    ...FACET,
    description: `Id of the owner, its key in the groups by owner where no office is meant, or \`${NOT_KNOWN}\``,
  })
  owner?: string;

  @ChoiceField({ description: 'What is built', of: PROJECT_KINDS, optional: true })
  kind?: ProjectKind;

  @TextField({ ...FACET, description: `Commune, or \`${NOT_KNOWN}\`` })
  commune?: string;

  @ChoiceField({
    description: `Its group in the plan year, as the newest approved return says that names one, or \`${NOT_KNOWN}\``,
    of: [...PROJECT_GROUPS, NOT_KNOWN],
    optional: true,
  })
  group?: ProjectGroup | typeof NOT_KNOWN;

  @ChoiceField({
    description:
      'Only projects whose rate is below `target`, of whose plan something will be left, with an open blocker on the business day, ' +
      'that are reported to have disbursed nothing, or of which the Treasury confirms another amount',
    of: CONCERNS,
    optional: true,
  })
  concern?: Concern;

  @ApiProperty({
    type: 'string',
    required: false,
    pattern: PERCENT.source,
    description:
      'Percent of the plan that is due: what `below-target` goes by; with it the facets count `concerns`',
    example: '50',
  })
  @ValidateIf((_, value) => value !== undefined)
  @Matches(PERCENT)
  target?: string;
}

export class StandingsRequest extends SliceRequest {
  @ChoiceField({ description: 'By `name` without it', of: STANDING_SORTS, optional: true })
  sort?: StandingSort;

  @ChoiceField({ description: 'What is not known comes last either way', of: SORT_ORDERS, optional: true })
  order?: SortOrder;

  @LimitField()
  limit: number = 100;

  @CursorField()
  cursor?: string;

  @ChoiceField({
    description: 'With what the targets of the year come to, project by project',
    of: ['true'],
    optional: true,
  })
  targets?: 'true';

  @ChoiceField({
    description:
      '`true`: only projects with a plan, which the sums are over; `false`: only those without one; all without it',
    of: ['true', 'false'],
    optional: true,
  })
  planned?: 'true' | 'false';
}

/** Columns that the table as a workbook can have, after the project's name. */
export const STANDING_COLUMNS = [
  'code',
  'owner',
  'kind',
  'commune',
  'group',
  'planned',
  'disbursed',
  'completed',
  'advance',
  'remaining',
  'weekChange',
  'changeDates',
  'rate',
  'shortfall',
  'blocker',
  'asOf',
] as const;
export type StandingColumn = (typeof STANDING_COLUMNS)[number];

/** The table as somebody sees it: the same projects, in the same order, with the same columns. */
export class StandingsWorkbookRequest extends SliceRequest {
  @ChoiceField({ description: 'By `name` without it', of: STANDING_SORTS, optional: true })
  sort?: StandingSort;

  @ChoiceField({ description: 'What is not known comes last either way', of: SORT_ORDERS, optional: true })
  order?: SortOrder;

  @ApiProperty({
    type: 'string',
    required: false,
    description: `Columns after the name, joined by commas, of: ${STANDING_COLUMNS.join(', ')}; all without it`,
    example: 'planned,disbursed,rate',
  })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsOptional()
  @IsIn(STANDING_COLUMNS, { each: true })
  @ArrayMaxSize(STANDING_COLUMNS.length)
  columns?: StandingColumn[];

  @DateField({ description: 'The day as of which blockers are reported; today without it', optional: true })
  blockersOn?: string;

  @ChoiceField({
    description: 'In which amounts are written; whole đồng without it',
    of: AMOUNT_UNITS,
    optional: true,
  })
  unit?: AmountUnit;
}
