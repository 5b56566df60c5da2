import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ExplainDifferenceRequest,
  ReconciliationQuery,
  ReconciliationRowView,
  ReconciliationSideView,
} from '@thongvon/api-contract';
import { send } from '../../api/client';
import { Problem } from '../../api/problem';
import { useToday } from '../../api/session';
import { useFormats, useText, useUnitNames, useWording } from '../../language';
import { Amount, EmptyState, Loading, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { CellLink, ProjectLink } from '../../shared/links';
import { type Column, DataTable } from '../../shared/data-table';
import { DateInput } from '../../shared/form/date-input';
import { usePageTitle } from '../../shared/page';
import { planYearOf } from '../../shared/plan-year';
import { ReasonForm } from '../../shared/form/reason-form';
import { messages } from './messages';
import { reconciliationQuery } from './queries';
import './review.css';

const SHOWN = ['open', 'differs', 'all'] as const;
type Shown = (typeof SHOWN)[number];

const FILTERS: Readonly<Record<Shown, Partial<ReconciliationQuery>>> = {
  open: { open: 'true' },
  differs: { state: 'differs' },
  all: {},
};

/** The board's figures next to the Treasury's, largest difference first; what nobody has explained is shown first. */
export function ReconciliationPage() {
  const t = useText(messages);
  usePageTitle(t.recPageTitle);
  const today = useToday();
  return (
    <main id="main" className="rv-page">
      {today === undefined ? <Loading /> : <Reconciliation today={today} />}
    </main>
  );
}

function Reconciliation({ today }: { readonly today: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const address = useAddressState();
  const asOf = address.value('den') ?? today;
  const planYear = Number(address.value('nam') ?? planYearOf(asOf));
  const q = address.value('tim') ?? '';
  const shown = SHOWN.find((one) => one === address.value('xem')) ?? 'differs';
  const query = useQuery({
    ...reconciliationQuery({ planYear, asOf, ...FILTERS[shown], ...(q === '' ? {} : { q }) }),
    placeholderData: (before) => before,
  });
  // Whether there is anything of the Treasury at all; one row is enough to know.
  const known = useQuery(reconciliationQuery({ planYear, asOf, state: 'only-board', limit: 1 }));
  const all = useQuery(reconciliationQuery({ planYear, asOf, limit: 1 }));
  const hasTreasury = known.data && all.data && known.data.total < all.data.total;
  const differing = useQuery(reconciliationQuery({ planYear, asOf, state: 'differs', limit: 1 })).data?.total;
  const day = formats.date(asOf);
  return (
    <>
      <h1>
        {hasTreasury === false
          ? t.recNone
          : differing === 0
            ? t.recEqual(day)
            : t.recTitle(differing ?? 0, day)}
      </h1>
      {hasTreasury === false && <p>{t.recNoneWhat}</p>}
      <Filter shown={shown} q={q} asOf={asOf} onChange={address.set} />
      <Section title={t.difference} end={t.silence}>
        <QueryStates query={query}>
          {({ items, total }) =>
            items.length === 0 ? (
              <EmptyState title={t.recNoMatch}>
                <p>{t.recNoMatchWhat}</p>
              </EmptyState>
            ) : (
              <>
                {total > items.length && <p className="small muted">{t.firstRows(items.length, total)}</p>}
                <ReconciliationTable rows={items} planYear={planYear} />
              </>
            )
          }
        </QueryStates>
      </Section>
    </>
  );
}

interface FilterProps {
  readonly shown: Shown;
  readonly q: string;
  readonly asOf: string;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

function Filter({ shown, q, asOf, onChange }: FilterProps) {
  const t = useText(messages);
  return (
    <div className="rv-filter noprint">
      <fieldset>
        <legend className="vh">{t.show}</legend>
        {SHOWN.map((one) => (
          <label key={one}>
            <input type="radio" name="xem" checked={one === shown} onChange={() => onChange({ xem: one })} />
            {t[`show-${one}`]}
          </label>
        ))}
      </fieldset>
      {/* There is always a day: until another one is typed, the former stays. */}
      <DateInput label={t.asOf} value={asOf} onChange={(den) => den !== undefined && onChange({ den })} />
      <label className="field">
        {t.search}
        <input type="search" value={q} onChange={(event) => onChange({ tim: event.target.value })} />
      </label>
    </div>
  );
}

interface ReconciliationTableProps {
  readonly rows: readonly ReconciliationRowView[];
  readonly planYear: number;
}

/** Silent where both sides agree; every amount leads to the return that it stands in. */
function ReconciliationTable({ rows, planYear }: ReconciliationTableProps) {
  const t = useText(messages);
  const { short } = useUnitNames();
  const columns: Column<ReconciliationRowView>[] = [
    {
      key: 'project',
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
