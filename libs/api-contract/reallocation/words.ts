/** What must not be in a proposal: it is refused. */
export const REALLOCATION_ERRORS = [
  'project-unknown',
  'same-project',
  'repeated',
  'both-sides',
  'source-of-giver',
  'source-of-receiver',
  'other-whole',
  'below-disbursed',
  'above-investment',
] as const;
export type ReallocationError = (typeof REALLOCATION_ERRORS)[number];

/** What somebody has to declare before a proposal is kept: nobody knows it, or the figures speak against it. */
export const REALLOCATION_QUESTIONS = [
  'more-than-spare',
  'against-estimate',
  'giver-not-reported',
  'investment-unknown',
  'above-pace',
  'receiver-blocked',
] as const;
export type ReallocationQuestion = (typeof REALLOCATION_QUESTIONS)[number];

export const REALLOCATION_SIDES = ['giver', 'receiver'] as const;
export type ReallocationSide = (typeof REALLOCATION_SIDES)[number];

/** A proposal is a draft until somebody puts it aside, or it was decided on outside of the system. */
export const PROPOSAL_STATES = ['draft', 'put-aside', 'decided'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
