export * from './alerts/alert';
export * from './alerts/alert-requests';
export * from './alerts/alert-rule';
export * from './alerts/alert-words';
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
export * from './land-clearance/blocker-words';
export * from './land-clearance/clearance';
export * from './land-clearance/clearance-money';
export * from './land-clearance/clearance-progress';
export * from './land-clearance/clearance-steps';
export * from './land-clearance/holidays';
export * from './land-clearance/proof';
export * from './land-clearance/remark';
export * from './land-clearance/step';
export * from './lists';
export * from './organizations/organization';
export * from './organizations/reporting-duty';
export * from './organizations/user';
export * from './problem-document';
export * from './projects/project';
export * from './reckoning';
export * from './returns/approval';
export * from './returns/finding';
export * from './returns/office-profile';
export * from './returns/preview';
export * from './returns/return';
export * from './returns/return-requests';
export * from './returns/return-summary';
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
