import { useQuery } from '@tanstack/react-query';
import type { ContractAdvanceState, GuaranteeState, ProjectRefView } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useFormats, useText, useUnitNames } from '../../language';
import { EmptyState, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import {
  contractAdvancesQuery,
  guaranteesQuery,
  useAdvanceColumns,
  useGuaranteeColumns,
} from '../../shared/contracts';
import { contractsOf } from '../../shared/contracts-place';
import type { Column } from '../../shared/data-table';
import { ListTable } from '../../shared/list-table';
import { usePageTitle } from '../../shared/page-title';
import { ProjectLink } from '../../shared/project-link';
import { Filters } from './filters';
import { messages } from './messages';
import { expiredQuery, overdueQuery } from './queries';
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
  const overdue = useQuery(overdueQuery).data;
  const expired = useQuery(expiredQuery).data;
  if (overdue === undefined || expired === undefined) return <h1>{t.pageTitle}</h1>;
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
  const title = t.advances(formats.count(list.total));
  return (
    <Section title={title} end={long}>
      <ListTable list={list} caption={title} columns={columns} empty={<Nothing title={t.noAdvances} />} />
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
  const title = t.guarantees(formats.count(list.total));
  return (
    <Section title={title} end={long}>
      <ListTable list={list} caption={title} columns={columns} empty={<Nothing title={t.noGuarantees} />} />
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
