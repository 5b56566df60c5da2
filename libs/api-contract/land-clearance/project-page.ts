import { ApiProperty } from '@nestjs/swagger';
import { BlockerEventView } from './blocker';
import { BlockerGroupView, BlockerSeriesPointView } from './blocker-summary';
import { ProjectClearanceDetailView } from './clearance';
import { ClearanceMoneyView } from './clearance-money';
import { ClosingItemView } from './closing-items';
import { ProjectRemarkView } from './remark';
import { StepView } from './step';

/** Something done or reported about a blocker of the project. */
export class ProjectActionView extends BlockerEventView {
  @ApiProperty({ format: 'uuid' })
  readonly blockerId: string;
}

/** All that a project's page shows of its land clearance, in one answer. */
export class ProjectClearancePageView extends ProjectClearanceDetailView {
  @ApiProperty({ type: [ProjectActionView], description: 'Of all its blockers, newest first, at most 200' })
  readonly actions: readonly ProjectActionView[];

  @ApiProperty({
    type: [BlockerSeriesPointView],
    description: 'Capital held on this day and the 12 weeks before',
  })
  readonly heldSeries: readonly BlockerSeriesPointView[];

  @ApiProperty({ type: [BlockerGroupView] })
  readonly heldByCause: readonly BlockerGroupView[];

  @ApiProperty({ type: [BlockerGroupView] })
  readonly heldByUnit: readonly BlockerGroupView[];

  @ApiProperty({
    type: [ProjectRemarkView],
    description: 'Remarks of returns that count: proposed as blockers, or said to be none',
  })
  readonly remarks: readonly ProjectRemarkView[];

  @ApiProperty({ type: [StepView], description: 'Of the whole project' })
  readonly steps: readonly StepView[];

  @ApiProperty({ type: ClearanceMoneyView })
  readonly money: ClearanceMoneyView;

  @ApiProperty({ type: [ClosingItemView], description: 'What it still owes, longest first' })
  readonly closing: readonly ClosingItemView[];
}
