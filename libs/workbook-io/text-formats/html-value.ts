import type { CellModel, CellValue } from '../sheet-model';
import { isDateFormat } from '../sheetjs/read-with-sheetjs';
import { shownValue } from './error-texts';

type Attributes = Readonly<Record<string, string>>;

/** What a page's cell holds: value, formula and format, by what the program that wrote it has added; else its text. */
export function htmlValue(
  attributes: Attributes,
  text: string,
): Pick<CellModel, 'value' | 'formula' | 'format'> | undefined {
  const formula = formulaOf(attributes['x:fmla']);
  const shown = text === '' ? undefined : shownValue(text);
  // LibreOffice writes 0 for the value of an error.
  const value = shown?.type === 'error' ? shown : (written(attributes, text) ?? shown);
  if (!value) return formula === undefined ? undefined : { formula, value: { type: 'unknown' } };
  const format = value.type === 'number' ? libreOfficeFormat(attributes['sdnum']) : undefined;
  return {
    value,
    ...(formula !== undefined && { formula }),
    ...(format !== undefined && { format }),
  };
}

const ENGLISH = '1033';

/** `sdnum="1033;0;#,##0.00"`: language of the document, of the format, the format; in other languages signs differ. */
function libreOfficeFormat(written: string | undefined): string | undefined {
  const [, document = '', own = '', format = ''] = /^(\d*);(\d*);(.+)$/s.exec(written ?? '') ?? [];
  if (format === '') return undefined;
  const isEnglish = (own === '' || own === '0' ? document : own) === ENGLISH;
  return isEnglish || isDateFormat(format) || /^[#0.,]*%$/.test(format) ? format : undefined;
}

function written(attributes: Attributes, text: string): CellValue | undefined {
  const given = attributes['x:str'];
  if (given !== undefined) return given === '' ? undefined : { type: 'text', text: given };
  const error = attributes['x:err'];
  if (error !== undefined) return { type: 'error', text: error === '' ? text : error };
  const truth = attributes['x:bool'];
  if (truth !== undefined)
    return { type: 'boolean', boolean: /^(?:true|1)$/i.test(truth === '' ? text : truth) };
  const number = attributes['x:num'];
  if (number !== undefined) return numberOf(number === '' ? unambiguous(text) : number);
  // LibreOffice, and SheetJS.
  return (
    numberOf(attributes['sdval']) ??
    (attributes['data-t'] === 'n' ? numberOf(attributes['data-v']) : undefined)
  );
}

const NUMBER = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

function numberOf(written: string | undefined): CellValue | undefined {
  if (written === undefined || !NUMBER.test(written)) return undefined;
  const number = Number(written);
  return Number.isFinite(number) ? { type: 'number', number } : undefined;
}

/**
 * An empty `x:num` says that the cell shows its number as it is. Excel writes it only where both are alike; other
 * programs put it on "1.234" too, which may be groups: that stays a text, and its column decides.
 */
const unambiguous = (text: string): string | undefined =>
  /^-?\d{1,3}(?:\.\d{3})+$/.test(text) ? undefined : text;

const formulaOf = (written: string | undefined): string | undefined => {
  const formula = written?.trim().replace(/^=/, '');
  return formula === '' ? undefined : formula;
};
