import { ApiProperty } from '@nestjs/swagger';
import { COUNT_OR_NULL, DATE_OR_NULL, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  ListQuery,
  TextField,
  WholeNumberField,
} from '../fields';
import { ProjectRefView } from '../projects/project';
import { SegmentRefView } from './blocker';
import { ProofField, ProofRequest, ProofView } from './evidence';
import {
  CLEARANCE_STEPS,
  DAY_COUNTS,
  LAND_REGIMES,
  LAND_TYPES,
  LIMIT_BASES,
  LIMIT_TYPES,
  STEP_ALERTS,
  type ClearanceStep,
  type DayCount,
  type LandRegime,
  type LandType,
  type LimitBasis,
  type LimitType,
  type StepAlert,
} from './words';

/** A limit of the catalogue, or one that runs. */
export class LimitView {
  @EnumProperty(LIMIT_TYPES, 'Within so many days, or not before they are over')
  readonly type: LimitType;

  @ApiProperty({ type: 'integer', example: 30 })
  readonly days: number;

  @EnumProperty(DAY_COUNTS, 'Which days are counted')
  readonly counted: DayCount;

  @EnumProperty(CLEARANCE_STEPS, 'The step that starts the clock')
  readonly sinceStep: ClearanceStep;

  @EnumProperty(['started', 'done'], 'What of it starts the clock; that day is not counted')
  readonly sinceEvent: 'started' | 'done';

  @EnumProperty(LAND_TYPES, 'Only for this kind of land', true)
  readonly landType: LandType | null;

  @EnumProperty(LIMIT_BASES, 'How far it can be relied on; only `law` makes someone overdue')
  readonly basis: LimitBasis;

  @ApiProperty({ description: 'Not read in the law itself; never makes someone overdue' })
  readonly unverified: boolean;

  @ApiProperty({ example: 'Luật Đất đai 2024, Điều 94' })
  readonly source: string;
}

/** A limit whose clock has started. */
export class DeadlineView extends LimitView {
  @ApiProperty({ format: 'date', description: 'The day on which the clock started' })
  readonly since: string;

  @ApiProperty({ format: 'date', description: 'The last day, or the first day on which it may be done' })
  readonly date: string;

  @ApiProperty({ description: 'Makes someone overdue' })
  readonly binding: boolean;

  @ApiProperty({ description: 'The holidays of some year in it are not confirmed yet' })
  readonly provisional: boolean;
}

export class StepAlertView {
  @EnumProperty(STEP_ALERTS, 'Stable')
  readonly code: StepAlert;

  @ApiProperty()
  readonly message: string;

  @ApiProperty()
  readonly messageEn: string;
}

/** A legal step with what was planned, what the law asks, and what was done. */
export class StepView {
  @EnumProperty(CLEARANCE_STEPS, 'The step')
  readonly step: ClearanceStep;

  @ApiProperty({ example: '12' })
  readonly number: string;

  @ApiProperty({ example: 'Chi trả' })
  readonly label: string;

  @ApiProperty({ example: 'Payment' })
  readonly labelEn: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Who signs or acts, on the day asked for' })
  readonly signer: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly signerEn: string | null;

  @ApiProperty({ description: 'Only where people do not cooperate' })
  readonly conditional: boolean;

  @ApiProperty({
    type: [String],
    enum: CLEARANCE_STEPS,
    description: 'Steps that come before; those with the same run side by side',
  })
  readonly after: readonly ClearanceStep[];

