import type { Ask, FindingCode, Severity } from '../reading';

export interface MessageKind {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What an answer settles; a question without it can only be mended in the file. */
  readonly asks?: Ask;
}

const is = (code: FindingCode, severity: Severity, asks?: Ask): MessageKind => ({
  code,
  severity,
  ...(asks === undefined ? {} : { asks }),
});

/** Every message that a reading can give. One code may speak in several situations; its texts are in `vi` and `en`. */
export const MESSAGES = {
  'not-a-number': is('RET-AMOUNT-NOT-A-NUMBER', 'error'),
  'not-a-number-aside': is('RET-AMOUNT-NOT-A-NUMBER', 'warning'),
  ambiguous: is('RET-AMOUNT-AMBIGUOUS', 'question', 'amount'),
  'merged-over-projects': is('RET-AMOUNT-AMBIGUOUS', 'error'),
  negative: is('RET-AMOUNT-NEGATIVE', 'error'),
  'cell-error': is('RET-CELL-ERROR', 'error'),
  'cell-error-aside': is('RET-CELL-ERROR', 'warning'),
  'formula-without-value': is('RET-FORMULA-WITHOUT-VALUE', 'error'),
  'formula-without-value-aside': is('RET-FORMULA-WITHOUT-VALUE', 'warning'),
  'formula-computed': is('RET-FORMULA-COMPUTED', 'info'),
  'over-plan': is('RET-OVER-PLAN', 'question', 'reason'),
  'project-repeated': is('RET-PROJECT-REPEATED', 'error'),
  'project-code': is('RET-PROJECT-CODE', 'warning'),
  'project-code-missing': is('RET-PROJECT-CODE', 'warning'),
  'project-without-name': is('RET-PROJECT-NAME', 'error'),
  'row-unclear': is('RET-ROW-UNCLEAR', 'question', 'row'),
  'row-after-end': is('RET-ROW-UNCLEAR', 'question', 'row'),
  'rate-differs': is('RET-RATE-DIFFERS', 'warning'),
  'identity-differs': is('RET-IDENTITY-DIFFERS', 'error'),
  'carried-over-blank': is('RET-IDENTITY-DIFFERS', 'question'),
  'total-differs': is('RET-TOTAL-DIFFERS', 'error'),
  'total-differs-unread': is('RET-TOTAL-DIFFERS', 'error'),
  'total-rounding': is('RET-TOTAL-ROUNDING', 'warning'),
  'unit-unknown': is('RET-UNIT-UNKNOWN', 'question', 'unit'),
  'unit-conflict': is('RET-UNIT-SUSPECT', 'question', 'unit'),
  'unit-magnitude': is('RET-UNIT-SUSPECT', 'question', 'unit'),
  'unit-in-cell': is('RET-UNIT-SUSPECT', 'question'),
  'unit-in-format': is('RET-UNIT-SUSPECT', 'question', 'column-unit'),
  'date-unknown': is('RET-DATE-UNKNOWN', 'question', 'as-of'),
  'date-vague': is('RET-DATE-UNKNOWN', 'question', 'as-of'),
  'date-impossible': is('RET-DATE-UNKNOWN', 'question', 'as-of'),
  'date-future': is('RET-DATE-FUTURE', 'question', 'reason'),
  'date-future-known': is('RET-DATE-FUTURE', 'warning'),
  'dates-differ': is('RET-DATES-DIFFER', 'question', 'as-of'),
  'due-unknown': is('RET-DATE-UNKNOWN', 'warning'),
  'year-unknown': is('RET-YEAR-UNKNOWN', 'question', 'plan-year'),
  'decision-unknown': is('RET-DECISION-UNKNOWN', 'question', 'decision'),
  'columns-compete': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-scope': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-delta': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-period': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-capital': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-missing': is('RET-COLUMN-UNKNOWN', 'question', 'column'),
  'column-unread': is('RET-COLUMN-UNKNOWN', 'info'),
  'parts-differ': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'hidden-rows': is('RET-HIDDEN', 'warning'),
  'hidden-columns': is('RET-HIDDEN', 'warning'),
  'hidden-sheet': is('RET-HIDDEN', 'warning'),
  'sheet-ignored': is('RET-SHEET-IGNORED', 'info'),
  'summary-ignored': is('RET-SHEET-IGNORED', 'info'),
  'subject-ignored': is('RET-SHEET-IGNORED', 'info'),
  'earlier-ignored': is('RET-SHEET-IGNORED', 'warning'),
  'basis-ignored': is('RET-SHEET-IGNORED', 'info'),
  'clearance-order': is('RET-CLEARANCE-ORDER', 'warning'),
  'count-not-a-number': is('RET-COUNT-NOT-A-NUMBER', 'error'),
  'legacy-font': is('RET-LEGACY-FONT', 'warning'),
  'kinds-mixed': is('RET-KIND-AMBIGUOUS', 'question', 'kind'),
  'kind-unclear': is('RET-KIND-AMBIGUOUS', 'question', 'kind'),
  'kind-impossible': is('RET-KIND-AMBIGUOUS', 'question', 'kind'),
  'no-table': is('RET-NOT-A-RETURN', 'error'),
  'not-a-workbook': is('RET-NOT-A-RETURN', 'error'),
  password: is('RET-PASSWORD', 'error'),
  damaged: is('RET-DAMAGED', 'error'),
  'limit-file-size': is('RET-LIMIT', 'error'),
  'limit-sheets': is('RET-LIMIT', 'error'),
  'limit-cells': is('RET-LIMIT', 'error'),
  'limit-content': is('RET-LIMIT', 'error'),
  'limit-effort': is('RET-LIMIT', 'error'),
  'file-unreadable': is('RET-NOT-A-RETURN', 'error'),
} as const satisfies Record<string, MessageKind>;

export type MessageId = keyof typeof MESSAGES;
