import { useState, type ReactNode } from 'react';
import type { ContractAdvanceView, GuaranteeView } from '@thongvon/api-contract';
import { useLongList } from '../../../api/long-list';
import { useUser } from '../../../api/session';
import { useText, useUnitNames } from '../../../language';
import {
  contractAdvancesQuery,
  guaranteesQuery,
  useAdvanceColumns,
  useGuaranteeColumns,
} from '../../../shared/contracts';
import type { Column } from '../../../shared/data-table';
import { Drawer } from '../../../shared/drawer';
import { ListTable } from '../../../shared/list-table';
import { useEntry, type Deed } from './entries';
import { EntryForm } from './entry-form';
import { messages } from './messages';

interface ListsProps {
  readonly projectId: string;
}

/** Advances and guarantees of a project's contracts; its reporters enter them here and keep them up to date. */
export function Lists({ projectId }: ListsProps) {
  const t = useText(messages);
  const { role } = useUser();
  const [deed, setDeed] = useState<Deed | null>(null);
  const act = role === 'reporter' ? setDeed : null;
  return (
    <>
      <p className="small muted">{t.what}</p>
      <Advances projectId={projectId} act={act} />
      <Guarantees projectId={projectId} act={act} />
      {deed !== null && <DeedForm deed={deed} projectId={projectId} onClose={() => setDeed(null)} />}
    </>
  );
}

/** Opens the form of a deed; null for those who only read. */
type Act = ((deed: Deed) => void) | null;

interface ActingProps extends ListsProps {
  readonly act: Act;
}

function Advances({ projectId, act }: ActingProps) {
  const t = useText(messages);
  const list = useLongList(contractAdvancesQuery({ projectId }));
  const columns = useAdvanceColumns();
  const deeds = useDeedColumn(act, (advance: ContractAdvanceView) => [
    { type: 'recover', advance },
    { type: 'amend', advance },
  ]);
  return (
    <Part title={t.advances} act={act} add={{ type: 'addAdvance' }}>
      <ListTable
        list={list}
        caption={t.advances}
        columns={[...columns, ...deeds]}
        empty={<p className="muted">{t.noAdvances}</p>}
      />
    </Part>
  );
}

function Guarantees({ projectId, act }: ActingProps) {
  const t = useText(messages);
  const list = useLongList(guaranteesQuery({ projectId }));
  const columns = useGuaranteeColumns();
  const deeds = useDeedColumn(act, (guarantee: GuaranteeView) =>
    guarantee.state === 'released'
      ? []
      : [
          { type: 'extend', guarantee },
          { type: 'release', guarantee },
        ],
  );
  return (
    <Part title={t.guarantees} act={act} add={{ type: 'addGuarantee' }}>
      <ListTable
        list={list}
        caption={t.guarantees}
        columns={[...columns, ...deeds]}
        empty={<p className="muted">{t.noGuarantees}</p>}
      />
    </Part>
  );
}

/** What can be done to a row, as buttons at its end; no column for those who only read. */
function useDeedColumn<R>(act: Act, deedsOf: (row: R) => Deed[]): Column<R>[] {
  const t = useText(messages);
  if (act === null) return [];
  return [
    {
      key: 'deeds',
      title: t.deeds,
      name: t.deeds,
      className: 'dt-wide',
      width: '190px',
      render: (row) => (
        <span className="pj-deeds-of">
          {deedsOf(row).map((deed) => (
            <button
              key={deed.type}
              type="button"
              className="link"
              aria-label={t.deedTo(t[deed.type], subjectOf(deed) ?? '')}
              onClick={() => act(deed)}
            >
              {t[deed.type]}
            </button>
          ))}
        </span>
      ),
    },
  ];
}

interface PartProps {
  readonly title: string;
  readonly act: Act;
  /** The deed that adds one. */
  readonly add: Deed;
  readonly children: ReactNode;
}

function Part({ title, act, add, children }: PartProps) {
  const t = useText(messages);
  const { long } = useUnitNames();
  return (
    <>
      <div className="pj-part-head">
        <h3>{title}</h3>
        <span className="small muted">{long}</span>
        {act !== null && (
          <button type="button" className="btn end" onClick={() => act(add)}>
            {t[add.type]}
          </button>
        )}
      </div>
      {children}
    </>
  );
}

interface DeedFormProps extends ListsProps {
  readonly deed: Deed;
  readonly onClose: () => void;
}

function DeedForm({ deed, projectId, onClose }: DeedFormProps) {
  const t = useText(messages);
  const entry = useEntry(deed, projectId);
  const subject = subjectOf(deed);
  const name = t[deed.type];
  return (
    <Drawer title={subject === null ? name : t.deedTo(name, subject)} onClose={onClose}>
      <EntryForm entry={entry} onDone={onClose} />
    </Drawer>
  );
}

/** What a deed is done to, as people call it; null for a new one. */
function subjectOf(deed: Deed): string | null {
  if ('advance' in deed) return deed.advance.contract;
  return 'guarantee' in deed ? deed.guarantee.contractor : null;
}
