import { captionsOf, parseMeaning, type Reading, type TableMapping } from '@thongvon/return-reader';

/** Why a mapping can't be read by. */
export type MappingFault =
  | 'no-such-sheet'
  | 'header-rows'
  | 'header-rows-overlap'
  | 'no-such-meaning'
  | 'column-twice'
  | 'no-name'
  | 'no-figure';

/** Meanings that tell of which project a row is. */
const NAMING: ReadonlySet<string> = new Set(['name', 'code']);
const NOT_FIGURES: ReadonlySet<string> = new Set([
  ...NAMING,
  'ordinal',
  'owner',
  'field',
  'source',
  'plan-type',
  'note',
  'location',
  'rate',
  'ignored',
]);

/** The first fault of the mappings of one return, with the mapping that has it. */
export function faultOf(
  mappings: readonly TableMapping[],
  sheets: readonly { readonly name: string }[],
): { fault: MappingFault; mapping: TableMapping } | undefined {
  for (const mapping of mappings) {
    const others = mappings.filter((other) => other !== mapping && other.sheet === mapping.sheet);
    const fault = sheets.some(({ name }) => name === mapping.sheet)
      ? (faultOfRows(mapping, others) ?? faultOfColumns(mapping))
      : 'no-such-sheet';
    if (fault) return { fault, mapping };
  }
  return undefined;
}

function faultOfRows(
  { headerRows: [from, to] }: TableMapping,
  others: readonly TableMapping[],
): MappingFault | undefined {
  if (from > to) return 'header-rows';
  const overlaps = others.some(({ headerRows }) => headerRows[0] <= to && headerRows[1] >= from);
  return overlaps ? 'header-rows-overlap' : undefined;
}

function faultOfColumns({ columns }: TableMapping): MappingFault | undefined {
  if (new Set(columns.map(({ column }) => column)).size < columns.length) return 'column-twice';
  const meanings = columns.map(({ meaning }) => parseMeaning(meaning)?.field);
  if (meanings.includes(undefined)) return 'no-such-meaning';
  if (!meanings.some((field) => NAMING.has(field ?? ''))) return 'no-name';
  return meanings.every((field) => NOT_FIGURES.has(field ?? '')) ? 'no-figure' : undefined;
}

/** The mappings with the captions that the reading found for them, by which they hold or don't in the next return. */
export function withCaptions(
  mappings: readonly TableMapping[],
  { sheets }: Pick<Reading, 'sheets'>,
): TableMapping[] {
  return mappings.flatMap((mapping) => {
    const read = sheets.find(
      ({ name, headerRows }) => name === mapping.sheet && headerRows[0] === mapping.headerRows[0],
    );
    return read ? [{ ...mapping, captions: captionsOf(read.columns) }] : [];
  });
}
