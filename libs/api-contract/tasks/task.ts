import { ApiProperty } from '@nestjs/swagger';
import {
  COUNT,
  DATE_OR_NULL,
  EnumProperty,
  INSTANT_OR_NULL,
  PersonView,
  TEXT_OR_NULL,
} from '../answer-fields';
import { ProofView } from '../land-clearance/evidence';
import {
  CONCLUSION_KINDS,
  type ConclusionKind,
  TASK_ACTS,
  TASK_EVENT_TYPES,
  TASK_STATES,
  type TaskAct,
  type TaskEventType,
  type TaskState,
} from './words';

/** An office, as tasks name it. */
export class TaskOfficeView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'UBND xã Bình Dương' })
  readonly name: string;
}

export class TaskProjectView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;
}

/** What tasks come from, as one of them names it. */
export class TaskConclusionView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @EnumProperty(CONCLUSION_KINDS, 'Notice of conclusion, written directive, or decision on a page')
  readonly kind: ConclusionKind;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null: it has no number yet', example: '9045/TB-UBND' })
  readonly number: string | null;

  @ApiProperty({ format: 'date', description: 'Of the document; without a number, of the decision' })
  readonly dated: string;

  @ApiProperty({ ...TEXT_OR_NULL, example: 'Giao ban giải ngân tuần 25' })
  readonly title: string | null;
}

/** A new date that the office has asked for. */
export class ProposedDueView {
  @ApiProperty({ format: 'date' })
  readonly due: string;

  @ApiProperty()
  readonly reason: string;
}

/** A task as it stands on a day. */
export class TaskView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'What is to be done' })
  readonly what: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Who in the office, by role', example: 'Chủ tịch UBND xã' })
  readonly person: string | null;

  @EnumProperty(TASK_STATES, 'How far it is')
  readonly state: TaskState;

  @ApiProperty({ format: 'date', description: 'The last day for it, as it stands' })
  readonly due: string;

  @ApiProperty({ format: 'date', description: 'The day that was given first' })
  readonly firstDue: string;

  @ApiProperty({ ...COUNT, description: 'How often the date was moved' })
  readonly dueMoves: number;

  @ApiProperty({ description: 'Past its day, and neither reported nor refused' })
  readonly overdue: boolean;

  @ApiProperty({ ...COUNT, description: 'Days past its date; 0 where it is not overdue' })
  readonly daysOverdue: number;

  @ApiProperty({ type: ProposedDueView, nullable: true })
  readonly proposedDue: ProposedDueView | null;

  @ApiProperty({ type: TaskOfficeView, description: 'Whose task it is' })
  readonly organization: TaskOfficeView;

  @ApiProperty({ type: TaskOfficeView, description: 'The office that gave it' })
  readonly giver: TaskOfficeView;

  @ApiProperty({ type: PersonView, description: 'Who decided it' })
  readonly concludedBy: PersonView;

  @ApiProperty({ type: PersonView, nullable: true, description: 'Who entered it for them; null: themselves' })
  readonly enteredBy: PersonView | null;

  @ApiProperty({ type: TaskConclusionView })
  readonly conclusion: TaskConclusionView;

  @ApiProperty({ type: TaskProjectView, nullable: true })
  readonly project: TaskProjectView | null;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'The blocker that it is about',
  })
  readonly blockerId: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly givenAt: string;

  @ApiProperty(INSTANT_OR_NULL)
  readonly acceptedAt: string | null;

  @ApiProperty({
    ...INSTANT_OR_NULL,
    description: 'The last report; null: there is none, or it was sent back',
  })
  readonly reportedAt: string | null;

  @ApiProperty({ ...INSTANT_OR_NULL, description: 'When it was confirmed or withdrawn' })
  readonly endedAt: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The last words of its history: a report, a reason' })
  readonly lastText: string | null;

  @ApiProperty({ enum: TASK_ACTS, isArray: true, description: 'What the caller may do to it now' })
  readonly may: readonly TaskAct[];
}

/** An entry of a task's history. */
export class TaskEventView {
  @EnumProperty(TASK_EVENT_TYPES, 'What was done')
  readonly type: TaskEventType;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty({ type: PersonView })
  readonly by: PersonView;

  @ApiProperty(TEXT_OR_NULL)
  readonly text: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'The date that was given, proposed or set' })
  readonly due: string | null;

  @ApiProperty({ type: ProofView, nullable: true })
  readonly proof: ProofView | null;
}

export class TaskDetailView extends TaskView {
  @ApiProperty({ type: [TaskEventView], description: 'Oldest first' })
  readonly history: readonly TaskEventView[];
}

/**
 * How many tasks were given and how far they are on a day: `given` is the sum of done, doing, overdue and refused. What was
 * withdrawn is counted apart.
 */
export class TaskCountsView {
  @ApiProperty({ ...COUNT, description: 'Without those withdrawn' })
  readonly given: number;

  @ApiProperty({ ...COUNT, description: 'Confirmed' })
  readonly done: number;

  @ApiProperty({ ...COUNT, description: 'Assigned, accepted or reported, and not overdue' })
  readonly doing: number;

  @ApiProperty(COUNT)
  readonly overdue: number;

  @ApiProperty({ ...COUNT, description: 'Refused by the office: back with the giver' })
  readonly refused: number;

  @ApiProperty(COUNT)
  readonly withdrawn: number;
}

/** What became of the tasks of a week. */
export class TaskWeekView {
  @ApiProperty({ format: 'date-time', description: 'Tasks that were given after this instant' })
  readonly from: string;

  @ApiProperty({ format: 'date-time', description: 'And by this one' })
  readonly through: string;

  @ApiProperty({ format: 'date', description: 'The day on which the counts are reckoned' })
  readonly asOf: string;

  @ApiProperty({ type: TaskCountsView })
  readonly counts: TaskCountsView;

  @ApiProperty({ type: TaskCountsView, description: 'Of all that was given before and had not ended' })
  readonly earlier: TaskCountsView;

  @ApiProperty({
    type: [TaskView],
    description:
      'Those of the week that are not done, as the letter has them: most pressing first, seven at most',
  })
  readonly open: readonly TaskView[];

  @ApiProperty({ description: 'Whether any task was ever given in sight of the caller' })
  readonly everGiven: boolean;
}

/** What waits for the caller. */
export class WaitingTasksView {
  @ApiProperty({ ...COUNT, description: 'Given to the own office: to accept, refuse or report' })
  readonly toAnswer: number;

  @ApiProperty({ ...COUNT, description: 'Of these, past their day' })
  readonly overdue: number;

  @ApiProperty({ ...COUNT, description: 'Reported to the own office: to confirm or send back' })
  readonly toConfirm: number;

  @ApiProperty({ ...COUNT, description: 'Refused: back with the own office' })
  readonly refused: number;

  @ApiProperty({ ...COUNT, description: 'A new date is asked for' })
  readonly dueProposed: number;

  @ApiProperty({ ...COUNT, description: 'Tasks that wait for the caller, each counted once' })
  readonly total: number;
}

/** Who may be named as having decided. */
export class TaskGiverView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ enum: ['leader', 'finance-head'] })
  readonly role: string;
}

/** An office to which the caller may give tasks. */
export class TaskAssigneeView extends TaskOfficeView {
  @ApiProperty({ description: 'Whether somebody of it has an account and can answer' })
  readonly reachable: boolean;

  @ApiProperty({ description: 'The office that answers for the project or blocker asked for' })
  readonly suggested: boolean;
}
