import { Fragment } from 'react';
import type { CellView, WitnessView } from '@thongvon/api-contract';
import { useSaid, useText } from '../../../language';
import { messages } from './messages';

/** Shows a cell in its sheet. */
export type OnCell = (cell: CellView) => void;

const MARKS: Readonly<Record<WitnessView['outcome'], string>> = { agrees: '=', differs: '≠', waits: '?' };
/** It agrees, and says no equality. */
const HOLDS = '✓';

interface ProofsProps {
  readonly proofs: readonly WitnessView[];
  readonly onCell: OnCell;
}

/** What was compared: "=" agrees, "✓" has not fallen, "≠" differs, "?" waits. */
export function Proofs({ proofs, onCell }: ProofsProps) {
  const t = useText(messages);
  const say = useSaid();
  if (proofs.length === 0) return null;
  return (
    <ul className="rt-proofs">
      {proofs.map((proof) => (
        <li key={proof.text} className={proof.outcome === 'differs' ? 'rt-off' : undefined}>
          <span aria-hidden="true">{proof.isSame ? MARKS[proof.outcome] : HOLDS} </span>
          {proof.isSame && <span className="vh">{t[proof.outcome]}: </span>}
          {say(proof, 'text')} {proof.outcome !== 'agrees' && <Cells cells={proof.cells} onCell={onCell} />}
        </li>
      ))}
    </ul>
  );
}

interface CellsProps {
  readonly cells: readonly CellView[];
  readonly onCell: OnCell;
}

/** Cells that open in their sheet. */
export function Cells({ cells, onCell }: CellsProps) {
  const isNamed = new Set(cells.map(({ sheet }) => sheet)).size > 1;
  const t = useText(messages);
  return cells.map((cell, i) => (
    <Fragment key={`${cell.sheet} ${cell.cell}`}>
      {i > 0 && ', '}
      <button
        type="button"
        className="link cell"
        title={t.showCell(`${cell.sheet}!${cell.cell}`)}
        onClick={() => onCell(cell)}
      >
        {isNamed ? `${cell.sheet}!${cell.cell}` : cell.cell}
      </button>
    </Fragment>
  ));
}
