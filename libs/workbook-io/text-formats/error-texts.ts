import type { CellValue } from '../sheet-model';

const ERROR =
  /^(?:#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|UNKNOWN!)|Err:5\d\d)$/;

/** What a text shows: an error of Excel or LibreOffice, which both take for one when they open such a file; else itself. */
export const shownValue = (text: string): CellValue =>
  ERROR.test(text.trim()) ? { type: 'error', text: text.trim() } : { type: 'text', text };
