import { ApiProperty } from '@nestjs/swagger';
import { PersonView } from '../answer-fields';
import { TaskConclusionView, TaskCountsView, TaskOfficeView, TaskView } from './task';

/** A conclusion with all that was given in it. */
export class ConclusionView extends TaskConclusionView {
  @ApiProperty({ type: TaskOfficeView })
  readonly giver: TaskOfficeView;

  @ApiProperty({ type: PersonView })
  readonly concludedBy: PersonView;

  @ApiProperty({ type: PersonView, nullable: true })
  readonly enteredBy: PersonView | null;

  @ApiProperty({ format: 'date-time' })
  readonly givenAt: string;

  @ApiProperty({ type: TaskCountsView })
  readonly counts: TaskCountsView;
}

export class ConclusionDetailView extends ConclusionView {
  @ApiProperty({
    type: [TaskView],
    description: 'In the order of the document; as far as the caller sees them',
  })
  readonly tasks: readonly TaskView[];

  @ApiProperty({ description: 'Whether the caller may give it its number' })
  readonly mayNumber: boolean;
}

/** What was given, or had been given already by the same request. */
export class GivenTasksView {
  @ApiProperty({ description: 'It had been given before: nothing was done again' })
  readonly already: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly givenAt: string;

  @ApiProperty({ type: ConclusionDetailView })
  readonly conclusion: ConclusionDetailView;

  @ApiProperty({
    type: [TaskOfficeView],
    description: 'Offices in which nobody has an account: no mail reaches them',
  })
  readonly unreachable: readonly TaskOfficeView[];
}
