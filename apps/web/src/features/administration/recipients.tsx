import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  DigestRecipientView,
  OrganizationView,
  SetDigestRecipientRequest,
  UserView,
} from '@thongvon/api-contract';
import { officesQuery } from '../../api/offices';
import { useText } from '../../language';
import { EmptyState, QueryStates, Section } from '../../shared';
import { type Column, DataTable } from '../../shared/data-table';
import { Drawer } from '../../shared/drawer';
import { SearchBox } from '../../shared/search-box';
import { EditForm, Tick, useChange } from './fields';
import { messages } from './messages';
import { accountsFoundQuery, RECIPIENTS_KEY, recipientsQuery } from './queries';
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

interface RecipientEditorProps {
  readonly recipient: DigestRecipientView;
  readonly onClose: () => void;
}

/** Whether someone gets the letter, and of what. */
function RecipientEditor({ recipient, onClose }: RecipientEditorProps) {
  const t = useText(recipientMessages);
  return (
    <Drawer title={recipient.name} onClose={onClose}>
      {recipient.origin === 'unsubscribed' && <p className="small">{t.ended}</p>}
      <RecipientForm person={recipient} setting={recipient} onDone={onClose} />
    </Drawer>
  );
}

interface NewRecipientProps {
  readonly known: readonly DigestRecipientView[];
  readonly onClose: () => void;
}

/** Chooses an account that isn't among the recipients, then what its letter is of. */
function NewRecipient({ known, onClose }: NewRecipientProps) {
  const t = useText(recipientMessages);
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<UserView>();
  const found = useQuery(accountsFoundQuery(q));
  if (chosen)
    return (
      <Drawer title={chosen.name} onClose={onClose}>
        <RecipientForm
          person={{ ...chosen, userId: chosen.id }}
          setting={{ receives: true, organizationIds: null }}
          onDone={onClose}
        />
      </Drawer>
    );
  const others = (users: readonly UserView[]) =>
    users.filter(({ id, disabled }) => !disabled && !known.some(({ userId }) => userId === id));
  return (
    <Drawer title={t.add} onClose={onClose}>
      <p className="tools">
        <SearchBox label={t.search} value={q} onChange={setQ} />
      </p>
      <QueryStates query={found}>
        {({ items }) =>
          others(items).length === 0 ? (
            <p className="muted">{t.onList}</p>
          ) : (
            <ul className="ad-history">
              {others(items).map((user) => (
                <li key={user.id}>
                  <button type="button" className="link" onClick={() => setChosen(user)}>
                    {user.name}
                  </button>{' '}
                  <span className="small muted">{user.organizationName}</span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryStates>
    </Drawer>
  );
}

interface RecipientFormProps {
  readonly person: Pick<DigestRecipientView, 'userId' | 'organizationId' | 'organizationName'>;
  readonly setting: Pick<DigestRecipientView, 'receives' | 'organizationIds'>;
  readonly onDone: () => void;
}

function RecipientForm({ person, setting, onDone }: RecipientFormProps) {
  const t = useText(recipientMessages);
  const offices = useQuery(officesQuery);
  const [receives, setReceives] = useState(setting.receives);
  const [chosen, setChosen] = useState(setting.organizationIds);
  const change = useChange<SetDigestRecipientRequest, DigestRecipientView>(
    'PUT',
    `/api/digest/recipients/${person.userId}`,
    { stale: [RECIPIENTS_KEY], onDone },
  );
  const within = below(person.organizationId, offices.data?.items ?? []);
  return (
    <EditForm
      submit={t.save}
      change={change}
      ready={chosen === null || chosen.length > 0}
      onSubmit={() => change.mutate({ receives, organizationIds: chosen })}
    >
      <Tick label={t.wantsIt} checked={receives} onChange={setReceives} />
      <fieldset>
        <legend>{t.scope}</legend>
        <label className="ad-tick">
          <input type="radio" name="scope" checked={chosen === null} onChange={() => setChosen(null)} />
          {t.everything(person.organizationName)}
        </label>
        {within.length > 0 && (
          <label className="ad-tick">
            <input
              type="radio"
              name="scope"
              checked={chosen !== null}
              onChange={() => setChosen(chosen ?? [])}
            />
            {t.chosen}
          </label>
        )}
      </fieldset>
      {chosen !== null && (
        <fieldset>
          <legend className="muted">{t.andBelow}</legend>
          {within.map(({ id, name }) => (
            <Tick
              key={id}
              label={name}
              checked={chosen.includes(id)}
              onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
          ))}
        </fieldset>
      )}
    </EditForm>
  );
}

/** The offices below one, at any depth, in the order given. */
function below(id: string, offices: readonly OrganizationView[]): OrganizationView[] {
  const ids = new Set([id]);
  // As deep as the tree is: each round finds the next level.
  for (let size = 0; size !== ids.size;) {
    size = ids.size;
    for (const office of offices)
      if (office.parentId !== null && ids.has(office.parentId)) ids.add(office.id);
  }
  return offices.filter((office) => office.id !== id && ids.has(office.id));
}
