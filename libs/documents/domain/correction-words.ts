import { businessDate, formatPlainDate, parseDecimal, parsePlainDate, shownDecimal } from '@thongvon/kernel';
import type { ShownCorrection } from '@thongvon/returns';
import { CORRECTION_TEXTS } from '../messages/documents';

/** A correction that stands, with who declared it. */
export type DeclaredByPerson = ShownCorrection;

/** "Số đúng là 250,5", "Ngày đúng là 22/06/2023". */
export function rightOf({ type, value }: DeclaredByPerson): string {
  return CORRECTION_TEXTS.right[type](shown(type, value));
}

/** Who declared it, and when. */
export function whoOf({ by, at }: DeclaredByPerson): string {
  return CORRECTION_TEXTS.by(by.name, by.office, businessDate(at));
}

export function reasonOf({ reason }: DeclaredByPerson): string {
  return CORRECTION_TEXTS.reason(reason);
}

/** What the file has there. */
export function stoodOf({ stood: { type, text, formula } }: DeclaredByPerson): string {
  const value = text === null ? null : stoodValue(type, text);
  if (formula !== null) return CORRECTION_TEXTS.formula(formula, value);
  return value ?? CORRECTION_TEXTS.empty;
}

function stoodValue(type: DeclaredByPerson['stood']['type'], text: string): string {
  switch (type) {
    case 'text':
      return CORRECTION_TEXTS.quoted(text);
    case 'error':
      return CORRECTION_TEXTS.error(text);
    case 'boolean':
      return text === 'TRUE' ? CORRECTION_TEXTS.truth.TRUE : CORRECTION_TEXTS.truth.FALSE;
    default:
      return shown(type, text);
  }
}

/** A number with its dots and comma, a date as day, month and year; any other text as it is. */
function shown(type: DeclaredByPerson['stood']['type'], text: string): string {
  const number = type === 'number' ? parseDecimal(text) : undefined;
  const date = type === 'date' ? parsePlainDate(text) : undefined;
  if (number) return shownDecimal(number);
  return date === undefined ? text : formatPlainDate(date);
}
