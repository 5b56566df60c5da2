import { FirstTables1700000000001 } from './1700000000001-first-tables';
import { PeopleSearch1700000000002 } from './1700000000002-people-search';
import { ReconciliationAndProfiles1700000000005 } from './1700000000005-reconciliation-and-profiles';
import { LandClearance1700000000010 } from './1700000000010-land-clearance';
import { ClearanceClock1700000000011 } from './1700000000011-clearance-clock';
import { ReturnMapping1700000000015 } from './1700000000015-return-mapping';
import { BlockerMergers1700000000016 } from './1700000000016-blocker-mergers';
import { Evidence1700000000017 } from './1700000000017-evidence';
import { Mails1700000000020 } from './1700000000020-mails';
import { WeeklySnapshots1700000000030 } from './1700000000030-weekly-snapshots';
import { ReportingDuties1700000000031 } from './1700000000031-reporting-duties';
import { Alerts1700000000040 } from './1700000000040-alerts';
import { Guarantees1700000000041 } from './1700000000041-guarantees';
import { SpendingPlans1700000000042 } from './1700000000042-spending-plans';
import { WeeklyDigest1700000000045 } from './1700000000045-weekly-digest';
import { Reminders1700000000046 } from './1700000000046-reminders';
import { ReturnSummary1700000000055 } from './1700000000055-return-summary';
import { PasswordLinks1700000000060 } from './1700000000060-password-links';
import { AuditTrailFilters1700000000065 } from './1700000000065-audit-trail-filters';
import { PastCourses1700000000079 } from './1700000000079-past-courses';
import { PaidBefore1700000000080 } from './1700000000080-paid-before';
import { ContractAdvances1700000000089 } from './1700000000089-contract-advances';
import { AddedWords1700000000094 } from './1700000000094-added-words';
import { AlertDeedsWithdrawn1700000000096 } from './1700000000096-alert-deeds-withdrawn';
import { AlertsReopened1700000000100 } from './1700000000100-alerts-reopened';
import { WhatChecksRead1700000000101 } from './1700000000101-what-checks-read';
import { DerivedWithoutForeignKeys1700000000102 } from './1700000000102-derived-without-foreign-keys';
import { ProjectParticipants1700000000110 } from './1700000000110-project-participants';
import { DecisionKey1700000000115 } from './1700000000115-decision-key';
import { FourEyes1700000000116 } from './1700000000116-four-eyes';
import { RecomputeReinstated1700000000117 } from './1700000000117-recompute-reinstated';
import { BeginningsOfFiles1700000000145 } from './1700000000145-beginnings-of-files';
import { WhatAnApprovalAsks1700000000155 } from './1700000000155-what-an-approval-asks';
import { RemarkDecisions1700000000160 } from './1700000000160-remark-decisions';
import { Rooms1700000000200 } from './1700000000200-rooms';
import { HandoversOfReturns1700000000201 } from './1700000000201-handovers-of-returns';
import { ProjectsOutOfForce1700000000203 } from './1700000000203-projects-out-of-force';
import { ProjectCodeForm1700000000204 } from './1700000000204-project-code-form';
import { RemarksOfTables1700000000205 } from './1700000000205-remarks-of-tables';
import { ClosingItemsInTheirRoom1700000000206 } from './1700000000206-closing-items-in-their-room';
import { DutiesInTheirRoom1700000000207 } from './1700000000207-duties-in-their-room';
import { CommentsThatHold1700000000230 } from './1700000000230-comments-that-hold';

/** In the order in which they run. A migration that has been released is never edited. */
export const MIGRATIONS = [
  FirstTables1700000000001,
  PeopleSearch1700000000002,
  ReconciliationAndProfiles1700000000005,
  LandClearance1700000000010,
  ClearanceClock1700000000011,
  ReturnMapping1700000000015,
  BlockerMergers1700000000016,
  Evidence1700000000017,
  Mails1700000000020,
  WeeklySnapshots1700000000030,
  ReportingDuties1700000000031,
  Alerts1700000000040,
  Guarantees1700000000041,
  SpendingPlans1700000000042,
  WeeklyDigest1700000000045,
  Reminders1700000000046,
  ReturnSummary1700000000055,
  PasswordLinks1700000000060,
  AuditTrailFilters1700000000065,
  PastCourses1700000000079,
  PaidBefore1700000000080,
  ContractAdvances1700000000089,
  AddedWords1700000000094,
  AlertDeedsWithdrawn1700000000096,
  AlertsReopened1700000000100,
  WhatChecksRead1700000000101,
  DerivedWithoutForeignKeys1700000000102,
  ProjectParticipants1700000000110,
  DecisionKey1700000000115,
  FourEyes1700000000116,
  RecomputeReinstated1700000000117,
  BeginningsOfFiles1700000000145,
  WhatAnApprovalAsks1700000000155,
  RemarkDecisions1700000000160,
  Rooms1700000000200,
  HandoversOfReturns1700000000201,
  ProjectsOutOfForce1700000000203,
  ProjectCodeForm1700000000204,
  RemarksOfTables1700000000205,
  ClosingItemsInTheirRoom1700000000206,
  DutiesInTheirRoom1700000000207,
  CommentsThatHold1700000000230,
];
