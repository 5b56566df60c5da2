import { overLimit, WorkbookRefused } from '../limits-and-refusals';

export type Separator = ',' | ';' | '\t';
const SEPARATORS: readonly Separator[] = [',', ';', '\t'];

export interface CsvField {
  readonly text: string;
  /** It stood in quotes, so that whatever is in it is text of its own. */
  readonly quoted: boolean;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * One record after another, blank lines as records of one empty field. `ended` is false when a quote never closes.
 * Throws RET-LIMIT for a record of more than `mostColumns` fields, before it has them all.
 */
export class CsvRecords {
  /** False once a quoted text ran to the end of the text. */
  ended = true;
  private at: number;

  constructor(
    private readonly text: string,
    private readonly separator: Separator,
    private readonly mostColumns: number,
    from = 0,
  ) {
    this.at = from;
  }

  next(): CsvField[] | undefined {
    const { text } = this;
    if (this.at >= text.length) return undefined;
    const fields: CsvField[] = [];
    for (;;) {
      if (fields.length === this.mostColumns) throw overLimit('columns', this.mostColumns);
      fields.push(this.field());
      const code = text.charCodeAt(this.at);
      this.at += 1;
      if (code === this.separator.charCodeAt(0)) continue;
      if (code === RETURN && text.charCodeAt(this.at) === NEWLINE) this.at += 1;
      return fields;
    }
  }

  private field(): CsvField {
    const { text } = this;
    if (text.charCodeAt(this.at) !== QUOTE) return { text: this.bare(), quoted: false };
    const start = this.at + 1;
    let end = text.indexOf('"', start);
    while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) end = text.indexOf('"', end + 2);
    if (end < 0) this.ended = false;
    this.at = end < 0 ? text.length : end + 1;
    const quoted = text.slice(start, end < 0 ? text.length : end).replaceAll('""', '"');
    return { text: end < 0 ? quoted : quoted + this.bare(), quoted: true };
  }

  /** Up to the next separator or line break. */
  private bare(): string {
    const { text } = this;
    const stop = this.separator.charCodeAt(0);
    let end = this.at;
    for (; end < text.length; end += 1) {
      const code = text.charCodeAt(end);
      if (code === stop || code === NEWLINE || code === RETURN) break;
    }
    const bare = text.slice(this.at, end);
    this.at = end;
    return bare;
  }
}

/** Excel's own line that names the separator; it shows as no row. */
const DECLARED = /^sep=([,;\t])(?:\r\n|\r|\n|$)/i;
/** Characters from which the separator is found. */
const SAMPLE = 256 * 1024;
/** The most marks of another separator, of 100, that a reading may leave unexplained. */
const MOST_UNEXPLAINED = 25;

/**
 * Where the table begins, and what separates its cells: what a line "sep=;" says, else the one reading that holds.
 * A reading holds when it divides at least half of the lines, and the marks of every other separator that does so too
 * are explained in its cells: as a decimal comma or the groups of a whole number, as punctuation followed by a space
 * in a text, or by quotes. Undefined where nothing divides the lines: no table. Throws RET-NOT-A-RETURN where several
 * hold, or none explains the others: the text reads two ways.
 */
export function separatorOf(
  text: string,
  mostColumns: number,
): { separator: Separator; from: number } | undefined {
  const [line, declared] = DECLARED.exec(text) ?? [];
  if (line !== undefined) return { separator: declared as Separator, from: line.length };
  const sample = text.length > SAMPLE ? text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE) : text;
  const dividing = SEPARATORS.map((separator) => readingOf(sample, separator, mostColumns)).filter(
    ({ records, divided }) => divided >= 2 && divided * 2 >= records.length,
  );
  if (dividing.length < 2) return dividing[0] && { separator: dividing[0].separator, from: 0 };
  const holding = dividing.filter((reading) =>
    dividing.every((other) => other === reading || explains(reading, other.separator)),
  );
  const [only, ...others] = holding;
  if (only && others.length === 0) return { separator: only.separator, from: 0 };
  throw new WorkbookRefused(
    'RET-NOT-A-RETURN',
    `separator: cells may be divided by ${dividing.map(({ separator }) => JSON.stringify(separator)).join(' or ')}`,
  );
}

interface CsvReading {
  readonly separator: Separator;
  /** Lines that aren't blank. */
  readonly records: readonly (readonly CsvField[])[];
  /** How many of them have more than one cell. */
  readonly divided: number;
}

function readingOf(sample: string, separator: Separator, mostColumns: number): CsvReading {
  const reader = new CsvRecords(sample, separator, mostColumns);
  const records: CsvField[][] = [];
  for (let record = reader.next(); record; record = reader.next()) {
    if (record.some(({ text }) => text.trim() !== '')) records.push(record);
  }
  return { separator, records, divided: records.filter(({ length }) => length > 1).length };
}

/** Of a field as it was written: the groups and the comma or point of a number as Vietnamese or English write it. */
const NUMBER =
  /^[-+(]?(?:(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?|(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\)?(?:\s?%)?$/;

function explains({ records }: CsvReading, other: Separator): boolean {
  let marks = 0;
  let unexplained = 0;
  for (const field of records.flat()) {
    const pieces = field.text.split(other);
    marks += pieces.length - 1;
    if (pieces.length < 2 || field.quoted || (other === ',' && NUMBER.test(field.text.trim()))) continue;
    // What a separator leaves of a quoted cell that isn't its own ends or begins with a stray quote.
    const isText = /\p{L}/u.test(field.text) && !field.text.includes('"');
    unexplained += pieces.slice(1).filter((piece) => !(isText && /^(?:\s|$)/.test(piece))).length;
  }
  return unexplained * 100 <= marks * MOST_UNEXPLAINED;
}
