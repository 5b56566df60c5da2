import type { ReadingOptions } from '../model/options';
import type { Finding, FindingCode } from '../model/reading';

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
  'RET-COLUMN-UNKNOWN': false,
  'RET-COLUMN-AMBIGUOUS': false,
  'RET-TABLES-BESIDE': false,
  'RET-HIDDEN': false,
  'RET-SHEET-IGNORED': false,
  'RET-KIND-AMBIGUOUS': false,
  'RET-LEGACY-FONT': false,
  'RET-CUMULATIVE-FELL': true,
  'RET-RATE-JUMPED': true,
  'RET-PLAN-DIFFERS': true,
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
