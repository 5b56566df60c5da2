import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DigestRecipientView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { EmptyState, QueryStates, Section } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { messages } from './messages';
import { officesQuery, recipientsQuery } from './queries';
import { NewRecipient, RecipientEditor } from './recipient-editor';
import { recipientMessages, recipientOrigins } from './recipient-messages';

/** Who gets the weekly letter, and of which organisations. */
export function Recipients() {
  const t = useText({ ...messages, ...recipientMessages });
  const origins = useText(recipientOrigins);
  const recipients = useQuery(recipientsQuery);
  const offices = useQuery(officesQuery);
  const [opened, setOpened] = useState<DigestRecipientView | 'new'>();
  const nameOf = (id: string) => offices.data?.items.find((office) => office.id === id)?.name ?? '…';
  const columns: readonly Column<DigestRecipientView>[] = [
    {
      key: 'name',
      title: t.name,
      name: t.name,
      render: (recipient) => (
        <>
          <button type="button" className="link" onClick={() => setOpened(recipient)}>
            {recipient.name}
          </button>
          <span className="sub">{recipient.email}</span>
        </>
      ),
    },
    { key: 'role', title: t.role, name: t.role, render: ({ role }) => t[role] },
    {
      key: 'receives',
      title: t.receives,
      name: t.receives,
      render: ({ receives, origin }) => (
        <>
          <span className={receives ? 'strong' : 'muted'}>{receives ? t.yes : t.no}</span>
          <span className="sub">{origins[origin]}</span>
        </>
      ),
    },
    {
      key: 'scope',
      className: 'dt-wide',
      title: t.scope,
      name: t.scope,
      render: ({ organizationIds, organizationName }) =>
        organizationIds === null ? t.everything(organizationName) : organizationIds.map(nameOf).join(', '),
    },
  ];
  return (
    <QueryStates query={recipients}>
      {(people) => {
        const count = t.count(people.filter(({ receives }) => receives).length);
        return (
          <Section
            title={count}
            end={
              <button type="button" className="link noprint" onClick={() => setOpened('new')}>
                {t.add}
              </button>
            }
          >
            <p className="ad-say muted">{t.what}</p>
            {people.length === 0 ? (
              <EmptyState title={t.none}>
                <p>{t.noneWhat}</p>
              </EmptyState>
            ) : (
              <DataTable
                stacked
                caption={count}
                columns={columns}
                rows={people}
                keyOf={({ userId }) => userId}
              />
            )}
            {opened === 'new' && <NewRecipient known={people} onClose={() => setOpened(undefined)} />}
            {opened !== undefined && opened !== 'new' && (
              <RecipientEditor recipient={opened} onClose={() => setOpened(undefined)} />
            )}
          </Section>
        );
      }}
    </QueryStates>
  );
}
