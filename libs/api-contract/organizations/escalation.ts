import { ApiProperty } from '@nestjs/swagger';
import { MOST_RUNGS, RUNG_DAYS, RUNG_ROLES, type RungRole } from '@thongvon/kernel';
import { EnumProperty, PersonView } from '../answer-fields';
import { ChoiceField, ObjectsField, TextField, WholeNumberField } from '../fields';
import { OfficeRefView } from '../land-clearance/blocker-office';

/** A day on which somebody is informed. */
export class RungView {
  @ApiProperty({ type: 'integer', description: 'Days after it fell due; negative: before' })
  readonly days: number;

  @EnumProperty(RUNG_ROLES, 'Who: who must act, the head, or leaders')
  readonly to: RungRole;
}

/** Who is informed of returns that weren't sent, and of blockers and tasks that are due, and when. */
export class LaddersView {
  @ApiProperty({ type: [RungView], description: 'Of a return, after its cut-off' })
  readonly return: readonly RungView[];

  @ApiProperty({ type: [RungView], description: 'Of a blocker, after its due date' })
  readonly blocker: readonly RungView[];

  @ApiProperty({ type: [RungView], description: 'Of a task, after its date' })
  readonly task: readonly RungView[];
}

/** What an administrator set. */
export class LaddersEntryView extends LaddersView {
  @ApiProperty()
  readonly reason: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty({ type: PersonView })
  readonly by: PersonView;
}

/** The ladders in force below a top office. */
export class EscalationLaddersView extends LaddersView {
  @ApiProperty({
    type: OfficeRefView,
    nullable: true,
    description: 'The top office whose ladders they are; null for who works below it',
  })
  readonly organization: OfficeRefView | null;

  @ApiProperty({ description: 'Nobody has set any: those that the system comes with' })
  readonly isDefault: boolean;

  @ApiProperty({
    type: [LaddersEntryView],
    description: 'What was ever set, newest first; empty for who works below the top office',
  })
  readonly entries: readonly LaddersEntryView[];
}

class RungRequest {
  @WholeNumberField({
    description: 'Days after it fell due; negative: before',
    min: RUNG_DAYS.first,
    max: RUNG_DAYS.last,
  })
  days: number;

  @ChoiceField({ description: 'Who is informed', of: RUNG_ROLES })
  to: RungRole;
}

const RUNGS = { of: RungRequest, min: 1, max: MOST_RUNGS } as const;

/** The ladders, each in the order of its days; they begin with who must act and never go down. */
export class SetLaddersRequest {
  @ObjectsField({ description: 'Of a return, after its cut-off', ...RUNGS })
  return: RungRequest[];

  @ObjectsField({ description: 'Of a blocker, after its due date', ...RUNGS })
  blocker: RungRequest[];

  @ObjectsField({
    description: 'Of a task, after its date; without it, that which is in force stays',
    ...RUNGS,
    optional: true,
  })
  task?: RungRequest[];

  @TextField({ description: 'Why, and by which document', max: 1000 })
  reason: string;
}
