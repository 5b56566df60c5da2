import { Link } from 'wouter';
import type { CellView } from '@thongvon/api-contract';

interface CellLinkProps {
  readonly returnId: string;
  /** Undefined where no single cell holds the number: then nothing is shown. */
  readonly cell: CellView | undefined;
}

/** "Giải ngân!I23", which leads to the return in which it stands. */
export function CellLink({ returnId, cell }: CellLinkProps) {
  if (cell === undefined) return null;
  return (
    <Link href={`/bao-cao/${returnId}`} className="cell">
      {cell.sheet}!{cell.cell}
    </Link>
  );
}
