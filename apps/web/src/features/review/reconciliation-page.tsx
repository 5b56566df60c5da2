import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ExplainDifferenceRequest,
  ReconciliationQuery,
  ReconciliationRowView,
  ReconciliationSideView,
} from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useToday } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, DateText, Loading, Refusal } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import type { Column } from '../../shared/data-table';
import { ReasonForm } from '../../shared/form/reason-form';
import { useChange } from '../../shared/form/form';
import { CellLink, ProjectLink } from '../../shared/links';
import { ListPage } from '../../shared/list/list-page';
import { usePageTitle } from '../../shared/page';
import { planYearOf } from '../../shared/plan-year';
import { messages } from './messages';
import { differencesQuery, RECONCILIATION_KEY, rowCountQuery } from './queries';
import './review.css';

const SHOWN = ['unexplained', 'differs', 'open', 'all'] as const;
type Shown = (typeof SHOWN)[number];

/** What the list shows while the address doesn't say. */
const FIRST_SHOWN: Shown = 'differs';

const FILTERS: Readonly<Record<Shown, Partial<ReconciliationQuery>>> = {
  unexplained: { state: 'differs', open: 'true' },
  open: { open: 'true' },
  differs: { state: 'differs' },
  all: {},
};

/** The board's figures next to the Treasury's, largest difference first; what nobody has explained is one choice away. */
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
  const { value } = useAddressState();
  const asOf = value('den') ?? today;
  const planYear = Number(value('nam') ?? planYearOf(asOf));
  const shown = SHOWN.find((one) => one === value('xem')) ?? FIRST_SHOWN;
  const list = useLongList(differencesQuery({ planYear, asOf, ...FILTERS[shown], q: value('tim') }));
  return (
    <>
      <Heading planYear={planYear} asOf={asOf} />
      <ListPage
        list={list}
        title={t.difference}
        end={t.silence}
        filters={[
          {
            kind: 'radio',
            name: 'xem',
            label: t.show,
            options: SHOWN.map((one) => ({ value: one, name: t[`show-${one}`] })),
            initial: FIRST_SHOWN,
          },
          { kind: 'date', name: 'den', label: t.asOf, initial: today },
          { kind: 'words', name: 'tim', label: t.search },
        ]}
        columns={useColumns(planYear)}
        keyOf={({ project, source }) => `${project.id} ${source?.code ?? ''}`}
        empty={t.recNoMatch}
        emptyWhat={t.recNoMatchWhat}
      />
    </>
  );
}

/** How many differ, whatever is searched for below; or that there is nothing of the Treasury yet. */
function Heading({ planYear, asOf }: { readonly planYear: number; readonly asOf: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const rows = useQuery(rowCountQuery({ planYear, asOf })).data;
  const ofBoardOnly = useQuery(rowCountQuery({ planYear, asOf, state: 'only-board' })).data;
  const differing = useQuery(rowCountQuery({ planYear, asOf, state: 'differs' })).data;
  const day = formats.date(asOf);
  if (rows === undefined || ofBoardOnly === undefined || differing === undefined)
    return <h1>{t.recPageTitle}</h1>;
  if (ofBoardOnly === rows)
    return (
      <>
        <h1>{t.recNone}</h1>
        <p>{t.recNoneWhat}</p>
      </>
    );
  return <h1>{differing === 0 ? t.recEqual(day) : t.recTitle(differing, day)}</h1>;
}

/** Silent where both sides agree; every amount leads to the return that it stands in. */
function useColumns(planYear: number): Column<ReconciliationRowView>[] {
  const t = useText(messages);
  const { short } = useUnitNames();
  return [
    {
      key: 'project',
      title: t.project,
      render: ({ project }) => <ProjectLink project={{ id: project.id, name: project.name, code: null }} />,
      sub: ({ project, source }) => [project.code, source?.label].filter(Boolean).join(' · '),
    },
    {
      key: 'board',
      name: t.board,
      title: `${t.board}, ${short}`,
      numeric: true,
      render: ({ board }) => <Side side={board} otherwise={t.onlyTreasury} />,
      sub: ({ board }) => board && <Cells side={board} />,
    },
    {
      key: 'treasury',
      name: t.treasury,
      title: `${t.treasury}, ${short}`,
      numeric: true,
      render: ({ treasury }) => <Side side={treasury} otherwise={t.onlyBoard} />,
      sub: ({ treasury }) => treasury && <Cells side={treasury} />,
    },
    {
      key: 'difference',
      name: t.difference,
      title: `${t.difference}, ${short}`,
      numeric: true,
      render: ({ difference, state }) =>
        difference !== null &&
        state !== 'equal' && (
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
      sub: ({ note }) => note && <DateText date={note.at} />,
    },
  ];
}

interface SideProps {
  readonly side: ReconciliationSideView | null;
  /** What is said where this side has nothing. */
  readonly otherwise: string;
}

function Side({ side, otherwise }: SideProps) {
  return side ? <Amount value={side.disbursed} /> : <span className="muted">{otherwise}</span>;
}

/** The day of a side's amount, and the cells that it stands in. */
function Cells({ side: { asOf, cells } }: { readonly side: ReconciliationSideView }) {
  const formats = useFormats();
  return (
    <>
      {formats.shortDate(asOf)}
      {cells.map((cell) => (
        <span key={`${cell.sheet}!${cell.cell}`}>
          {' · '}
          <CellLink returnId={cell.returnId} cell={cell} />
        </span>
      ))}
    </>
  );
}

interface ExplainProps {
  readonly row: ReconciliationRowView;
  readonly planYear: number;
}

/** Why a difference is there, or a place to say it. */
function Explain({ row: { project, source, note, toExplain }, planYear }: ExplainProps) {
  const t = useText(messages);
  const [isOpen, setOpen] = useState(false);
  const keep = useChange<ExplainDifferenceRequest>('POST', '/api/reconciliation/explanations', {
    stale: [RECONCILIATION_KEY],
  });
  if (note) return note.explanation;
  if (toExplain === null) return null;
  if (!isOpen)
    return (
      <button type="button" className="link small" onClick={() => setOpen(true)}>
        {t.explain}
      </button>
    );
  const about = { projectId: project.id, planYear, difference: toExplain, source: source?.code ?? null };
  return (
    <>
      <ReasonForm
        label={t.explainLabel}
        confirm={t.keepExplanation}
        isPending={keep.isPending}
        onConfirm={(explanation) => keep.mutate({ ...about, explanation })}
        onCancel={() => setOpen(false)}
      />
      <Refusal error={keep.error} />
    </>
  );
}
