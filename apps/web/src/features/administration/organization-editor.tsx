import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type ChangeOrganizationRequest,
  type CreateOrganizationRequest,
  type OrganizationKind,
  type OrganizationView,
} from '@thongvon/api-contract';
import { useText } from '../../language';
import { DateInput } from '../../shared/date-input';
import { Drawer } from '../../shared/drawer';
import { Choice, EditForm, Field, type Option } from './fields';
import { organizationKinds, organizationMessages } from './organization-messages';
import { DUTIES_KEY, officesQuery, ORGANIZATIONS_KEY } from './queries';
import { changedFields, useChange } from './use-change';

interface OrganizationEditorProps {
  /** Undefined: a new one is founded. */
  readonly organization: OrganizationView | undefined;
  readonly onClose: () => void;
}

const STALE = [ORGANIZATIONS_KEY, DUTIES_KEY];

/** Name, kind, place and time of an office; a new one, or one that there is. */
export function OrganizationEditor({ organization, onClose }: OrganizationEditorProps) {
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
