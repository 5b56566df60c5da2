import { ApiProperty, getSchemaPath, ApiExtraModels } from '@nestjs/swagger';
import { DENOMINATORS, PLAN_TYPES, type Denominator, type PlanType } from '@thongvon/kernel';
import { AmountProperty, AmountsView, EnumProperty, SourceCellView, SourceView } from '../amounts';
import { OwnerView } from '../projects/project';
import { PROJECT_KINDS, type ProjectKind } from '../projects/project-kind';
import { ReckoningView } from '../reckoning';
import { BASES, type Basis } from './basis';

/** Projects without any plan in force, whose disbursements enter no rate. */
export class UnplannedView {
  @ApiProperty({ type: 'integer' })
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

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  readonly oldest: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
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

  @ApiProperty({ type: 'string', nullable: true })
  readonly label: string | null;

  @ApiProperty({ type: 'integer' })
  readonly projects: number;
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

  @ApiProperty({ description: 'Some approval is not computed yet' })
  readonly stale: boolean;

  @ApiProperty({ type: [SummaryGroupView], description: 'Largest plan first; empty without `groupBy`' })
  readonly groups: readonly SummaryGroupView[];
}

export const SOURCE_BY = ['derived', 'treasury'] as const;

const CELLS = { additionalProperties: { $ref: getSchemaPath(SourceCellView) } };

/** One plan type and source of a project. */
@ApiExtraModels(SourceCellView)
export class FigureLineView {
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

  @ApiProperty({ type: 'string', nullable: true })
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @EnumProperty(PROJECT_KINDS, 'What is built')
  readonly kind: ProjectKind;

  @ApiProperty({ type: OwnerView })
  readonly owner: OwnerView;

  @ApiProperty({ type: 'string', nullable: true })
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
