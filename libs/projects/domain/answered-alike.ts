import { groupBy, matchKey } from '@thongvon/kernel';
import type { CellRef, Finding } from '@thongvon/return-reader';
import type { NamedProject } from './project-match';

interface IdentifiedRow {
  readonly row: NamedProject & { readonly cell: CellRef };
  /** The project of the register that it means; null: none yet. */
  readonly projectId: string | null;
  /** A person said which project it means. */
  readonly isAnswered: boolean;
}

/**
 * Rows of one return with names of their own of which people said that they are the same project: which figure counts
 * nobody knows. They are neither added up nor does one take the other's place (contract, section 2): the return stops.
 */
export function answeredAlike(rows: readonly IdentifiedRow[]): Finding[] {
  const known = rows.filter(({ projectId }) => projectId !== null);
  return [...groupBy(known, ({ projectId }) => projectId).values()].flatMap((same) => {
    // What was answered is at fault, wherever it stands: the other row is named for it.
    const [first, ...others] = [...same].sort((a, b) => Number(a.isAnswered) - Number(b.isAnswered));
    return others.flatMap(({ row, isAnswered }) =>
      first && isAnswered && matchKey(row.name) !== matchKey(first.row.name) ? [alike(row, first.row)] : [],
    );
  });
}

function alike({ code, name, cell }: IdentifiedRow['row'], other: IdentifiedRow['row']): Finding {
  return {
    code: 'RET-PROJECT-REPEATED',
    severity: 'error',
    sheet: cell.sheet,
    cell: cell.cell,
    value: code ?? name,
    message: `“${name}” được trả lời là cùng một dự án với “${other.name}” ở ô ${other.cell.cell} của chính tệp này: không rõ số nào là số của dự án. Hãy chọn lại dự án cho một trong hai dòng, hoặc cộng thành một dòng rồi nạp lại.`,
    messageEn: `“${name}” was answered to be the same project as “${other.name}” in cell ${other.cell.cell} of this very file: which figure is the project's isn't known. Choose anew for one of the two rows, or add them up to one row and upload again.`,
  };
}
