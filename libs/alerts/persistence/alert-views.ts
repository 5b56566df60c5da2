import type {
  AlertAction,
  AlertNoteView,
  AlertRuleId,
  AlertSeverity,
  AlertState,
  AlertSubjectKind,
  AlertView,
} from '@thongvon/api-contract';
import { formatInstant, type PlainDate } from '@thongvon/kernel';
import { ruleOf } from '../domain/rules';

/** A row of `ALERT_COLUMNS`. */
export interface AlertRow {
  id: string;
  rule: AlertRuleId;
  state: AlertState;
  urgent: boolean;
  severity: AlertSeverity;
  subjectKind: AlertSubjectKind;
  subjectId: string;
  subjectName: string;
  project: AlertView['project'];
  organization: AlertView['organization'];
  planYear: number | null;
  amount: string | null;
  text: string;
  textEn: string;
  openedOn: PlainDate;
  changedOn: PlainDate;
  closedOn: PlainDate | null;
  numbers: Readonly<Record<string, unknown>>;
  snapshotId: string;
  snoozedUntil: PlainDate | null;
  reason: string | null;
  action: AlertAction | 'reopened' | null;
  actorId: string | null;
  actorName: string | null;
  actionAt: Date | null;
  reopened: AlertView['reopened'];
}

/** A plain object of the shape that the contract's class describes. */
type ShownAlert = Pick<AlertView, keyof AlertView>;

/** An alert as the API shows it. */
export function toAlertView(row: AlertRow): ShownAlert {
  const {
    subjectKind,
    subjectId,
    subjectName,
    numbers: _,
    snapshotId: _id,
    reason,
    action,
    actorId,
    actorName,
    actionAt,
    ...rest
  } = row;
  const { title, basis } = ruleOf(row.rule);
  return {
    ...rest,
    title: title[0],
    titleEn: title[1],
    basis,
    subject: { kind: subjectKind, id: subjectId, name: subjectName },
    snoozedUntil: row.state === 'snoozed' ? row.snoozedUntil : null,
    note: noteOf({ action, reason, actorId, actorName, actionAt }),
  };
}

/** What a person has said last; null while nobody has, and when the alert has outgrown it. */
function noteOf({
  action,
  reason,
  actorId,
  actorName,
  actionAt,
}: Pick<AlertRow, 'action' | 'reason' | 'actorId' | 'actorName' | 'actionAt'>): AlertNoteView | null {
  if (action === null || action === 'reopened') return null;
  if (reason === null || actorId === null || actorName === null || actionAt === null) return null;
  return { type: action, reason, actorId, actorName, at: formatInstant(actionAt) };
}
