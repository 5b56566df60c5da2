import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationView } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useFormats, useText } from '../../language';
import { DateText, EmptyState, ListStates, Section } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { messages } from './messages';
import { OrganizationEditor } from './organization-editor';
import { organizationKinds, organizationMessages } from './organization-messages';
import { officesQuery, organizationsQuery } from './queries';

/** The offices, those that have ended as well: founding, renaming, moving and ending them. */
export function Organizations() {
  const t = useText({ ...messages, ...organizationMessages });
  const formats = useFormats();
  const kinds = useText(organizationKinds);
  const list = useLongList(organizationsQuery);
  const nameOf = useOfficeNames();
  const [edited, setEdited] = useState<OrganizationView | 'new'>();
  const count = t.organizationCount(formats.count(list.total));
  const columns: readonly Column<OrganizationView>[] = [
    {
      key: 'name',
      title: t.organization,
      name: t.organization,
      render: (organization) => (
        <button type="button" className="link" onClick={() => setEdited(organization)}>
          {organization.name}
        </button>
      ),
    },
    { key: 'kind', title: t.kind, name: t.kind, render: ({ kind }) => kinds[kind] },
    {
      key: 'parent',
      title: t.parent,
      name: t.parent,
      render: ({ parentId }) => nameOf(parentId),
    },
    { key: 'commune', title: t.commune, name: t.commune, render: ({ commune }) => commune ?? '–' },
    {
      key: 'since',
      title: t.since,
      name: t.since,
      render: ({ effectiveFrom, effectiveTo, successorId }) => (
        <>
          <DateText date={effectiveFrom} />
          {effectiveTo !== null && ` ${t.until(formats.date(effectiveTo))}`}
          {successorId !== null && <span className="sub">{t.succeeded(nameOf(successorId))}</span>}
        </>
      ),
    },
  ];
  return (
    <Section
      title={count}
      end={
        <button type="button" className="link noprint" onClick={() => setEdited('new')}>
          {t.add}
        </button>
      }
    >
      <ListStates list={list} empty={<EmptyState title={t.none} />}>
        {(rows) => (
          <DataTable
            stacked
            caption={count}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            onEnd={list.more}
          />
        )}
      </ListStates>
      {edited !== undefined && (
        <OrganizationEditor
          organization={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Section>
  );
}

/** What the office of an id is called; a dash for none. */
function useOfficeNames(): (id: string | null) => string {
  const { data } = useQuery(officesQuery);
  const names = new Map(data?.items.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? '–' : (names.get(id) ?? '…'));
}
