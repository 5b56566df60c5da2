import type { ReadingOptions } from '../model/options';
import type { FindingCode } from '../model/finding-codes';
import type { Ask, Finding, Severity } from '../model/reading';

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
  'percent-amount': is('RET-AMOUNT-NOT-A-NUMBER', 'error'),
  'percent-amount-aside': is('RET-AMOUNT-NOT-A-NUMBER', 'warning'),
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
  'clearance-repeated': is('RET-PROJECT-REPEATED', 'error'),
  'sheets-alike': is('RET-PROJECT-REPEATED', 'question', 'sheet'),
  'project-code': is('RET-PROJECT-CODE', 'warning'),
  'project-code-missing': is('RET-PROJECT-CODE', 'warning'),
  'project-without-name': is('RET-PROJECT-NAME', 'error'),
  'row-unclear': is('RET-ROW-UNCLEAR', 'question', 'row'),
  'row-after-end': is('RET-ROW-UNCLEAR', 'question', 'row'),
  'returned-row': is('RET-ROW-UNCLEAR', 'question', 'row'),
  'plan-type-unclear': is('RET-ROW-UNCLEAR', 'question', 'row'),
  'rate-differs': is('RET-RATE-DIFFERS', 'warning'),
  'identity-differs': is('RET-IDENTITY-DIFFERS', 'error'),
  'carried-over-blank': is('RET-IDENTITY-DIFFERS', 'question'),
  'parts-exceed': is('RET-PARTS-EXCEED', 'error'),
  'total-differs': is('RET-TOTAL-DIFFERS', 'error'),
  'total-differs-unread': is('RET-TOTAL-DIFFERS', 'error'),
  'total-rounding': is('RET-TOTAL-ROUNDING', 'warning'),
  'unit-unknown': is('RET-UNIT-UNKNOWN', 'question', 'unit'),
  'unit-conflict': is('RET-UNIT-SUSPECT', 'question', 'unit'),
  'unit-magnitude': is('RET-UNIT-SUSPECT', 'question', 'unit'),
  'unit-magnitude-of-column': is('RET-UNIT-SUSPECT', 'question', 'column-unit'),
  'unit-of-column': is('RET-UNIT-SUSPECT', 'question', 'column-unit'),
  'unit-of-column-unlikely': is('RET-UNIT-SUSPECT', 'question', 'column-unit'),
  'unit-of-cell': is('RET-UNIT-SUSPECT', 'question', 'cell-scale'),
  'unit-in-cell': is('RET-UNIT-SUSPECT', 'question'),
  'unit-in-format': is('RET-UNIT-SUSPECT', 'question', 'column-unit'),
  'date-unknown': is('RET-DATE-UNKNOWN', 'question', 'as-of'),
  'date-vague': is('RET-DATE-UNKNOWN', 'question', 'as-of'),
  'date-previous': is('RET-DATE-UNKNOWN', 'question', 'as-of'),
  'date-impossible': is('RET-DATE-UNKNOWN', 'question', 'as-of'),
  'date-future': is('RET-DATE-FUTURE', 'question', 'reason'),
  'date-future-known': is('RET-DATE-FUTURE', 'warning'),
  'sheets-by-date': is('RET-DATES-DIFFER', 'question', 'as-of'),
  'dates-differ': is('RET-DATES-DIFFER', 'question', 'as-of'),
  'date-contradicted': is('RET-DATES-DIFFER', 'question', 'as-of'),
  'date-outside-year': is('RET-DATES-DIFFER', 'question', 'as-of'),
  'due-unknown': is('RET-DATE-UNKNOWN', 'warning'),
  'year-unknown': is('RET-YEAR-UNKNOWN', 'question', 'plan-year'),
  'years-differ': is('RET-YEAR-UNKNOWN', 'question', 'plan-year'),
  'decision-unknown': is('RET-DECISION-UNKNOWN', 'question', 'decision'),
  'columns-compete': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'decision-contradicted': is('RET-DECISION-UNKNOWN', 'question', 'decision'),
  'column-scope': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-delta': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-period': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-previous': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-capital': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-subject': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-other-year': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-recovery': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-payments': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-sources': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-returned': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-adjustment': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'column-adjustment-counted': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'plan-only-changes': is('RET-COLUMN-UNKNOWN', 'error'),
  'returned-more': is('RET-AMOUNT-NEGATIVE', 'error'),
  'advance-recovered': is('RET-ADVANCE-RECOVERED', 'warning'),
  'recovered-more': is('RET-AMOUNT-NEGATIVE', 'error'),
  'column-missing': is('RET-COLUMN-UNKNOWN', 'question', 'column'),
  'column-unread': is('RET-COLUMN-UNKNOWN', 'info'),
  'parts-differ': is('RET-COLUMN-AMBIGUOUS', 'question', 'column'),
  'other-tables': is('RET-TABLES-BESIDE', 'error'),
  'hidden-rows': is('RET-HIDDEN', 'warning'),
  'hidden-columns': is('RET-HIDDEN', 'warning'),
  'hidden-sheet': is('RET-HIDDEN', 'warning'),
  macros: is('RET-MACROS', 'info'),
  'sheet-ignored': is('RET-SHEET-IGNORED', 'info'),
  'summary-ignored': is('RET-SHEET-IGNORED', 'info'),
  'subject-ignored': is('RET-SHEET-IGNORED', 'info'),
  'copy-ignored': is('RET-SHEET-IGNORED', 'info'),
  'earlier-ignored': is('RET-SHEET-IGNORED', 'warning'),
  'basis-ignored': is('RET-SHEET-IGNORED', 'info'),
  'clearance-order': is('RET-CLEARANCE-ORDER', 'warning'),
  'clearance-beyond': is('RET-CLEARANCE-ORDER', 'error'),
  'count-not-a-number': is('RET-COUNT-NOT-A-NUMBER', 'error'),
  'legacy-font': is('RET-LEGACY-FONT', 'warning'),
  'kinds-mixed': is('RET-KIND-AMBIGUOUS', 'question', 'kind'),
  'kind-unclear': is('RET-KIND-AMBIGUOUS', 'question', 'kind'),
  'subject-unclear': is('RET-KIND-AMBIGUOUS', 'question', 'sheet'),
  'kind-impossible': is('RET-KIND-AMBIGUOUS', 'question', 'kind'),
  'office-differs': is('RET-OFFICE-DIFFERS', 'question', 'reason'),
  'no-table': is('RET-NOT-A-RETURN', 'error'),
  'not-a-workbook': is('RET-NOT-A-RETURN', 'error'),
  'text-separator': is('RET-NOT-A-RETURN', 'error'),
  'page-without-table': is('RET-NOT-A-RETURN', 'error'),
  password: is('RET-PASSWORD', 'error'),
  damaged: is('RET-DAMAGED', 'error'),
  'text-encoding': is('RET-DAMAGED', 'error'),
  'limit-file-size': is('RET-LIMIT', 'error'),
  'limit-sheets': is('RET-LIMIT', 'error'),
  'limit-cells': is('RET-LIMIT', 'error'),
  'limit-place': is('RET-LIMIT', 'error'),
  'limit-content': is('RET-LIMIT', 'error'),
  'limit-effort': is('RET-LIMIT', 'error'),
  'file-unreadable': is('RET-NOT-A-RETURN', 'error'),
} as const satisfies Record<string, MessageKind>;

