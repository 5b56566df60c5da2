import { ApiProperty } from '@nestjs/swagger';
import { RETURN_KINDS, type ReturnKind } from '@thongvon/kernel';
import { AmountProperty, EnumProperty } from '../amounts';

const COUNT = { type: 'integer' } as const;

/** How many findings of each severity. */
export class FindingCountsView {
  @ApiProperty(COUNT)
  readonly error: number;

  @ApiProperty(COUNT)
  readonly question: number;

  @ApiProperty(COUNT)
  readonly warning: number;

  @ApiProperty(COUNT)
  readonly info: number;
}

/** How many projects the return leaves in each state against what counts now. */
export class StateCountsView {
  @ApiProperty(COUNT)
  readonly new: number;

  @ApiProperty(COUNT)
  readonly missing: number;

  @ApiProperty(COUNT)
  readonly fell: number;

  @ApiProperty(COUNT)
  readonly unchanged: number;

  @ApiProperty(COUNT)
  readonly grew: number;

  @ApiProperty(COUNT)
  readonly 'not-reported': number;
}

/** An approved return of the same office, kind and date that ends when this one is approved. */
export class ReplacementView {
  @ApiProperty({ format: 'uuid', description: 'The one approved last, where several end' })
  readonly returnId: string;

  @ApiProperty({ format: 'date-time' })
  readonly approvedAt: string;

  @ApiProperty({
    ...COUNT,
    description: 'Projects that it tells otherwise, those it leaves out among them; 0: the two say the same',
  })
  readonly changed: number;

  @AmountProperty("Its sum of this year's plan less the approved one's")
  readonly difference: string | null;
}

export class SummarySectionView {
  @EnumProperty(RETURN_KINDS, 'Kind')
  readonly kind: ReturnKind;

  @AmountProperty('What counted when it was last checked')
  readonly before: string | null;

  @AmountProperty('What the return says')
  readonly after: string | null;

  @AmountProperty('The difference')
  readonly change: string | null;

  @ApiProperty({ type: StateCountsView })
  readonly projects: StateCountsView;

  @ApiProperty({ type: ReplacementView, required: false, description: 'Absent: approving it ends no other' })
  readonly replaces?: ReplacementView;
}

/** A return's preview and findings in a few numbers. */
export class ReturnSummaryView {
  @AmountProperty("This year's plan as the return states it")
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: '52.18' })
  readonly rate: string | null;

  @ApiProperty({ type: [SummarySectionView] })
  readonly sections: readonly SummarySectionView[];

  @ApiProperty({
    required: false,
    description:
      'Approving it lowers a total and needs a `reason`. Absent: last checked before this was kept',
  })
  readonly lowers?: boolean;

  @ApiProperty({
    ...COUNT,
    required: false,
    description: 'How many projects its approval registers under the sender’s office. Absent: as `lowers`',
  })
  readonly registers?: number;

  @ApiProperty({ type: FindingCountsView })
  readonly findings: FindingCountsView;
}

/** States of a return (contract, section 1). */
export const RETURN_STATUSES = [
  'received',
  'reading',
  'needs-attention',
  'ready',
  'submitted',
  'approved',
  'sent-back',
  'withdrawn',
  'failed',
  'superseded',
  'reverted',
] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];
