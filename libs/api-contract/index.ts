export * from './alerts/alert';
export * from './alerts/alert-requests';
export * from './alerts/alert-rule';
export * from './amounts';
export * from './audit';
export * from './capital/curve';
export * from './capital/decision';
export * from './capital/figures';
export * from './capital/provenance';
export * from './capital/reconciliation';
export * from './capital/spending-plan';
export * from './capital/standing';
export * from './digest/digest-letter';
export * from './digest/week-digest';
export {
  FAILED_JOB_STATES,
  type FailedJobState,
  FailedJobView,
  FailedJobsDoneView,
  FailedJobListQuery,
  FailedJobsRequest,
  DiscardFailedJobsRequest,
  MAIL_STATES,
  type MailState,
  MAIL_OUTCOMES,
  type MailOutcome,
  MailView,
  MailAttemptView,
  MailDetailView,
  MailListQuery,
  AboutView,
  HealthView,
} from './operations';
export * from './fields';
export * from './land-clearance/blocker';
export * from './land-clearance/blocker-requests';
export * from './land-clearance/blocker-summary';
export {
  BLOCKER_CAUSES,
  type BlockerCause,
  DECIDING_LEVELS,
  type DecidingLevel,
  BLOCKER_STATES,
  type BlockerState,
  BLOCKER_ATTENTIONS,
  type BlockerAttention,
  BLOCKER_ACTION_TYPES,
  type BlockerAction,
  BLOCKER_SORTS,
  type BlockerSort,
  BLOCKER_GROUPINGS,
  type BlockerGrouping,
  DUE_BUCKETS,
  type DueBucket,
  HELD_METHODS,
  type HeldMethod,
  CLEARANCE_STEPS,
  type ClearanceStep,
  LAND_REGIMES,
  type LandRegime,
  LAND_TYPES,
  type LandType,
  LIMIT_BASES,
  type LimitBasis,
  LIMIT_TYPES,
  type LimitType,
  DAY_COUNTS,
  type DayCount,
  STEP_ALERTS,
  type StepAlert,
} from './land-clearance/words';
export * from './land-clearance/clearance';
export * from './land-clearance/clearance-money';
export * from './land-clearance/clearance-progress';
export * from './land-clearance/holidays';
export {
  ProofRequest,
  ProofField,
  EvidenceFileView,
  ProofView,
  RemarkCellRequest,
  RemarkCellField,
  REMARK_SAYINGS,
  type RemarkSayingType,
  RemarkDecisionRequest,
  RemarkDecisionView,
  ProjectRemarkView,
} from './land-clearance/evidence';
export * from './land-clearance/step';
export * from './organizations/organization';
export * from './organizations/reporting-duty';
export * from './problem-document';
export * from './projects/project';
export * from './returns/approval';
export * from './returns/finding';
export * from './returns/office-profile';
export * from './returns/preview';
export * from './returns/return';
export * from './returns/return-requests';
export * from './returns/sheet';
export * from './snapshots/snapshot';
export * from './snapshots/snapshot-lines';
export * from './vocabulary';
export * from './works-contracts/closing-item';
export {
  CONTRACT_ADVANCE_STATES,
  type ContractAdvanceState,
  ContractAdvanceView,
  AmendContractAdvanceRequest,
  AddContractAdvanceRequest,
  RecordAdvanceRecoveryRequest,
  ContractAdvanceListQuery,
  GUARANTEE_STATES,
  type GuaranteeState,
  GuaranteeView,
  AddGuaranteeRequest,
  ExtendGuaranteeRequest,
  ReleaseGuaranteeRequest,
  GuaranteeListQuery,
} from './works-contracts/contract';
