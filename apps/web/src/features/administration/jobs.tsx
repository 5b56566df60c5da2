import { useState } from 'react';
import type { FailedJobView } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useFormats, usePreferences, useText } from '../../language';
import { DateText, EmptyState, ListStates, Section } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { JobsDock } from './jobs-dock';
import { jobStates, messages } from './jobs-messages';
import { failedJobsQuery } from './jobs-queries';
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
