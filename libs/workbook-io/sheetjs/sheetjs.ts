import { CFB, read, SSF, type ParsingOptions, type WorkBook } from '@e965/xlsx';
import { damaged } from '../workbook-refused';

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
