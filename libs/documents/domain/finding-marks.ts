import type { Finding } from '@thongvon/return-reader';
import {
  MARK_TONES,
  type ListCell,
  type ListSheet,
  type MarkTone,
  type NoteParagraph,
  type SheetMark,
} from '@thongvon/workbook-io';
import { CORRECTION_TEXTS, legendOf, LIST_TEXTS, MARK_TEXTS } from '../messages/documents';
import { type DeclaredByPerson, reasonOf, rightOf, stoodOf, whoOf } from './correction-words';

/** What the check of a return gave: what was found, and what its office has declared to be right. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly corrections: readonly DeclaredByPerson[];
}

/** What is to be said next to cells: every finding that names one, and every correction. Severities are the tones of marks. */
export function marksOf({ findings, corrections }: Checked): SheetMark[] {
  const declared = corrections.map((correction): SheetMark => {
    const { sheet, cell } = correction;
    return { sheet, cell, tone: 'correction', note: noteOfCorrection(correction) };
  });
  const found = findings.flatMap((finding): SheetMark[] => {
    const { sheet, cell, severity } = finding;
    return sheet === null || cell === null ? [] : [{ sheet, cell, tone: severity, note: noteOf(finding) }];
  });
  return byGravity([...declared, ...found]);
}

const WIDTHS = [20, 18, 8, 24, 76];

/** The sheet that lists all of it, the gravest first, each with a link to its cell. */
export function listOf({ findings, corrections }: Checked, lines: readonly string[]): ListSheet {
  const listed = byGravity([...corrections.map(rowOfCorrection), ...findings.map(rowOf)]);
  return {
    name: LIST_TEXTS.sheet,
    title: LIST_TEXTS.title,
    lines: [...lines, listed.length === 0 ? LIST_TEXTS.none : legendOf(countsOf(listed))],
    columns: LIST_TEXTS.columns.map((title, i) => ({ title, width: WIDTHS[i] ?? 10 })),
    rows: listed.map(({ cells }) => cells),
  };
}

interface Listed {
  readonly tone: MarkTone;
  /** How many it stands for. */
  readonly count: number;
  readonly cells: readonly ListCell[];
}

function rowOf({ severity, sheet, cell, value, message, choices = [], more = 1 }: Finding): Listed {
  const text = [message, ...choices.map(({ label }) => `○ ${label}`)].join('\n');
  return { tone: severity, count: more, cells: cellsOf(severity, { sheet, cell }, value ?? '', text) };
}

function rowOfCorrection(correction: DeclaredByPerson): Listed {
  const said = [`${rightOf(correction)}, ${whoOf(correction)}.`, capital(reasonOf(correction))];
  const text = said.join('\n');
  return {
    tone: 'correction',
    count: 1,
    cells: cellsOf('correction', correction, stoodOf(correction), text),
  };
}

function cellsOf(
  tone: MarkTone,
  { sheet, cell }: { readonly sheet: string | null; readonly cell: string | null },
  stood: string,
  text: string,
): ListCell[] {
  const { sign, name } = MARK_TEXTS[tone];
  const link = sheet !== null && cell !== null ? { link: { sheet, cell } } : {};
  return [
    { text: `${sign} ${name}`, tone },
    { text: sheet ?? '' },
    { text: cell ?? '', ...link },
    { text: stood },
    { text },
  ];
}

function noteOf({ severity, message, choices = [] }: Finding): NoteParagraph[] {
  return [heading(severity), { text: message }, ...choices.map(({ label }) => ({ text: `○ ${label}` }))];
}

function noteOfCorrection(correction: DeclaredByPerson): NoteParagraph[] {
  const said = [rightOf(correction), whoOf(correction), reasonOf(correction)].join(', ');
  return [heading('correction'), { text: `${said}; ${CORRECTION_TEXTS.stood(stoodOf(correction))}.` }];
}

function heading(tone: MarkTone): NoteParagraph {
  const { sign, name, todo } = MARK_TEXTS[tone];
  return { text: `${sign} ${name} – ${todo}`, bold: true };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function byGravity<Marked extends { readonly tone: MarkTone }>(marked: readonly Marked[]): Marked[] {
  return marked.toSorted((a, b) => MARK_TONES.indexOf(a.tone) - MARK_TONES.indexOf(b.tone));
}

function countsOf(listed: readonly Listed[]): Map<MarkTone, number> {
  const counts = new Map<MarkTone, number>();
  for (const { tone, count } of listed) counts.set(tone, (counts.get(tone) ?? 0) + count);
  return counts;
}
