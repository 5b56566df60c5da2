import type { OrganizationView } from '@thongvon/contracts';
import { useLongList } from '../../api/long-list';
import { useFormats, useText } from '../../language';
import { DateText, EmptyState, ListStates, Section } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { messages } from './messages';
import { organizationsQuery } from './queries';

/** The offices, those that have ended as well, and who owes a weekly return. */
export function Organizations() {
  const t = useText(messages);
  const formats = useFormats();
  const list = useLongList(organizationsQuery);
  const count = t.organizationCount(formats.count(list.total));
  const columns: readonly Column<OrganizationView>[] = [
    { key: 'name', title: t.organization, name: t.organization, render: ({ name }) => name },
    { key: 'commune', title: t.commune, name: t.commune, render: ({ commune }) => commune ?? '–' },
    { key: 'reports', title: t.reports, name: t.reports, render: ({ reports }) => (reports ? t.owes : '–') },
    {
      key: 'since',
      title: t.since,
      name: t.since,
      render: ({ effectiveFrom, effectiveTo }) => (
        <>
          <DateText date={effectiveFrom} />
          {effectiveTo !== null && ` ${t.until(formats.date(effectiveTo))}`}
        </>
      ),
    },
  ];
  return (
    <Section title={count}>
      <ListStates list={list} empty={<EmptyState title={t.none} />}>
        {(rows) => (
          <DataTable caption={count} columns={columns} rows={rows} keyOf={({ id }) => id} onEnd={list.more} />
        )}
      </ListStates>
    </Section>
  );
}
