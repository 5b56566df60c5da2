import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  ChangeOrganizationRequest,
  CreateOrganizationRequest,
  OrganizationKind,
  OrganizationView,
} from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { officesQuery } from '../../api/offices';
import { useFormats, useText } from '../../language';
import { DateText, EmptyState, ListStates, Section } from '../../shared';
import { type Column, DataTable } from '../../shared/data-table';
import { DateInput } from '../../shared/date-input/date-input';
import { Drawer } from '../../shared/drawer';
import { changedFields, Choice, EditForm, Field, type Option, useChange } from './fields';
import { messages } from './messages';
import { organizationKinds, organizationMessages } from './organization-messages';
import { DUTIES_KEY, ORGANIZATIONS_KEY, organizationsQuery } from './queries';

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

interface OrganizationEditorProps {
  /** Undefined: a new one is founded. */
  readonly organization: OrganizationView | undefined;
  readonly onClose: () => void;
}

const STALE = [ORGANIZATIONS_KEY, DUTIES_KEY];

/** Name, kind, place and time of an office; a new one, or one that there is. */
function OrganizationEditor({ organization, onClose }: OrganizationEditorProps) {
  const t = useText(organizationMessages);
  return (
    <Drawer title={organization?.name ?? t.add} onClose={onClose}>
      {organization === undefined ? (
        <NewOrganization onDone={onClose} />
      ) : (
        <KnownOrganization organization={organization} onDone={onClose} />
      )}
    </Drawer>
  );
}

interface Draft {
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parentId: string | null;
  readonly commune: string | null;
  readonly effectiveFrom: string;
}

function NewOrganization({ onDone }: { readonly onDone: () => void }) {
  const t = useText(organizationMessages);
  const top = useTopOffice();
  const [typed, setTyped] = useState<Partial<Draft>>({});
  const draft: Draft = {
    name: '',
    kind: 'commune',
    // Who stands below nobody is seen by nobody else: an easily forgotten choice.
    parentId: top,
    commune: null,
    effectiveFrom: '',
    ...typed,
  };
  const create = useChange<CreateOrganizationRequest, OrganizationView>('POST', '/api/organizations', {
    stale: STALE,
    onDone,
  });
  return (
    <EditForm submit={t.create} change={create} onSubmit={() => create.mutate(draft)}>
      <PlaceFields draft={draft} onChange={(changed) => setTyped({ ...typed, ...changed })} />
    </EditForm>
  );
}

interface KnownOrganizationProps {
  readonly organization: OrganizationView;
  readonly onDone: () => void;
}

function KnownOrganization({ organization, onDone }: KnownOrganizationProps) {
  const t = useText(organizationMessages);
  const { id, name, kind, parentId, commune, effectiveFrom, effectiveTo, successorId } = organization;
  const before = { name, kind, parentId, commune, effectiveFrom, effectiveTo, successorId };
  const [draft, setDraft] = useState(before);
  const set = (changed: Partial<typeof before>) => setDraft({ ...draft, ...changed });
  // Who has no last day has no successor; one that was chosen waits while the day is typed anew.
  const changes = changedFields(before, draft.effectiveTo === null ? { ...draft, successorId: null } : draft);
  const change = useChange<ChangeOrganizationRequest, OrganizationView>('PATCH', `/api/organizations/${id}`, {
    stale: STALE,
    onDone,
  });
  const successors = useOffices(id);
  return (
    <EditForm
      submit={t.save}
      change={change}
      ready={Object.keys(changes).length > 0}
      onSubmit={() => change.mutate(changes)}
    >
      <PlaceFields draft={draft} own={id} onChange={set} />
      <p className="small muted">{t.keeps}</p>
      <h3>{t.ending}</h3>
      <DateInput
        label={t.lastDay}
        hint={t.lastDayHint}
        min={draft.effectiveFrom}
        value={draft.effectiveTo ?? undefined}
        onChange={(day) => set({ effectiveTo: day ?? null })}
      />
      {draft.effectiveTo !== null && (
        <Choice
          label={t.successor}
          none={t.noSuccessor}
          options={successors}
          value={draft.successorId ?? ''}
          onChange={(value) => set({ successorId: value === '' ? null : value })}
        />
      )}
    </EditForm>
  );
}

interface PlaceFieldsProps {
  readonly draft: Draft;
  /** Its id, if it is there already: it can't stand above itself. */
  readonly own?: string;
  readonly onChange: (changed: Partial<Draft>) => void;
}

function PlaceFields({ draft, own, onChange }: PlaceFieldsProps) {
  const t = useText(organizationMessages);
  const kinds = useText(organizationKinds);
  const offices = useOffices(own);
  return (
    <>
      <Field
        label={t.name}
        required
        maxLength={300}
        value={draft.name}
        onChange={(name) => onChange({ name })}
      />
      <div className="ad-pair">
        <Choice
          label={t.kind}
          options={Object.entries(kinds).map(([value, name]) => ({ value, name }))}
          value={draft.kind}
          onChange={(kind) => onChange({ kind: kind as OrganizationKind })}
        />
        <DateInput
          label={t.from}
          required
          value={draft.effectiveFrom}
          onChange={(effectiveFrom = '') => onChange({ effectiveFrom })}
        />
      </div>
      <Choice
        label={t.parent}
        none={t.noParent}
        options={offices}
        value={draft.parentId ?? ''}
        onChange={(value) => onChange({ parentId: value === '' ? null : value })}
      />
      <Field
        label={t.commune}
        maxLength={200}
        value={draft.commune ?? ''}
        onChange={(commune) => onChange({ commune: commune === '' ? null : commune })}
      />
    </>
  );
}

/** The office that all others stand below, where there is one such: the district itself. */
function useTopOffice(): string | null {
  const { data } = useQuery(officesQuery);
  const [first, second] = (data?.items ?? []).filter(({ parentId }) => parentId === null);
  return second === undefined ? (first?.id ?? null) : null;
}

/** The offices to choose from, without this one. */
function useOffices(without: string | undefined): readonly Option[] {
  const { data } = useQuery(officesQuery);
  return (data?.items ?? []).filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, name }));
}
