import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { OfficeNameView } from '../projects/participant';

/** A project of the register. */
export class NamedProjectView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: 'string', nullable: true })
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;
}

/** A project that became another office's with what was done to a return. */
export class NewOwnerView {
  @ApiProperty({ type: NamedProjectView })
  readonly project: NamedProjectView;

  @ApiProperty({ type: OfficeNameView })
  readonly from: OfficeNameView;

  @ApiProperty({ type: OfficeNameView })
  readonly to: OfficeNameView;
}

export const KEPT_BECAUSE = ['reported', 'handed-on', 'owner-changed', 'name-taken'] as const;
export type KeptBecause = (typeof KEPT_BECAUSE)[number];

/** A project whose owner stays, though the return that said so no longer counts, or one counts again that said otherwise. */
export class KeptHandoverView {
  @ApiProperty({ type: NamedProjectView })
  readonly project: NamedProjectView;

  @ApiProperty({ type: OfficeNameView, description: 'Whose it is and stays' })
  readonly owner: OfficeNameView;

  @ApiProperty({ type: OfficeNameView, description: 'Whose it would be else' })
  readonly wouldBe: OfficeNameView;

  @EnumProperty(
    KEPT_BECAUSE,
    'What came later: an approved return of its owner, a further handover, a person’s change of the owner; or the other office has a project of this name, and neither has a code',
  )
  readonly reason: KeptBecause;
}
