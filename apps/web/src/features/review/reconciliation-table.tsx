import type { ReconciliationRowView, ReconciliationSideView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount } from '../../shared';
import { CellLink } from '../../shared/cell-link';
import { DataTable, type Column } from '../../shared/data-table';
import { ProjectLink } from '../../shared/project-link';
import { Explain } from './explain';
import { messages } from './messages';

interface ReconciliationTableProps {
  readonly rows: readonly ReconciliationRowView[];
  readonly planYear: number;
}

/** Silent where both sides agree; every amount leads to the return that it stands in. */
export function ReconciliationTable({ rows, planYear }: ReconciliationTableProps) {
  const t = useText(messages);
  const { short } = useUnitNames();
  const columns: Column<ReconciliationRowView>[] = [
    {
      key: 'project',
      name: t.project,
      title: t.project,
      render: ({ project, source }) => (
        <>
          <ProjectLink project={{ id: project.id, name: project.name, code: null }} />
          <span className="sub">{[project.code, source?.label].filter(Boolean).join(' · ')}</span>
        </>
      ),
    },
    {
      key: 'board',
      name: t.board,
      title: `${t.board}, ${short}`,
      numeric: true,
      render: ({ board }) =>
        board ? <Side side={board} /> : <span className="muted">{t.onlyTreasury}</span>,
    },
    {
      key: 'treasury',
      name: t.treasury,
      title: `${t.treasury}, ${short}`,
      numeric: true,
      render: ({ treasury }) =>
        treasury ? <Side side={treasury} /> : <span className="muted">{t.onlyBoard}</span>,
    },
    {
      key: 'difference',
      name: t.difference,
      title: `${t.difference}, ${short}`,
      numeric: true,
      render: ({ difference, state }) =>
        difference === null || state === 'equal' ? (
          ''
        ) : (
          <strong>
            <Amount value={difference} change />
          </strong>
        ),
    },
    {
      key: 'note',
      name: t.explanation,
      title: t.explanation,
      className: 'dt-wide',
      render: (row) => <Explain row={row} planYear={planYear} />,
    },
  ];
  return (
    <DataTable
      stacked
      caption={t.difference}
      columns={columns}
      rows={rows}
      keyOf={({ project, source }) => `${project.id} ${source?.code ?? ''}`}
    />
  );
}

function Side({ side }: { readonly side: ReconciliationSideView }) {
  const formats = useFormats();
  return (
    <>
      <Amount value={side.disbursed} />
      <span className="sub">
        {formats.shortDate(side.asOf)}
        {side.cells.map((cell) => (
          <span key={`${cell.sheet}!${cell.cell}`}>
            {' · '}
            <CellLink returnId={cell.returnId} cell={cell} />
          </span>
        ))}
      </span>
    </>
  );
}
