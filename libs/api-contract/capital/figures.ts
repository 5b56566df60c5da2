import { ApiExtraModels, ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { type Denominator, DENOMINATORS, PLAN_TYPES, type PlanType } from '@thongvon/kernel';
import { AmountProperty, AmountsView, ReckoningView } from '../amounts';
import {
  COUNT,
  DATE_OR_NULL,
  EnumProperty,
  SourceCellView,
  SourceView,
  TEXT_OR_NULL,
} from '../answer-fields';
import { OwnerView, PROJECT_KINDS, type ProjectKind } from '../projects/project';

/** Who says the figure: the board, the Treasury, or an estimate. Three separate figures, never merged silently. */
export const BASES = ['reported', 'treasury', 'estimate'] as const;
export type Basis = (typeof BASES)[number];

/** Projects without any plan in force, or of one source without a plan of it, whose disbursements enter no rate. */
export class UnplannedView {
  @ApiProperty(COUNT)
  readonly projects: number;

  @AmountProperty('Disbursed without a plan')
  readonly disbursed: string | null;
}

/** How much of what is planned has been reported, and how old the figures are. */
export class CoverageView {
  @ApiProperty({ type: 'integer', description: 'Planned projects' })
  readonly projects: number;

  @ApiProperty({ type: 'integer', description: 'Those with a figure' })
  readonly reported: number;

  @ApiProperty(DATE_OR_NULL)
  readonly oldest: string | null;

  @ApiProperty(DATE_OR_NULL)
  readonly newest: string | null;

  @ApiProperty({
    type: 'integer',
    description:
      'Those whose newest figure is older than the reporting week that closed last: one newer figure does not make the others new',
  })
  readonly stale: number;
}

export class SummaryGroupView extends AmountsView {
  @ApiProperty({ type: 'string', nullable: true, description: 'Null: not known' })
  readonly key: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly label: string | null;

  @ApiProperty(COUNT)
  readonly projects: number;

  @ApiPropertyOptional({
    type: UnplannedView,
    description:
      'By source: what projects without a plan of that source say of it; it is in none of the sums of the group, but in that of all',
  })
  readonly unplanned?: UnplannedView;
}

/** The same day's sums over a denominator. */
export class OverDenominatorView {
  @EnumProperty(DENOMINATORS, 'What the rate divides by')
  readonly denominator: Denominator;

  @AmountProperty('Capital plan that counts')
  readonly planned: string | null;

  @AmountProperty('Disbursed of it')
  readonly disbursed: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Percent, two decimals, half up', example: '52.18' })
  readonly rate: string | null;
}

/** What is planned and disbursed, for all that the caller may see. */
export class SummaryView extends AmountsView {
  @ApiProperty({ type: 'integer', example: 2023 })
  readonly planYear: number;

  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @EnumProperty(BASES, 'Who says the figures')
  readonly basis: Basis;

  @EnumProperty(DENOMINATORS, 'What the rates divide by')
  readonly denominator: Denominator;

  @ApiProperty({ type: ReckoningView })
  readonly reckoning: ReckoningView;

  @AmountProperty(
    '`disbursed` less what the boards report for the same day; null for the basis `reported`, and where either is not known',
  )
  readonly toReported: string | null;

  @ApiProperty({ type: UnplannedView })
  readonly unplanned: UnplannedView;

  @ApiProperty({ type: CoverageView })
  readonly coverage: CoverageView;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Through which approval the figures are computed',
  })
  readonly computedThrough: string | null;

  @ApiProperty({
    deprecated: true,
    description:
      'Older name of `computing`. How old the figures are is `reckoning.stale` and `coverage.stale`',
  })
  readonly stale: boolean;

  @ApiProperty({ description: 'Some approval is not computed yet' })
  readonly computing: boolean;

  @ApiProperty({ type: [SummaryGroupView], description: 'Largest plan first; empty without `groupBy`' })
  readonly groups: readonly SummaryGroupView[];

  @ApiProperty({
    type: [OverDenominatorView],
    description: 'Over each denominator, in one order; empty without `denominators`',
  })
  readonly denominators: readonly OverDenominatorView[];
}

export const SOURCE_BY = ['derived', 'treasury'] as const;

const CELLS = { additionalProperties: { $ref: getSchemaPath(SourceCellView) } };

/** What is planned and disbursed of one plan type and source of a project. */
export class LineAmountsView {
  @EnumProperty(PLAN_TYPES, 'Loại kế hoạch')
  readonly planType: PlanType;

  @ApiProperty({ type: SourceView })
  readonly source: SourceView;

  @AmountProperty('Capital plan in force')
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @AmountProperty('Payments for completed work')
  readonly completed: string | null;

  @AmountProperty('Advances not yet recovered')
  readonly advance: string | null;
}

/** The same, each amount with the cell that it came from. */
@ApiExtraModels(SourceCellView)
export class FigureLineView extends LineAmountsView {
  @EnumProperty(
    SOURCE_BY,
    'How the source is known where the return does not say: the plan has this one, or the Treasury splits the same sum. Only where one source is asked for',
    true,
  )
  readonly sourceBy: (typeof SOURCE_BY)[number] | null;

  @ApiProperty({ type: 'object', ...CELLS, description: 'The return and cell of each amount, by its field' })
  readonly cells: Readonly<Record<string, SourceCellView>>;
}

/** A project with what is planned and disbursed. */
export class ProjectFiguresView extends AmountsView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @EnumProperty(PROJECT_KINDS, 'What is built')
  readonly kind: ProjectKind;

  @ApiProperty({ type: OwnerView })
  readonly owner: OwnerView;

  @ApiProperty(TEXT_OR_NULL)
  readonly commune: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: "The figure's own date" })
  readonly asOf: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days between that date and the day asked for',
  })
  readonly ageDays: number | null;

  @ApiProperty({ type: [FigureLineView] })
  readonly lines: readonly FigureLineView[];
}
