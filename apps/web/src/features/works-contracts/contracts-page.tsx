import { useQuery } from '@tanstack/react-query';
import type { ContractAdvanceState, GuaranteeState, ListOf, ProjectRefView } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { useLongList } from '../../api/long-list';
import { type Messages, useFormats, useText, useUnitNames, withValues } from '../../language';
import { Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import {
  ADVANCE_STATES,
  ADVANCES_KEY,
  contractAdvancesQuery,
  GUARANTEE_STATES,
  GUARANTEES_KEY,
  guaranteesQuery,
  useAdvanceColumns,
  useGuaranteeColumns,
} from '../../shared/contracts/contract-lists';
import { contractsOf, ProjectLink } from '../../shared/links';
import type { Column } from '../../shared/data-table';
import { type Filter, Filters, ListTable } from '../../shared/list/list-page';
import { usePageTitle } from '../../shared/page';
import { optionsOf } from '../../shared/form/fields';
import './contracts.css';

/** Advances of contracts and their guarantees over all projects: what is overdue or ends soon comes first. */
export function ContractsPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  return (
    <main id="main" className="ct">
      <Finding />
      <p className="small muted">{t.what}</p>
      <Filters filters={useFilters()} />
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
      <ListTable list={list} caption={title} columns={columns} empty={t.noAdvances} emptyWhat={t.noneWhat} />
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
      <ListTable
        list={list}
        caption={title}
        columns={columns}
        empty={t.noGuarantees}
        emptyWhat={t.noneWhat}
      />
    </Section>
  );
}

/** Whose it is; leads to where it is followed. */
function useProjectColumn(): Column<{ readonly project: ProjectRefView }> {
  const t = useText(messages);
  return {
    key: 'project',
    title: t.project,
    render: ({ project }) => <ProjectLink project={project} href={contractsOf(project.id)} />,
  };
}

function narrowed<State>(q: string | undefined, state: State | undefined) {
  return { ...(q === undefined ? {} : { q }), ...(state === undefined ? {} : { state }) };
}

/** How many there are in a state; one row is enough to know. */
const countQuery = (key: readonly string[], path: string, state: ContractAdvanceState | GuaranteeState) =>
  getQuery<ListOf<unknown>>([...key, 'count', state], path, { state, limit: 1 });

const overdueQuery = countQuery(ADVANCES_KEY, '/api/contract-advances', 'overdue');
const expiredQuery = countQuery(GUARANTEES_KEY, '/api/guarantees', 'expired');

/** What both lists are narrowed by; it all stands in the address. */
function useFilters(): readonly Filter[] {
  const t = useText(messages);
  const advances = optionsOf(useText(ADVANCE_STATES));
  const guarantees = optionsOf(useText(GUARANTEE_STATES));
  return [
    { kind: 'words', name: 'q', label: t.search },
    { kind: 'choice', name: 'tam-ung', label: t.advanceState, options: advances, any: t.every },
    { kind: 'choice', name: 'bao-lanh', label: t.guaranteeState, options: guarantees, any: t.every },
  ];
}

const messages = {
  pageTitle: { vi: 'Tạm ứng và bảo lãnh', en: 'Advances and guarantees' },
  nothingLate: {
    vi: 'Không có tạm ứng quá hạn thu hồi, không có bảo lãnh hết hạn',
    en: 'No advance is overdue and no guarantee has ended',
  },
  overdue: withValues('{} tạm ứng quá hạn thu hồi', 'Advances overdue: {}'),
  expired: withValues(
    '{} bảo lãnh hết hạn mà chưa giải tỏa',
    'Guarantees that ended and are not released: {}',
  ),
  what: {
    vi: 'Gấp nhất ở trên. Cán bộ của chủ đầu tư ghi và sửa tại trang dự án, mục Hợp đồng.',
    en: 'What presses most is on top. Officers of the owner enter it on the project’s page, under Contracts.',
  },
  advances: withValues('Tạm ứng hợp đồng: {}', 'Advances of contracts: {}'),
  guarantees: withValues('Bảo lãnh tạm ứng: {}', 'Guarantees of advances: {}'),
  project: { vi: 'Dự án', en: 'Project' },
  search: { vi: 'Tìm dự án, hợp đồng, nhà thầu', en: 'Search project, contract, contractor' },
  advanceState: { vi: 'Tạm ứng', en: 'Advances' },
  guaranteeState: { vi: 'Bảo lãnh', en: 'Guarantees' },
  every: { vi: 'mọi trạng thái', en: 'every state' },
  noAdvances: { vi: 'Không có tạm ứng nào', en: 'No advance' },
  noGuarantees: { vi: 'Không có bảo lãnh nào', en: 'No guarantee' },
  noneWhat: {
    vi: 'Chưa dự án nào được ghi, hoặc không có dòng nào khớp với điều đang tìm.',
    en: 'Nothing is entered yet, or nothing matches what is searched for.',
  },
} satisfies Messages;
