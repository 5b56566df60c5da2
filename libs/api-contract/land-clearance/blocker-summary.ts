import { ApiProperty } from '@nestjs/swagger';
import { type Denominator, DENOMINATORS } from '@thongvon/kernel';
import { AmountProperty, FigureAgesView, ReckoningView } from '../amounts';
import { COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { DateField, TextField, WholeNumberField } from '../fields';
import { ProjectRefView } from '../projects/project';
import { ClosingItemView } from '../works-contracts/closing-item';
import { BlockerView } from './blocker';
import { DUE_BUCKETS, type DueBucket } from './words';

/** Blockers and what they hold together; a project's money is counted once, however many blockers it has. */
export class HeldTotalView {
  @ApiProperty({ ...COUNT, description: 'Open blockers, overdue ones included' })
  readonly blockers: number;

  @ApiProperty(COUNT)
  readonly overdue: number;

  @ApiProperty({ ...COUNT, description: 'Projects with an open blocker' })
  readonly projects: number;

  @AmountProperty('Capital held; null when it is not known of any project')
  readonly capitalHeld: string | null;

  @ApiProperty({ ...COUNT, description: 'Projects of which it is not known, left out of the amount' })
  readonly projectsUnknown: number;
}

export class DueBucketView extends HeldTotalView {
  @EnumProperty(DUE_BUCKETS, 'How far the due date is away')
  readonly bucket: DueBucket;
}

/** What is still to be disbursed in parts that add up to it; a project's money counts once, at its most pressing blocker. */
export class HeldPartsView {
  @ApiProperty({ description: 'Held by blockers that are overdue, whole đồng' })
  readonly overdue: string;

  @ApiProperty({ description: 'Held by those due by the next letter' })
  readonly dueSoon: string;

  @ApiProperty({ description: 'Held by those due later or without a date' })
  readonly later: string;

  @AmountProperty('What no blocker holds; null where it is not known what is still to be disbursed')
  readonly notHeld: string | null;
}

export class BlockerGroupView extends HeldTotalView {
  @ApiProperty({ type: 'string', nullable: true, description: 'Null: not known' })
  readonly key: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly label: string | null;

  @ApiProperty({ description: 'By `likelyCause`: the words suggest it, and nobody has confirmed it yet' })
  readonly suggested: boolean;

  @ApiProperty({ type: [DueBucketView], description: 'Ageing; buckets without blockers are left out' })
  readonly ageing: readonly DueBucketView[];

  @ApiProperty({ type: HeldPartsView, description: 'The parts of `capitalHeld`; `notHeld` is null' })
  readonly parts: HeldPartsView;
}

/** What blocks now, what it holds, and by whom or what. */
export class BlockerSummaryView extends HeldTotalView {
  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @ApiProperty({ ...COUNT, example: 2023 })
  readonly planYear: number;

  @EnumProperty(DENOMINATORS, 'Which plan counts as held')
  readonly denominator: Denominator;

  @ApiProperty({ type: ReckoningView })
  readonly reckoning: ReckoningView;

  @AmountProperty(
    'Still to be disbursed of the whole plan; null where only some blockers are asked for, or some are of projects that are not the caller’s',
  )
  readonly remaining: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Capital held of `remaining`: percent, two decimals, half up',
    example: '68.03',
  })
  readonly share: string | null;

  @ApiProperty({ type: HeldPartsView, description: 'The parts of `remaining`' })
  readonly parts: HeldPartsView;

  @ApiProperty({
    type: FigureAgesView,
    description:
      'How old the figures are that the capital held is reckoned by; `reckoning.stale` speaks of the newest figure of all projects',
  })
  readonly figures: FigureAgesView;

  @ApiProperty({
    type: HeldTotalView,
    description:
      'What overdue blockers hold together, each project once: its `capitalHeld` is `parts.overdue`',
  })
  readonly heldOverdue: HeldTotalView;

  @ApiProperty({ type: [DueBucketView] })
  readonly ageing: readonly DueBucketView[];

  @ApiProperty({
    type: [BlockerGroupView],
    description:
      'Most capital held first; empty without `groupBy`. Groups that share a project each count it',
  })
  readonly groups: readonly BlockerGroupView[];
}

export class BlockerSeriesPointView extends HeldTotalView {
  @ApiProperty({ format: 'date' })
  readonly asOf: string;
}

/** Weekly, from the positions as known now. */
export class BlockerSeriesView {
  @ApiProperty({ type: [BlockerSeriesPointView] })
  readonly points: readonly BlockerSeriesPointView[];
}

export class ContractorQuery {
  @TextField({ description: 'Its name or words of it; accents and case do not matter', max: 300 })
  name: string;

  @DateField({ description: 'As on this day; without it, today', optional: true })
  asOf?: string;

  @WholeNumberField({
    description: 'Plan year of the capital held; without it, that of the day',
    optional: true,
    min: 2000,
    max: 2100,
  })
  planYear?: number;
}

/** All that a contractor holds up, owes and works on, among the projects in sight. */
export class ContractorView {
  @ApiProperty({ type: [String], description: 'The names that were found, as they are written' })
  readonly names: readonly string[];

  @ApiProperty({ type: HeldTotalView, description: 'What it holds up; a project counts once' })
  readonly held: HeldTotalView;

  @ApiProperty({ type: [BlockerView], description: 'Open ones that name it, earliest due first' })
  readonly blockers: readonly BlockerView[];

  @ApiProperty({ type: [ClosingItemView], description: 'Papers and debts that it owes, longest first' })
  readonly owes: readonly ClosingItemView[];

  @ApiProperty({ type: [ProjectRefView], description: 'Projects of the register that it works on' })
  readonly projects: readonly ProjectRefView[];
}
