import { cleanText } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';

export interface ProjectCode {
  readonly code: string;
  /** Seven digits, as the budget relation code (mã QHNS) has. */
  readonly valid: boolean;
}

const CODE = /^\d{7}$/;

/** Reads a project code from text or number. Leading zeros that only the number format shows are kept. */
export function readProjectCode(cell: CellModel): ProjectCode | undefined {
  const { value } = cell;
  if (value.type === 'number') {
    if (!Number.isInteger(value.number) || value.number < 0)
      return { code: String(value.number), valid: false };
    const zeros = /^0+$/.exec(cell.format ?? '')?.[0].length ?? 0;
    const code = String(value.number).padStart(zeros, '0');
    return { code, valid: CODE.test(code) };
  }
  if (value.type !== 'text') return undefined;
  const code = cleanText(value.text.normalize('NFKC')).replace(/^['‘’]/, '');
  return code === '' ? undefined : { code, valid: CODE.test(code) };
}
