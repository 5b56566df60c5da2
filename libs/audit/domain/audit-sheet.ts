import type { AuditEntryView } from '@thongvon/api-contract';
import { formatInstant } from '@thongvon/kernel';
import type { FormCell, FormLook, FormSheet } from '@thongvon/workbook-io';
import { WORKBOOK_TEXTS } from '../messages/audit-words';

const WIDTHS = [20, 26, 30, 34, 20, 46, 46];
/** Above the table: title, what it holds, an empty row; then the heads. */
const HEAD_ROW = 4;

/** The trail as a sheet, one action a row. */
export function auditSheet(entries: readonly AuditEntryView[], period: string): FormSheet {
  const subtitle = [WORKBOOK_TEXTS.subtitle(entries.length), period].filter((part) => part !== '').join('; ');
  return {
    name: WORKBOOK_TEXTS.sheet,
    widths: WIDTHS,
    rows: [
      [cell(0, WORKBOOK_TEXTS.title, 'letterhead')],
      [cell(0, subtitle, 'plain')],
      [],
      WORKBOOK_TEXTS.heads.map((head, column) => cell(column, head, 'header')),
      ...entries.map((entry) => textsOf(entry).map((text, column) => cell(column, text, 'text'))),
    ],
    merges: [],
    frozen: { rows: HEAD_ROW, columns: 1 },
    printedHeader: { first: HEAD_ROW, last: HEAD_ROW },
  };
}

function textsOf({ at, actor, label, subject, details, mentioned }: AuditEntryView): string[] {
  const [day = '', time = ''] = formatInstant(at).split('T');
  return [
    `${day} ${time.slice(0, 8)}`,
    actor?.name ?? WORKBOOK_TEXTS.system,
    actor?.organizationName ?? '',
    label,
    subject.label,
    subject.name ?? subject.id,
    Object.keys(details).length === 0 ? '' : inNames(details, mentioned),
  ];
}

/** The details as they are kept, with names where ids stand, if the things still have one. */
function inNames(details: AuditEntryView['details'], mentioned: AuditEntryView['mentioned']): string {
  const names = new Map(mentioned.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
  return JSON.stringify(details, (_, value: unknown) =>
    typeof value === 'string' ? (names.get(value) ?? value) : value,
  );
}

const cell = (column: number, text: string, look: FormLook): FormCell => ({
  column,
  look,
  content: { type: 'text', text },
});
