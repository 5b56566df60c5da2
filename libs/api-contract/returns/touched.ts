import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { OfficeNameView } from '../projects/participant';

/** How a project stands to the office that sent the return, on the return's date. */
export const TOUCH_RELATIONS = ['own', 'below', 'participant', 'unclaimed', 'other'] as const;
export type TouchRelation = (typeof TOUCH_RELATIONS)[number];

/** Whose projects a return touches. Projects that aren't in the register yet are not counted. */
export class TouchedView {
  @ApiProperty({ type: OfficeNameView, description: 'Who holds them' })
  readonly organization: OfficeNameView;

  @ApiProperty({ type: 'integer', description: 'How many of its projects' })
  readonly projects: number;

  @EnumProperty(
    TOUCH_RELATIONS,
    "The sender's own; of an office below it; those in whose land clearance it takes part; without an owner, so that it " +
      'becomes the owner on approval; of another office by now',
  )
  readonly relation: TouchRelation;
}

/** A project that no plan and no return has named: the approval registers it under the sender's office. */
export class RegisteredProjectView {
  @ApiProperty({ type: 'string', nullable: true })
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;
}
