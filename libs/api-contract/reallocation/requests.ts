import {
  ChoiceField,
  DateField,
  DongField,
  IdField,
  ListQuery,
  ObjectsField,
  TextField,
  WholeNumberField,
} from '../fields';
import {
  PROPOSAL_STATES,
  type ProposalState,
  REALLOCATION_QUESTIONS,
  REALLOCATION_SIDES,
  type ReallocationQuestion,
  type ReallocationSide,
} from './words';

export class ReallocationCandidatesQuery extends ListQuery {
  @ChoiceField({ description: 'Who could give, or who could take', of: REALLOCATION_SIDES })
  side: ReallocationSide;

  @TextField({ description: 'Code of the source of capital', max: 100 })
  source: string;
}

/** So much of a source from one project to another. */
export class ReallocationLineRequest {
  @IdField({ description: 'Whose plan becomes less' })
  giverId: string;

  @IdField({ description: 'Whose plan becomes more' })
  receiverId: string;

  @TextField({ description: 'Code of the source of capital', max: 100 })
  source: string;

  @DongField({ description: 'How much, whole đồng', positive: true })
  amount: string;
}

/** The answer to a question about a project of the proposal. */
export class ReallocationDeclarationRequest {
  @IdField({ description: 'Which project' })
  projectId: string;

  @ChoiceField({ description: 'Which question', of: REALLOCATION_QUESTIONS })
  about: ReallocationQuestion;

  @TextField({
    description: 'By what it is known, such as the number of a document; no names of households',
    max: 500,
  })
  note: string;
}

/** A proposal as it is being made, by the week that it is made on. */
export class ReallocationTrialRequest {
  @DateField({ description: 'The frozen week, by its cut-off date' })
  week: string;

  @WholeNumberField({ description: 'Its revision', min: 1, max: 1000 })
  revision: number;

  @ObjectsField({ of: ReallocationLineRequest, max: 60, description: 'In the order in which they are shown' })
  lines: ReallocationLineRequest[];

  @ObjectsField({ of: ReallocationDeclarationRequest, max: 200 })
  declared: ReallocationDeclarationRequest[];
}

const KEY = {
  description: 'Chosen by the caller for what is kept: the same again is answered, not kept again',
  min: 8,
  max: 100,
} as const;
const AFTER = { description: 'The entry of its history that was seen last', min: 1, max: 10_000 } as const;

/** A proposal that is kept as a draft. */
export class ReallocationProposalRequest extends ReallocationTrialRequest {
  @TextField(KEY)
  clientKey: string;

  @TextField({ description: 'What it is called', max: 200 })
  title: string;
}

/** The same proposal with other lines. */
export class ReallocationVersionRequest extends ReallocationProposalRequest {
  @WholeNumberField(AFTER)
  after: number;
}

/** What became of it outside of the system. */
export class ReallocationOutcomeRequest {
  @TextField(KEY)
  clientKey: string;

  @WholeNumberField(AFTER)
  after: number;

  @ChoiceField({ description: 'Put aside, or decided on', of: PROPOSAL_STATES.slice(1) })
  state: Exclude<ProposalState, 'draft'>;

  @TextField({ description: 'Number of the decision; only where it was decided', max: 100, optional: true })
  decisionNumber?: string;

  @DateField({ description: 'Its date; only where it was decided', optional: true })
  decidedOn?: string;

  @TextField({ description: 'Why, or what else is to be said', max: 500, optional: true })
  note?: string;
}
