import type { FormRow, FormSheet } from '@thongvon/workbook-io';
import { GUIDE_TEXTS } from '../messages/blank-return';
import { textCell } from './form-cells';

export interface Guide {
  readonly sheet: FormSheet;
  /** Where the causes stand, for the cells that propose them. */
  readonly causes: string;
}

/** The sheet that says how to fill in the form. The proposals stand here in sight, since a hidden sheet is suspicious. */
export function guideOf(lines: readonly string[], causes: readonly string[]): Guide {
  const rows: FormRow[] = [
    [textCell(0, GUIDE_TEXTS.title, 'title')],
    ...lines.map((line): FormRow => [textCell(0, `- ${line}`, 'wrapped')]),
    [],
    [textCell(0, GUIDE_TEXTS.causes, 'header')],
    ...causes.map((cause): FormRow => [textCell(0, cause, 'text')]),
  ];
  const first = rows.length - causes.length + 1;
  return {
    sheet: { name: GUIDE_TEXTS.sheet, widths: [110], rows, merges: [], isProtected: true },
    causes: `'${GUIDE_TEXTS.sheet}'!$A$${first}:$A$${rows.length}`,
  };
}