export type MessageId = keyof typeof MESSAGES;

/**
 * What a person's reason may settle: facts of the world that no file shows, as a refund, capital carried over, a project
 * that has ended, figures dated ahead. What the file's arithmetic, the unit, or another file's figures contradict is no
 * such fact: it is answered by another choice or mended in the file, however good the reason (issue 6, item 4).
 */
export const SETTLED_BY_REASON: Readonly<Record<FindingCode, boolean>> = {
  'RET-AMOUNT-NOT-A-NUMBER': false,
  'RET-AMOUNT-AMBIGUOUS': false,
  'RET-AMOUNT-NEGATIVE': false,
  'RET-CELL-ERROR': false,
  'RET-FORMULA-WITHOUT-VALUE': false,
  'RET-FORMULA-COMPUTED': false,
  'RET-ADVANCE-RECOVERED': false,
  'RET-OVER-PLAN': true,
  'RET-PROJECT-REPEATED': false,
  'RET-PROJECT-CODE': false,
  'RET-PROJECT-UNKNOWN': false,
  'RET-PROJECT-MISSING': true,
  'RET-PROJECT-NAME': false,
  'RET-PROJECT-NOT-YOURS': false,
  'RET-PROJECT-OWNER': false,
  'RET-ANSWERS-CONTRADICT': false,
  'RET-ROW-UNCLEAR': false,
  'RET-RATE-DIFFERS': false,
  'RET-IDENTITY-DIFFERS': false,
  'RET-PARTS-EXCEED': false,
  'RET-TOTAL-DIFFERS': false,
  'RET-TOTAL-ROUNDING': false,
  'RET-UNIT-UNKNOWN': false,
  'RET-UNIT-SUSPECT': false,
  'RET-DATE-UNKNOWN': false,
  'RET-DATE-FUTURE': true,
  'RET-DATES-DIFFER': false,
  'RET-YEAR-UNKNOWN': false,
  'RET-DECISION-UNKNOWN': false,
  'RET-DECISION-AGAIN': false,
  'RET-DECISION-LINE-AGAIN': false,
  'RET-DECISION-DATE': false,
  'RET-DECISION-ELSEWHERE': false,
  'RET-PLAN-BEFORE': true,
  'RET-COLUMN-UNKNOWN': false,
  'RET-COLUMN-AMBIGUOUS': false,
  'RET-TABLES-BESIDE': false,
  'RET-HIDDEN': false,
  'RET-MACROS': false,
  'RET-SHEET-IGNORED': false,
  'RET-KIND-AMBIGUOUS': false,
  'RET-LEGACY-FONT': false,
  'RET-CUMULATIVE-FELL': true,
  'RET-RATE-JUMPED': true,
  'RET-PLAN-DIFFERS': true,
  'RET-SOURCE-UNPLANNED': false,
  'RET-CLEARANCE-ORDER': false,
  'RET-BLOCKER-VANISHED': true,
  'RET-COUNT-NOT-A-NUMBER': false,
  'RET-OFFICE-DIFFERS': true,
  'RET-KIND-NOT-ALLOWED': false,
  'RET-NOT-A-RETURN': false,
  'RET-PASSWORD': false,
  'RET-DAMAGED': false,
  'RET-LIMIT': false,
};

/**
 * Questions and warnings that were answered with a reason stay, as information. Errors can't be accepted, nor what no
 * reason settles.
 */
export function acceptFindings(findings: readonly Finding[], { accepted = [] }: ReadingOptions): Finding[] {
  return findings.map((finding) => {
    if (finding.severity !== 'question' && finding.severity !== 'warning') return finding;
    if (!SETTLED_BY_REASON[finding.code]) return finding;
    const reason = accepted.find(
      (a) => a.code === finding.code && a.sheet === finding.sheet && a.cell === finding.cell,
    )?.reason;
    return reason === undefined ? finding : { ...finding, severity: 'info', reason };
  });
}
