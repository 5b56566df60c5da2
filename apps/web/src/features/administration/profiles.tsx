import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RememberedView } from '@thongvon/api-contract';
import { send } from '../../api/client';
import { longList, useLongList } from '../../api/long-list';
import { officesQuery } from '../../api/offices';
import { useFormats, useText } from '../../language';
import { DateText, EmptyState, ListStates, Refusal, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { type Column, DataTable } from '../../shared/data-table';
import { tableWords, useMeaningName } from '../../shared/meanings';
import { ReasonForm } from '../../shared/reason-form';
import { habits, messages, topics } from './profiles-messages';

/** What offices have answered about their tables once for all, who said so, and forgetting it. */
export function Profiles() {
  const t = useText(messages);
  const about = useText(topics);
  const formats = useFormats();
  const { value, set } = useAddressState();
  const office = value('don-vi');
  const offices = useQuery(officesQuery);
  const list = useLongList(profilesQuery(office));
  const count = t.count(formats.count(list.total));
  const columns: readonly Column<RememberedView>[] = [
    {
      key: 'organization',
      className: 'ad-narrow',
      title: t.organization,
      name: t.organization,
      width: '20%',
      render: ({ organization }) => organization.name,
    },
    {
      key: 'asked',
      title: t.asked,
      name: t.asked,
      width: '22%',
      render: ({ topic, asked, sheet, cell }) => (
        <>
          {about[topic]}
          {asked !== null && ` “${asked}”`}
          {sheet !== null && (
            <span className="sub">
              {t.sheet(sheet)}
              {cell !== null && <span className="cell"> {cell}</span>}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'answer',
      className: 'ad-wide',
      title: t.answer,
      name: t.answer,
      render: (one) => <RememberedAnswer remembered={one} />,
    },
    {
      key: 'origin',
      title: t.origin,
      name: t.origin,
      width: '26%',
      render: (one) => <Origin remembered={one} />,
    },
  ];
  return (
    <Section title={count}>
      <div className="tools ad-filters noprint" role="search">
        <label>
          {t.organization}
          <select
            className="control"
            value={office ?? ''}
            onChange={(event) => set({ 'don-vi': event.target.value })}
          >
            <option value="">{t.all}</option>
            {offices.data?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p className="small muted">{t.what}</p>
      <ListStates list={list} empty={<EmptyState title={t.none} />}>
        {(rows) => (
          <DataTable
            caption={count}
            columns={columns}
            rows={rows}
            keyOf={({ id, organization }) => `${organization.id} ${id}`}
            onEnd={list.more}
          />
        )}
      </ListStates>
    </Section>
  );
}

function Origin({ remembered }: { readonly remembered: RememberedView }) {
  const t = useText(messages);
  const [isAsking, setAsking] = useState(false);
  const forgetting = useForgetting(remembered);
  const { origin } = remembered;
  return (
    <>
      {origin === null ? (
        <span className="muted">{t.older}</span>
      ) : (
        <>
          {origin.by ?? <span className="muted">{t.unknown}</span>}, <DateText date={origin.at} />
          <span className="sub">
            <Link href={`/bao-cao/${origin.returnId}`}>{origin.fileName}</Link>
          </span>
        </>
      )}
      {isAsking ? (
        <ReasonForm
          label={t.forgetReason}
          confirm={t.confirm}
          longest={500}
          isPending={forgetting.isPending}
          onConfirm={(reason) => forgetting.mutate(reason)}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <button type="button" className="link noprint" onClick={() => setAsking(true)}>
          {t.forget}
        </button>
      )}
      <Refusal error={forgetting.error} />
    </>
  );
}

const PROFILES_KEY = ['office-profiles'] as const;

const profilesQuery = (organizationId: string | undefined) =>
  longList<RememberedView>(PROFILES_KEY, '/api/office-profiles', { organizationId });

/** Forgets one thing that an office has answered. */
function useForgetting({ id, organization }: RememberedView) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      send('POST', `/api/office-profiles/${organization.id}/forgetting`, { id, reason }),
    onSuccess: () => client.invalidateQueries({ queryKey: PROFILES_KEY }),
  });
}

/** What was answered, in words. */
function RememberedAnswer({ remembered }: { readonly remembered: RememberedView }) {
  const t = useText(messages);
  const words: Readonly<Record<string, string>> = useText(tableWords);
  const ways: Readonly<Record<string, string>> = useText(habits);
  const nameOf = useMeaningName();
  const { topic, value, projectName, columns, headerRows, unit } = remembered;
  if (topic === 'project' && value === 'new') return t.newProject;
  if (topic === 'project') return projectName ?? <span className="muted">{t.goneProject}</span>;
  if (columns.length === 0) return words[value ?? ''] ?? ways[value ?? ''] ?? value;
  const [first, last = first] = headerRows;
  const [kind] = value === null ? [] : [words[value] ?? value];
  const about = [
    kind,
    first === undefined || last === undefined ? undefined : t.rows(first, last),
    unit === null ? undefined : t.unit(words[unit] ?? unit),
  ].filter((part) => part !== undefined);
  return (
    <>
      {about.length > 0 && <span className="sub">{about.join(', ')}</span>}
      <ul>
        {columns.map(({ column, caption, meaning }) => (
          <li key={column}>
            <span className="cell">{column}</span>
            {caption !== null && ` “${caption}”`} → <strong>{nameOf(meaning)}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}
