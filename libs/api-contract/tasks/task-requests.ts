import { ChoiceField, DateField, IdField, ListQuery, ObjectsField, TextField } from '../fields';
import { ProofField, ProofRequest } from '../land-clearance/evidence';
import {
  CONCLUSION_KINDS,
  type ConclusionKind,
  TASK_STATES,
  TASK_VIEWS,
  type TaskListView,
  type TaskState,
  WAITING_FILTERS,
  type WaitingFilter,
} from './words';

const TRUE = ['true'] as const;

export class TaskListQuery extends ListQuery {
  @ChoiceField({
    description: 'Given to the own office, given by it, or all in sight; `all` without it',
    of: TASK_VIEWS,
    optional: true,
  })
  view?: TaskListView;

  @ChoiceField({ description: 'Only in this state', of: TASK_STATES, optional: true })
  state?: TaskState;

  @ChoiceField({ description: 'Only those that have not ended', of: TRUE, optional: true })
  open?: 'true';

  @ChoiceField({ description: 'Only those past their day', of: TRUE, optional: true })
  overdue?: 'true';

  @ChoiceField({
    description: 'Only those that wait for the caller: for anything, or for this',
    of: WAITING_FILTERS,
    optional: true,
  })
  waiting?: WaitingFilter;

  @IdField({ description: 'Only of this office', optional: true })
  organizationId?: string;

  @IdField({ description: 'Only about this project', optional: true })
  projectId?: string;

  @IdField({ description: 'Only about this blocker', optional: true })
  blockerId?: string;

  @IdField({ description: 'Only of this conclusion', optional: true })
  conclusionId?: string;
}

export class TaskWeekQuery {
  @DateField({
    description: 'The week by its cut-off date; without it, the one that closed last',
    optional: true,
    example: '2023-06-22',
  })
  week?: string;
}

export class TaskAssigneesQuery extends ListQuery {
  @IdField({ description: 'Whose office comes first', optional: true })
  projectId?: string;

  @IdField({ description: 'Before that, the office that must act on this blocker', optional: true })
  blockerId?: string;
}

const KEY = {
  description: 'Chosen by the caller for what is given: the same again is answered, not given again',
  min: 8,
  max: 100,
} as const;
const WHAT = { description: 'What is to be done; no names of households', max: 2000 } as const;
const CONCLUDED_BY = {
  description:
    'Who decided it, of the own office; without it the caller, who must be a leader or head of finance',
  optional: true,
} as const;
const NUMBER = {
  description: 'Number of the document; it may come later',
  max: 100,
  optional: true,
} as const;

/** One task. */
export class NewTaskRequest {
  @TextField(WHAT)
  what: string;

  @DateField({ description: 'The last day for it; from today on' })
  due: string;

  @IdField({ description: 'Whose task it is: an office in sight' })
  organizationId: string;

  @TextField({ description: 'Who in the office, by role', max: 200, optional: true })
  person?: string;

  @IdField({ description: 'What it is about', optional: true })
  projectId?: string;

  @IdField({ description: 'The blocker that it is about; its project is then known', optional: true })
  blockerId?: string;
}

/** One task, by one tap: decided on a page, unless it names a document. */
export class GiveTaskRequest extends NewTaskRequest {
  @TextField(KEY)
  clientKey: string;

  @IdField(CONCLUDED_BY)
  concludedBy?: string;

  @ChoiceField({
    description: 'Where it comes from; `page` without it',
    of: CONCLUSION_KINDS,
    optional: true,
  })
  kind?: ConclusionKind;

  @TextField(NUMBER)
  number?: string;

  @DateField({ description: 'Date of the document; without it, today', optional: true })
  dated?: string;
}

/** All that a meeting or a document gives. */
export class ConclusionRequest {
  @TextField(KEY)
  clientKey: string;

  @ChoiceField({ description: 'What it is', of: CONCLUSION_KINDS })
  kind: ConclusionKind;

  @TextField(NUMBER)
  number?: string;

  @DateField({ description: 'Date of the document or the meeting; not after today' })
  dated: string;

  @TextField({ description: 'What it is called', max: 300, optional: true })
  title?: string;

  @IdField(CONCLUDED_BY)
  concludedBy?: string;

  @ObjectsField({ of: NewTaskRequest, min: 1, max: 60, description: 'In the order of the document' })
  tasks: NewTaskRequest[];
}

export class ConclusionNumberRequest {
  @TextField({ description: 'Number of the document', max: 100 })
  number: string;

  @DateField({ description: 'Its date' })
  dated: string;
}

export class TaskReportRequest {
  @TextField({ description: 'What was done; no names of households', max: 2000 })
  text: string;

  @ProofField()
  proof?: ProofRequest;
}

export class TaskReasonRequest {
  @TextField({ description: 'Why', max: 1000 })
  reason: string;
}

export class TaskConfirmationRequest {
  @TextField({ description: 'What was seen', max: 1000, optional: true })
  text?: string;
}

export class TaskDueRequest {
  @DateField({ description: 'The new last day' })
  due: string;

  @TextField({ description: 'Why', max: 1000 })
  reason: string;
}
