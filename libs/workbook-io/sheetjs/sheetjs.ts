import { CFB, type ParsingOptions, read, SSF, type WorkBook } from '@e965/xlsx';
import { damaged } from '../limits-and-refusals';
import type { CellModel } from '../sheet-model';

/** The corners of SheetJS that its own types leave open. */
interface Container {
  readonly FullPaths: readonly string[];
}
interface CompoundFiles {
  read(bytes: Uint8Array, options: { type: 'array' }): Container;
  find(container: Container, path: string): { content?: ArrayLike<number> } | null;
}
interface NumberFormats {
  is_date(format: string): boolean;
  get_table(): Record<number, string | undefined>;
}
const compoundFiles = (): CompoundFiles => CFB as CompoundFiles;
const numberFormats = (): NumberFormats => SSF as NumberFormats;

/** Loads the library now, so that the first file need not wait for it. */
export function loadSheetJs(): void {
  numberFormats();
}

/** Reads with SheetJS into dense rows of plain values; what it throws becomes RET-DAMAGED. */
export function readBook(bytes: Uint8Array, options: ParsingOptions): WorkBook {
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
      dense: true,
      cellText: false,
      cellHTML: false,
      ...options,
    });
  } catch (error) {
    throw damaged('the file can not be read', error);
  }
}

/** The streams of a compound file, by their path. */
export function compoundStreams(bytes: Uint8Array): (path: string) => Uint8Array | undefined {
  const container = readContainer(bytes);
  if (container.FullPaths.length < 2) throw damaged('the compound file has no directory');
  return (path) => {
    const content = compoundFiles().find(container, path)?.content;
    return content && Uint8Array.from(content);
  };
}

function readContainer(bytes: Uint8Array): Container {
  try {
    return compoundFiles().read(bytes, { type: 'array' });
  } catch (error) {
    throw damaged('the compound file is broken', error);
  }
}

const known = new Map<string, boolean>();
const MOST_KNOWN = 1000;

/** Whether a number format shows a date or a time. */
export function isDateFormat(format: string): boolean {
  let isDate = known.get(format);
  if (isDate === undefined) {
    isDate = numberFormats().is_date(format);
    if (known.size < MOST_KNOWN) known.set(format, isDate);
  }
  return isDate;
}

/** The text of a built-in number format, of those that are the same in every language. */
export const builtInFormat = (id: number): string | undefined => numberFormats().get_table()[id];

const formatting = (): { format(format: string, value: number): string } => SSF as never;

/**
 * A cell as an office's Excel shows it, with Vietnamese separators: 223422.5 under `#,##0.000` is "223.422,500". A number
 * without a format has at most 15 digits;
 * a date in a format that can't be followed is dd/mm/yyyy; a formula without a value is empty.
 */
export function shownText({ value, format, isDate }: Pick<CellModel, 'value' | 'format' | 'isDate'>): string {
  switch (value.type) {
    case 'number':
      return isDate
        ? (formatted(value.number, format) ?? formatted(value.number, 'dd/mm/yyyy') ?? '')
        : vietnamese(formatted(value.number, format) ?? String(Number(value.number.toPrecision(15))));
    case 'boolean':
      return value.boolean ? 'TRUE' : 'FALSE';
    case 'text':
    case 'error':
      return value.text;
    case 'unknown':
      return '';
  }
}

/** Undefined for a format that SheetJS can't follow. */
function formatted(number: number, format = 'General'): string | undefined {
  try {
    return formatting().format(format, number).trim();
  } catch {
    return undefined;
  }
}

function vietnamese(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
}
