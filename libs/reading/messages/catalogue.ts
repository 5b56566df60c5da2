import type { FindingCode, Severity } from '../reading';

interface MessageKind {
  readonly code: FindingCode;
  readonly severity: Severity;
}

const is = (code: FindingCode, severity: Severity): MessageKind => ({ code, severity });

/** Every message that a reading can give. One code may speak in several situations; its texts are in `vi` and `en`. */
export const MESSAGES = {
  'not-a-number': is('RET-AMOUNT-NOT-A-NUMBER', 'error'),
  'not-a-number-aside': is('RET-AMOUNT-NOT-A-NUMBER', 'warning'),
  ambiguous: is('RET-AMOUNT-AMBIGUOUS', 'question'),
  'merged-over-projects': is('RET-AMOUNT-AMBIGUOUS', 'error'),
  negative: is('RET-AMOUNT-NEGATIVE', 'error'),
  'cell-error': is('RET-CELL-ERROR', 'error'),
  'cell-error-aside': is('RET-CELL-ERROR', 'warning'),
  'formula-without-value': is('RET-FORMULA-WITHOUT-VALUE', 'error'),
  'formula-without-value-aside': is('RET-FORMULA-WITHOUT-VALUE', 'warning'),
  'formula-computed': is('RET-FORMULA-COMPUTED', 'info'),
  'over-plan': is('RET-OVER-PLAN', 'question'),
  'project-repeated': is('RET-PROJECT-REPEATED', 'error'),
  'project-code': is('RET-PROJECT-CODE', 'warning'),
  'project-code-missing': is('RET-PROJECT-CODE', 'warning'),
  'project-without-name': is('RET-PROJECT-NAME', 'error'),
  'row-unclear': is('RET-ROW-UNCLEAR', 'question'),
  'row-after-end': is('RET-ROW-UNCLEAR', 'question'),
  'rate-differs': is('RET-RATE-DIFFERS', 'warning'),
  'identity-differs': is('RET-IDENTITY-DIFFERS', 'error'),
  'carried-over-blank': is('RET-IDENTITY-DIFFERS', 'question'),
  'total-differs': is('RET-TOTAL-DIFFERS', 'error'),
  'total-rounding': is('RET-TOTAL-ROUNDING', 'warning'),
  'unit-unknown': is('RET-UNIT-UNKNOWN', 'question'),
  'unit-conflict': is('RET-UNIT-SUSPECT', 'question'),
  'unit-magnitude': is('RET-UNIT-SUSPECT', 'question'),
  'unit-in-cell': is('RET-UNIT-SUSPECT', 'question'),
  'unit-in-format': is('RET-UNIT-SUSPECT', 'question'),
  'date-unknown': is('RET-DATE-UNKNOWN', 'question'),
  'date-vague': is('RET-DATE-UNKNOWN', 'question'),
  'date-impossible': is('RET-DATE-UNKNOWN', 'question'),
  'date-future': is('RET-DATE-FUTURE', 'question'),
  'dates-differ': is('RET-DATES-DIFFER', 'question'),
  'due-unknown': is('RET-DATE-UNKNOWN', 'warning'),
  'year-unknown': is('RET-YEAR-UNKNOWN', 'question'),
  'decision-unknown': is('RET-DECISION-UNKNOWN', 'question'),
  'columns-compete': is('RET-COLUMN-AMBIGUOUS', 'question'),
  'column-scope': is('RET-COLUMN-AMBIGUOUS', 'question'),
  'column-delta': is('RET-COLUMN-AMBIGUOUS', 'question'),
  'column-period': is('RET-COLUMN-AMBIGUOUS', 'question'),
  'column-missing': is('RET-COLUMN-UNKNOWN', 'question'),
  'column-unread': is('RET-COLUMN-UNKNOWN', 'info'),
  'parts-differ': is('RET-COLUMN-AMBIGUOUS', 'question'),
  'hidden-rows': is('RET-HIDDEN', 'warning'),
  'hidden-columns': is('RET-HIDDEN', 'warning'),
  'hidden-sheet': is('RET-HIDDEN', 'warning'),
  'sheet-ignored': is('RET-SHEET-IGNORED', 'info'),
  'summary-ignored': is('RET-SHEET-IGNORED', 'info'),
  'clearance-order': is('RET-CLEARANCE-ORDER', 'warning'),
  'count-not-a-number': is('RET-COUNT-NOT-A-NUMBER', 'error'),
  'legacy-font': is('RET-LEGACY-FONT', 'warning'),
  'kinds-mixed': is('RET-KIND-AMBIGUOUS', 'question'),
  'no-table': is('RET-NOT-A-RETURN', 'error'),
  'not-a-workbook': is('RET-NOT-A-RETURN', 'error'),
  password: is('RET-PASSWORD', 'error'),
  damaged: is('RET-DAMAGED', 'error'),
  limit: is('RET-LIMIT', 'error'),
  'file-unreadable': is('RET-NOT-A-RETURN', 'error'),
} as const satisfies Record<string, MessageKind>;

export type MessageId = keyof typeof MESSAGES;
