import type { ContractAdvanceState, GuaranteeState, ProjectRefView } from '@thongvon/contracts';
import { useLongList } from '../../api/long-list';
import { useFormats, useText, useUnitNames } from '../../language';
import { EmptyState, ListStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import {
  contractAdvancesQuery,
  guaranteesQuery,
  useAdvanceColumns,
  useGuaranteeColumns,
} from '../../shared/contracts';
import { contractsOf } from '../../shared/contracts-place';
import { DataTable, type Column } from '../../shared/data-table';
import { usePageTitle } from '../../shared/page-title';
import { ProjectLink } from '../../shared/project-link';
import { Filters } from './filters';
import { messages } from './messages';
import './contracts.css';

/** Advances of contracts and their guarantees over all projects: what is overdue or ends soon comes first. */
export function ContractsPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  return (
    <main id="main" className="ct">
      <Finding />
      <p className="small muted">{t.what}</p>
      <Filters />
      <Advances />
      <Guarantees />
    </main>
  );
}

/** The page's heading: what is late, whatever is searched for below. */
function Finding() {
  const t = useText(messages);
  const formats = useFormats();
  const overdue = useLongList(contractAdvancesQuery({ state: 'overdue' }));
  const expired = useLongList(guaranteesQuery({ state: 'expired' }));
  if (overdue.rows === undefined || expired.rows === undefined) return <h1>{t.pageTitle}</h1>;
  const late = [
    ...(overdue.total === 0 ? [] : [t.overdue(formats.count(overdue.total))]),
    ...(expired.total === 0 ? [] : [t.expired(formats.count(expired.total))]),
  ];
  return <h1>{late.length === 0 ? t.nothingLate : late.join('; ')}</h1>;
}

function Advances() {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const { value } = useAddressState();
  const list = useLongList(
    contractAdvancesQuery(narrowed(value('q'), value('tam-ung') as ContractAdvanceState | undefined)),
  );
  const columns = [useProjectColumn(), ...useAdvanceColumns()];
  return (
    <Section title={t.advances(formats.count(list.total))} end={long}>
      <ListStates list={list} empty={<Nothing title={t.noAdvances} />}>
        {(rows) => (
          <DataTable
            stacked
            caption={t.advances(formats.count(list.total))}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            onEnd={list.more}
          />
        )}
      </ListStates>
    </Section>
  );
}

function Guarantees() {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const { value } = useAddressState();
  const list = useLongList(
    guaranteesQuery(narrowed(value('q'), value('bao-lanh') as GuaranteeState | undefined)),
  );
  const columns = [useProjectColumn(), ...useGuaranteeColumns()];
  return (
    <Section title={t.guarantees(formats.count(list.total))} end={long}>
      <ListStates list={list} empty={<Nothing title={t.noGuarantees} />}>
        {(rows) => (
          <DataTable
            stacked
            caption={t.guarantees(formats.count(list.total))}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            onEnd={list.more}
          />
        )}
      </ListStates>
    </Section>
  );
}

function Nothing({ title }: { readonly title: string }) {
  const t = useText(messages);
  return (
    <EmptyState title={title}>
      <p>{t.noneWhat}</p>
    </EmptyState>
  );
}

/** Whose it is; leads to where it is followed. */
function useProjectColumn(): Column<{ readonly project: ProjectRefView }> {
  const t = useText(messages);
  return {
    key: 'project',
    title: t.project,
    name: t.project,
    render: ({ project }) => <ProjectLink project={project} href={contractsOf(project.id)} />,
  };
}

function narrowed<State>(q: string | undefined, state: State | undefined) {
  return { ...(q === undefined ? {} : { q }), ...(state === undefined ? {} : { state }) };
}
