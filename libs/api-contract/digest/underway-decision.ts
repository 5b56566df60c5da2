import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty } from '../amounts';
import { COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { TASK_STATES, type TaskState } from '../tasks/words';

/** A task about a project that is within its day. */
export class DecidedTaskView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'Whose it is' })
  readonly office: string;

  @ApiProperty({ format: 'date' })
  readonly due: string;

  @EnumProperty(TASK_STATES, 'How far it is')
  readonly state: TaskState;

  @ApiProperty({ ...COUNT, description: 'How many more there are about the project' })
  readonly further: number;

  @ApiProperty({
    description: 'That in Vietnamese',
    example: 'Đã giao UBND xã Bình Phú, hạn 30/06, đang làm.',
  })
  readonly text: string;

  @ApiProperty()
  readonly textEn: string;
}

/** A project of which something was decided: it isn't asked for again until the task's day. */
export class UnderwayDecisionView {
  @ApiProperty({ format: 'uuid' })
  readonly projectId: string;

  @ApiProperty()
  readonly projectName: string;

  @ApiProperty({
    ...TEXT_OR_NULL,
    format: 'uuid',
    description: 'Of its open blockers the one that presses most',
  })
  readonly blockerId: string | null;

  @AmountProperty('The money that it would be ranked by')
  readonly amount: string | null;

  @ApiProperty({ type: DecidedTaskView })
  readonly task: DecidedTaskView;
}
