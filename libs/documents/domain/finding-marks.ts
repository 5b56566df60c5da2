import type { Finding, Severity } from '@thongvon/return-reader';
import {
  MARK_TONES,
  type ListCell,
  type ListSheet,
  type NoteParagraph,
  type SheetMark,
} from '@thongvon/workbook-io';
import { legendOf, LIST_TEXTS, SEVERITY_TEXTS } from '../messages/documents';

/** What is to be said next to cells: every finding that names one. Severities are the tones of marks. */
export function marksOf(findings: readonly Finding[]): SheetMark[] {
  return byGravity(findings).flatMap((finding) => {
    const { sheet, cell, severity } = finding;
    return sheet === null || cell === null ? [] : [{ sheet, cell, tone: severity, note: noteOf(finding) }];
  });
}

/** The sheet that lists all findings, the gravest first, each with a link to its cell. */
export function listOf(findings: readonly Finding[], lines: readonly string[]): ListSheet {
  const widths = [28, 18, 18, 8, 18, 60, 60];
  return {
    name: LIST_TEXTS.sheet,
    title: LIST_TEXTS.title,
    lines: [...lines, findings.length === 0 ? LIST_TEXTS.none : legendOf(countsOf(findings))],
    columns: LIST_TEXTS.columns.map((title, i) => ({ title, width: widths[i] ?? 10 })),
    rows: byGravity(findings).map(rowOf),
  };
}

function rowOf(finding: Finding): ListCell[] {
  const { code, severity, sheet, cell, value, message, messageEn } = finding;
  const { sign, name } = SEVERITY_TEXTS[severity];
  const choices = (finding.choices ?? []).map(({ label }) => `○ ${label}`);
  return [
    { text: code, tone: severity },
    { text: `${sign} ${name}`, tone: severity },
    { text: sheet ?? '' },
    { text: cell ?? '', ...(sheet !== null && cell !== null && { link: { sheet, cell } }) },
    { text: value ?? '' },
    { text: [message, ...choices].join('\n') },
    { text: messageEn },
  ];
}

function noteOf({ code, severity, message, messageEn, choices = [] }: Finding): NoteParagraph[] {
  const { sign, name, todo } = SEVERITY_TEXTS[severity];
  return [
    { text: `${sign} ${name} – ${todo} · ${code}`, bold: true },
    { text: message },
    ...choices.map(({ label }) => ({ text: `○ ${label}` })),
    { text: messageEn },
  ];
}

function byGravity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => MARK_TONES.indexOf(a.severity) - MARK_TONES.indexOf(b.severity));
}

function countsOf(findings: readonly Finding[]): Map<Severity, number> {
  const counts = new Map<Severity, number>();
  for (const { severity, more = 1 } of byGravity(findings))
    counts.set(severity, (counts.get(severity) ?? 0) + more);
  return counts;
}