  @ApiProperty(DATE_OR_NULL)
  readonly planned: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'The last day of the earliest limit that runs' })
  readonly dueByLaw: string | null;

  @ApiProperty({ description: 'That limit is not read in the law, or its holidays are not confirmed' })
  readonly dueUnverified: boolean;

  @ApiProperty(DATE_OR_NULL)
  readonly started: string | null;

  @ApiProperty(DATE_OR_NULL)
  readonly done: string | null;

  @ApiProperty(COUNT_OR_NULL)
  readonly percent: number | null;

  @ApiProperty({ description: 'Không áp dụng' })
  readonly notApplicable: boolean;

  @EnumProperty(LAND_TYPES, 'Of the notice', true)
  readonly landType: LandType | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Number and date of the document' })
  readonly evidence: string | null;

  @ApiProperty({ type: ProofView, nullable: true, description: 'What the evidence points to' })
  readonly proof: ProofView | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly reason: string | null;

  @ApiProperty({ type: 'integer', description: 'Days past a last day by law, also when done late' })
  readonly daysOverdue: number;

  @ApiProperty({ type: [DeadlineView] })
  readonly deadlines: readonly DeadlineView[];

  @ApiProperty({ type: [StepAlertView] })
  readonly alerts: readonly StepAlertView[];
}

/** The steps of a project, or of one of its segments. */
export class ProjectStepsView {
  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ type: SegmentRefView, nullable: true, description: 'Null: the whole project' })
  readonly segment: SegmentRefView | null;

  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @EnumProperty(LAND_REGIMES, 'The law of that day', true)
  readonly regime: LandRegime | null;

  @ApiProperty({ type: [StepView] })
  readonly steps: readonly StepView[];
}

export class StepsQuery {
  @DateField({ description: 'As on this day; without it, today', optional: true })
  asOf?: string;

  @IdField({ description: 'Of this segment; without it, of the whole project', optional: true })
  segmentId?: string;
}

/** What is recorded of a step; what is left out stays, null takes back. */
export class RecordStepRequest {
  @IdField({ description: 'The segment; without it, the whole project', optional: true, nullable: true })
  segmentId?: string | null;

  @DateField({ description: 'When it is planned to be done', optional: true, nullable: true })
  planned?: string | null;

  @DateField({ description: 'When it began', optional: true, nullable: true })
  started?: string | null;

  @DateField({ description: 'When it was done', optional: true, nullable: true })
  done?: string | null;

  @WholeNumberField({ description: 'How far it is', optional: true, nullable: true, min: 0, max: 100 })
  percent?: number | null;

  @FlagField({ description: 'Không áp dụng; needs a reason', optional: true })
  notApplicable?: boolean;

  @ChoiceField({
    description: 'What kind of land the notice is for',
    of: LAND_TYPES,
    optional: true,
    nullable: true,
  })
  landType?: LandType | null;

  @TextField({ description: 'Number and date of the document', max: 500, optional: true, nullable: true })
  evidence?: string | null;

  @ProofField()
  proof?: ProofRequest;

  @TextField({ description: 'Why; no names of households', max: 1000, optional: true, nullable: true })
  reason?: string | null;
}

export class StepDeadlineQuery extends ListQuery {
  @DateField({ description: 'As on this day; without it, today', optional: true })
  asOf?: string;
}

/** A step of some project that deserves a look. */
export class SteppedProjectView {
  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ type: SegmentRefView, nullable: true })
  readonly segment: SegmentRefView | null;

  @ApiProperty({ type: StepView })
  readonly step: StepView;
}

/** A step of the catalogue with its limits under each law. */
export class CatalogueStepView {
  @EnumProperty(CLEARANCE_STEPS, 'Stable')
  readonly step: ClearanceStep;

  @ApiProperty()
  readonly number: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;

  @ApiProperty()
  readonly conditional: boolean;

  @ApiProperty({ type: [String], enum: CLEARANCE_STEPS })
  readonly after: readonly ClearanceStep[];

  @ApiProperty({ type: () => [RegimeLimitView] })
  readonly limits: readonly RegimeLimitView[];
}

export class RegimeLimitView extends LimitView {
  @ApiProperty({ type: [String], enum: LAND_REGIMES, description: 'Under these laws' })
  readonly regimes: readonly LandRegime[];
}
