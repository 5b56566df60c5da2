import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FailedJobsDoneView, FailedJobView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { longList, useLongList } from '../../api/long-list';
import { useFormats, usePreferences, useText } from '../../language';
import { DateText, EmptyState, ListStates, Refusal, Section } from '../../shared';
import { type Column, DataTable } from '../../shared/data-table';
import { ReasonForm } from '../../shared/reason-form';
import { jobStates, messages } from './jobs-messages';
import { SubjectName } from './subject-name';

/** Background work that failed: what, how often, why; run again or discarded, several at once. */
export function Jobs() {
  const t = useText(messages);
  const formats = useFormats();
  const list = useLongList(failedJobsQuery);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const rows = list.rows ?? [];
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const title =
    rows.length === 0 ? t.title : t.count(formats.count(waiting.length), formats.count(list.total));
  const columns = useColumns(rows, selected, setSelected);
  const empty = (
    <EmptyState title={t.none}>
      <p>{t.noneWhat}</p>
    </EmptyState>
  );
  const chosen = rows.filter(({ id }) => selected.has(id));
  return (
    <Section title={title}>
      <JobsDock chosen={chosen} onDone={() => setSelected(new Set())} />
      <ListStates list={list} empty={empty}>
        {(shown) => (
          <DataTable
            stacked
            caption={title}
            columns={columns}
            rows={shown}
            keyOf={({ id }) => id}
            onEnd={list.more}
          />
        )}
      </ListStates>
    </Section>
  );
}

function useColumns(
  rows: readonly FailedJobView[],
  selected: ReadonlySet<string>,
  setSelected: (ids: ReadonlySet<string>) => void,
): readonly Column<FailedJobView>[] {
  const t = useText(messages);
  const formats = useFormats();
  const states = useText(jobStates);
  const { language } = usePreferences();
  const all = rows.every(({ id }) => selected.has(id));
  const toggle = (id: string, isSelected: boolean) =>
    setSelected(new Set(isSelected ? [...selected, id] : [...selected].filter((one) => one !== id)));
  return [
    {
      key: 'job',
      name: t.job,
      title: (
        <label className="ad-pick">
          <input
            type="checkbox"
            aria-label={t.selectAll}
            checked={all}
            onChange={() => setSelected(new Set(all ? [] : rows.map(({ id }) => id)))}
          />
          {t.job}
        </label>
      ),
      render: ({ id, label, labelEn, queue, subject }) => {
        const name = language === 'vi' ? label : labelEn;
        return (
          <label className="ad-pick">
            <input
              type="checkbox"
              aria-label={t.select(`${name} – ${subject.name ?? subject.id}`)}
              checked={selected.has(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
            <span>
              {name}
              <span className="sub cell">{queue}</span>
            </span>
          </label>
        );
      },
    },
    {
      key: 'about',
      name: t.about,
      title: t.about,
      render: ({ subject }) => <SubjectName subject={subject} />,
    },
    {
      key: 'state',
      name: t.state,
      title: t.state,
      render: ({ state, nextAt }) => (
        <>
          <span className={state === 'waiting' ? 'alarm' : undefined}>
            {state === 'waiting' && <span className="mk mk-over" />}
            {states[state]}
          </span>
          {nextAt !== null && (
            <span className="sub">
              {t.nextAt} <DateText date={String(nextAt)} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'failedAt',
      name: t.failedAt,
      title: t.failedAt,
      render: ({ failedAt }) => <DateText date={String(failedAt)} />,
    },
    {
      key: 'attempts',
      name: t.attempts,
      title: t.attempts,
      numeric: true,
      render: ({ attempts }) => formats.count(attempts),
    },
    {
      key: 'error',
      className: 'dt-wide',
      name: t.error,
      title: t.error,
      render: ({ error }) => <span className="ad-error cell">{error}</span>,
    },
  ];
}

interface JobsDockProps {
  readonly chosen: readonly FailedJobView[];
  readonly onDone: () => void;
}

/** Runs those that are chosen again, or discards them with a reason. */
function JobsDock({ chosen, onDone }: JobsDockProps) {
  const t = useText(messages);
  const [isAsking, setAsking] = useState(false);
  const action = useJobsAction();
  const act = (reason?: string) =>
    action.mutate(
      { ids: chosen.map(({ id }) => id), ...(reason === undefined ? {} : { reason }) },
      {
        onSuccess: () => {
          setAsking(false);
          onDone();
        },
      },
    );
  const { data, variables } = action;
  if (chosen.length === 0 && data === undefined && action.error === null) return null;
  return (
    <div className="tools noprint" role="region" aria-label={t.dock}>
      {chosen.length > 0 && !isAsking && (
        <>
          {t.chosen(chosen.length)}
          <button
            type="button"
            className="btn btn-main"
            disabled={action.isPending || !chosen.some(({ state }) => state === 'waiting')}
            onClick={() => act()}
          >
            {t.retry}
          </button>
          <button type="button" className="btn" disabled={action.isPending} onClick={() => setAsking(true)}>
            {t.discard}
          </button>
        </>
      )}
      {isAsking && (
        <ReasonForm
          label={t.reason}
          confirm={t.confirmDiscard}
          longest={500}
          isPending={action.isPending}
          onConfirm={act}
          onCancel={() => setAsking(false)}
        />
      )}
      {data && chosen.length === 0 && (
        <p role="status">
          {variables.reason === undefined ? t.retried(data.done.length) : t.discarded(data.done.length)}
          {data.left.length > 0 && ` ${t.left(data.left.length)}`}
        </p>
      )}
      <Refusal error={action.error} />
    </div>
  );
}

const FAILED_JOBS_KEY = ['failed-jobs'] as const;

/** Looked at again every few seconds: what runs again is done soon. */
const failedJobsQuery = {
  ...longList<FailedJobView>(FAILED_JOBS_KEY, '/api/failed-jobs', {}),
  refetchInterval: 5000,
};

interface Action {
  readonly ids: readonly string[];
  /** Given: they are discarded; without it, run again. */
  readonly reason?: string;
}

/** Runs failed work again or discards it. */
function useJobsAction() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ ids, reason }: Action) =>
      reason === undefined
        ? send<FailedJobsDoneView>('POST', '/api/failed-jobs/retry', { ids })
        : send<FailedJobsDoneView>('POST', '/api/failed-jobs/discard', { ids, reason }),
    onSettled: () => client.invalidateQueries({ queryKey: FAILED_JOBS_KEY }),
  });
}
