import { RETURN_KINDS, type ReturnKind } from '@thongvon/kernel';
import {
  BASIS_NAMES,
  COLUMN_REASON_NAMES,
  type Evidence,
  nameOfMeaning,
  type Reading,
  type SheetReading,
  type TableMapping,
} from '@thongvon/return-reader';
import { meaningChoices } from './meaning-choices';
import { notSaidBy } from './comparisons';
import { factOf, nameOfKind, proofOf } from './facts';
import type { UnderstoodColumn, UnderstoodTable } from './understanding';

/** A table with all that was decided about it. */
export function understoodTable(
  table: Evidence,
  evidence: readonly Evidence[],
  sheets: Reading['sheets'],
): UnderstoodTable {
  const own = evidence.filter((one) => one.table === table.table && one !== table);
  const sheet = table.sheet ?? '';
  const range = table.range ?? '';
  const read = sheets[table.table ?? -1];
  const kind = kindOf(read);
  const name = nameOfKind(table.chosen ?? '');
  const facts = own.filter(({ decision }) => decision === 'unit' || decision === 'rows');
  const columns = own
    .filter(({ decision }) => decision === 'column')
    .map((one) => understoodColumn(one, read));
  return {
    sheet,
    range,
    title: `Bảng ${range}: ${name.vi}`,
    titleEn: `Table ${range}: ${name.en}`,
    facts: facts.map(factOf),
    columns,
    proofs: notSaidBy(
      table.witnesses,
      facts.flatMap(({ witnesses }) => witnesses),
    ).map(proofOf),
    described: kind ? describedSheet(sheets.filter((one) => one.name === sheet)) : null,
    meanings: kind
      ? meaningChoices(
          kind,
          columns.flatMap(({ meaning }) => meaning ?? []),
        )
      : [],
  };
}

function understoodColumn(one: Evidence, read: SheetReading | undefined): UnderstoodColumn {
  const [column = ''] = one.columns ?? [];
  const says = nameOfMeaning(one.chosen);
  const because = one.because
    ? COLUMN_REASON_NAMES[one.because]
    : one.chosen === null
      ? undefined
      : BASIS_NAMES[one.by];
  return {
    column,
    cell: one.cells[0] ?? { sheet: one.sheet ?? '', cell: `${column}1` },
    captions: read?.columns.find((found) => found.column === column)?.path ?? [],
    meaning: one.chosen,
    says: says.vi,
    saysEn: says.en,
    because: because === undefined || because.vi === '' ? null : because.vi,
    becauseEn: because === undefined || because.en === '' ? null : because.en,
    isRead: one.chosen !== 'ignored',
    proofs: one.witnesses.map(proofOf),
  };
}

const kindOf = (read: SheetReading | undefined): ReturnKind | undefined =>
  RETURN_KINDS.find((kind) => kind === read?.role);

/** All tables of one sheet as somebody would describe them: where one is described, no other is looked for there. */
function describedSheet(tables: readonly SheetReading[]): TableMapping[] {
  return tables.flatMap((table) => {
    const kind = kindOf(table);
    if (!kind || table.headerRows.length === 0) return [];
    const { name, unit, headerRows, columns } = table;
    return [
      {
        sheet: name,
        kind,
        headerRows: [Math.min(...headerRows), Math.max(...headerRows)],
        columns: columns
          .filter(({ meaning }) => meaning !== 'ignored')
          .map(({ column, meaning }) => ({ column, meaning })),
        ...(unit === null ? {} : { unit }),
      },
    ];
  });
}
