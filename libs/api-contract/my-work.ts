import { ApiProperty } from '@nestjs/swagger';
import { RETURN_KINDS, type ReturnKind } from '@thongvon/kernel';
import { AmountProperty } from './amounts';
import {
  COUNT,
  COUNT_OR_NULL,
  DATE_OR_NULL,
  EnumProperty,
  INSTANT_OR_NULL,
  PersonView,
  TEXT_OR_NULL,
} from './answer-fields';

/** What waits for somebody: of its own kind, each from the room that knows it. */
export const WORK_KINDS = [
  'return-owed',
  'return-sent-back',
  'return-reverted',
  'blocker',
  'task-assigned',
  'task-accepted',
  'task-sent-back',
  'task-reported',
  'task-refused',
  'task-due-proposed',
  'returns-waiting',
  'reply-received',
  'offices-silent',
  'differences',
  'mails-failed',
  'mails-unknown',
  'cut-off',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** What came to an end. */
export const SETTLED_KINDS = ['return-approved', 'blocker-closed'] as const;
export type SettledKind = (typeof SETTLED_KINDS)[number];

export class WorkProjectView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;
}

/** One thing to do: what, why, until when, how much, and where it is done. */
export class WorkLineView {
  @EnumProperty(WORK_KINDS, 'What kind of work')
  readonly kind: WorkKind;

  @ApiProperty({ ...DATE_OR_NULL, description: 'By which day; null: no day is set' })
  readonly due: string | null;

  @ApiProperty({ ...INSTANT_OR_NULL, description: 'By when, where the day has an hour' })
  readonly dueAt: string | null;

  @ApiProperty({ description: 'That has passed' })
  readonly overdue: boolean;

  @ApiProperty({ ...COUNT_OR_NULL, description: 'Days left until the day; negative: so many late' })
  readonly days: number | null;

  @ApiProperty({
    ...INSTANT_OR_NULL,
    description: 'Since when it waits: it came back, was handed in, was to come',
  })
  readonly since: string | null;

  @ApiProperty({ ...COUNT, description: 'For how many it stands; 1 where it is one thing' })
  readonly count: number;

  @ApiProperty({
    ...COUNT_OR_NULL,
    description: 'Of those how many another person has to do; null: nothing tells',
  })
  readonly countOfOthers: number | null;

  @AmountProperty(
    'Capital that the blocker holds, the change of disbursements that waits, or the largest difference',
  )
  readonly amount: string | null;

  @ApiProperty({ type: WorkProjectView, nullable: true, description: 'Of which project' })
  readonly project: WorkProjectView | null;

  @ApiProperty({ type: [String], enum: RETURN_KINDS, description: 'Kinds of the return' })
  readonly returnKinds: readonly ReturnKind[];

  @ApiProperty({ ...DATE_OR_NULL, description: 'Of which day the return is; of what is owed, its cut-off' })
  readonly asOf: string | null;

  @ApiProperty({
    ...TEXT_OR_NULL,
    description: 'The blocker, the task, the reason, the reply, in the words of who wrote it',
  })
  readonly text: string | null;

  @ApiProperty({
    ...TEXT_OR_NULL,
    description: 'Of a task: the report, or why it was refused, came back, or is to have another day',
  })
  readonly said: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Of a task: the day that its office asks for' })
  readonly dueAsked: string | null;

  @ApiProperty({ type: PersonView, nullable: true, description: 'Who wrote the last of that' })
  readonly by: PersonView | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Whom it waits for, or who sent it' })
  readonly office: string | null;

  @ApiProperty({ description: 'Page of the app where it is done', example: '/bao-cao' })
  readonly path: string;
}

/** A workbook that was begun and handed in to nobody. */
export class DraftView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly fileName: string;

  @ApiProperty({ format: 'date-time' })
  readonly receivedAt: string;

  @ApiProperty()
  readonly path: string;
}

export class DraftsView {
  @ApiProperty({ ...COUNT, description: 'As many as the list of drafts has' })
  readonly total: number;

  @ApiProperty({ type: DraftView, nullable: true })
  readonly newest: DraftView | null;
}

export class SettledWorkView {
  @EnumProperty(SETTLED_KINDS, 'What came of it')
  readonly kind: SettledKind;

  @ApiProperty({ format: 'date' })
  readonly on: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Whose return, or which project' })
  readonly name: string | null;

  @ApiProperty({ type: [String], enum: RETURN_KINDS, description: 'Kinds of the return' })
  readonly returnKinds: readonly ReturnKind[];

  @ApiProperty({ ...DATE_OR_NULL, description: 'Of which day the return is' })
  readonly asOf: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Why the blocker was closed' })
  readonly text: string | null;

  @ApiProperty()
  readonly path: string;
}

/** What stands next to the names of pages. Null: nothing of it for this role. */
export class WorkCountsView {
  @ApiProperty({ ...COUNT_OR_NULL, description: 'All that there is to do: `total`' })
  readonly work: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, description: 'Of it, returns owed or come back' })
  readonly returns: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, description: 'Returns that wait for approval' })
  readonly review: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, description: 'Differences from the Treasury that nobody has explained' })
  readonly reconciliation: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, description: 'Overdue blockers in sight' })
  readonly blockers: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, description: 'Alerts that nobody has taken note of' })
  readonly alerts: number | null;

  @ApiProperty({
    ...COUNT_OR_NULL,
    description: 'Tasks that wait for the caller: to answer, to confirm, to decide on',
  })
  readonly tasks: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, description: 'Mails that failed, or of which nobody knows' })
  readonly administration: number | null;
}

/** Of what there is more than `lines` has room for. */
export class WorkUnshownView {
  @ApiProperty(COUNT)
  readonly blockers: number;

  @ApiProperty(COUNT)
  readonly tasks: number;
}

/** What waits for the caller, in the order in which it presses. */
export class MyWorkView {
  @ApiProperty({ format: 'date', description: 'To this day days are counted' })
  readonly businessDay: string;

  @ApiProperty({ format: 'date-time', description: 'By the business clock' })
  readonly now: string;

  @ApiProperty({ ...COUNT, description: 'All that there is to do, also what `lines` has no room for' })
  readonly total: number;

  @ApiProperty({ ...COUNT, description: 'How much of it is overdue' })
  readonly overdue: number;

  @ApiProperty({ type: [WorkLineView], description: 'Overdue first, then what waits, then by due date' })
  readonly lines: readonly WorkLineView[];

  @ApiProperty({ type: WorkUnshownView, description: 'How many more there are: `total` less `lines`' })
  readonly unshown: WorkUnshownView;

  @ApiProperty({ type: WorkLineView, nullable: true, description: 'What comes due next, after these' })
  readonly next: WorkLineView | null;

  @ApiProperty({ type: DraftsView })
  readonly drafts: DraftsView;

  @ApiProperty({ type: [SettledWorkView], description: 'In the last seven days, the latest first' })
  readonly settled: readonly SettledWorkView[];

  @ApiProperty({ type: WorkCountsView })
  readonly counts: WorkCountsView;
}
