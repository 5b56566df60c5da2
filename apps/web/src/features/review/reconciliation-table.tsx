import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ExplainDifferenceRequest,
  ReconciliationRowView,
  ReconciliationSideView,
} from '@thongvon/api-contract';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import { useFormats, useText, useUnitNames, useWording } from '../../language';
import { Amount } from '../../shared';
import { CellLink } from '../../shared/cell-link';
import { type Column, DataTable } from '../../shared/data-table';
import { ProjectLink } from '../../shared/project-link';
import { ReasonForm } from '../../shared/reason-form';
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

interface ExplainProps {
  readonly row: ReconciliationRowView;
  readonly planYear: number;
}

/** Why a difference is there, or a place to say it. */
function Explain({ row, planYear }: ExplainProps) {
  const t = useText(messages);
  const formats = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { note, toExplain } = row;
  if (note)
    return (
      <>
        {note.explanation}
        <span className="sub">{formats.instant(note.at)}</span>
      </>
    );
  if (toExplain === null) return null;
  return isOpen ? (
    <Form row={row} planYear={planYear} difference={toExplain} onClose={() => setOpen(false)} />
  ) : (
    <button type="button" className="link small" onClick={() => setOpen(true)}>
      {t.explain}
    </button>
  );
}

interface FormProps extends ExplainProps {
  readonly difference: string;
  readonly onClose: () => void;
}

function Form({ row, planYear, difference, onClose }: FormProps) {
  const t = useText(messages);
  const wording = useWording();
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: (request: ExplainDifferenceRequest) =>
      send('POST', '/api/reconciliation/explanations', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reconciliation'] }),
  });
  const explain = (explanation: string) =>
    keep.mutate({
      projectId: row.project.id,
      planYear,
      difference,
      source: row.source?.code ?? null,
      explanation,
    });
  return (
    <>
      <ReasonForm
        label={t.explainLabel}
        confirm={t.keepExplanation}
        isPending={keep.isPending}
        onConfirm={explain}
        onCancel={onClose}
      />
      {keep.error instanceof Problem && <p role="alert">{wording(keep.error.wording)}</p>}
    </>
  );
}
