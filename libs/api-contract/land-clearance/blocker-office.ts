import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../answer-fields';
import { TURN_BASES, type TurnBasis } from './words';

/** An organisation of the register by id and name. */
export class OfficeRefView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'UBND xã Bình Phú' })
  readonly name: string;
}

/** Whose turn it is to act on an open blocker. */
export class BlockerTurnView {
  @ApiProperty({ type: OfficeRefView, nullable: true })
  readonly office: OfficeRefView | null;

  @EnumProperty(TURN_BASES, 'The responsible office; while none is attached, who holds the project')
  readonly basis: TurnBasis;

  @ApiProperty({ format: 'date' })
  readonly since: string;
}

/** What every open proposal says. */
class ProposalView {
  @ApiProperty({ description: 'Names it when it is decided or withdrawn' })
  readonly id: string;

  @ApiProperty()
  readonly reason: string;

  @ApiProperty({ format: 'date' })
  readonly on: string;

  @ApiProperty({ type: OfficeRefView, description: 'The office whose turn it is, which proposed it' })
  readonly by: OfficeRefView;
}

/** Another due date that the responsible office asks for. */
export class DueProposalView extends ProposalView {
  @ApiProperty({ format: 'date' })
  readonly due: string;
}

/** Another office that is asked to take the blocker over. */
export class HandoverProposalView extends ProposalView {
  @ApiProperty({ type: OfficeRefView })
  readonly to: OfficeRefView;
}
