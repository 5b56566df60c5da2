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
} from '../../../shared/contracts/contract-lists';
import type { Column } from '../../../shared/data-table';
import { Drawer } from '../../../shared/drawer';
import { ListTable } from '../../../shared/list/list-page';
import { type Action, EntryForm, useEntry } from './entry-form';
import { messages } from './messages';

interface ListsProps {
  readonly projectId: string;
}

/** Advances and guarantees of a project's contracts; its reporters enter them here and keep them up to date. */
export function Lists({ projectId }: ListsProps) {
  const t = useText(messages);
  const { role } = useUser();
  const [action, setAction] = useState<Action | null>(null);
  const act = role === 'reporter' ? setAction : null;
  return (
    <>
      <p className="small muted">{t.what}</p>
      <Advances projectId={projectId} act={act} />
      <Guarantees projectId={projectId} act={act} />
      {action !== null && (
        <ActionForm action={action} projectId={projectId} onClose={() => setAction(null)} />
      )}
    </>
  );
}

/** Opens the form of an action; null for those who only read. */
type Act = ((action: Action) => void) | null;

interface ActingProps extends ListsProps {
  readonly act: Act;
}

function Advances({ projectId, act }: ActingProps) {
  const t = useText(messages);
  const list = useLongList(contractAdvancesQuery({ projectId }));
  const columns = useAdvanceColumns();
  const actions = useActionColumn(act, (advance: ContractAdvanceView) => [
    { type: 'recover', advance },
    { type: 'amend', advance },
  ]);
  return (
    <Part title={t.advances} act={act} add={{ type: 'addAdvance' }}>
      <ListTable
        list={list}
        caption={t.advances}
        columns={[...columns, ...actions]}
        empty={<p className="muted">{t.noAdvances}</p>}
      />
    </Part>
  );
}

function Guarantees({ projectId, act }: ActingProps) {
  const t = useText(messages);
  const list = useLongList(guaranteesQuery({ projectId }));
  const columns = useGuaranteeColumns();
  const actions = useActionColumn(act, (guarantee: GuaranteeView) =>
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
        columns={[...columns, ...actions]}
        empty={<p className="muted">{t.noGuarantees}</p>}
      />
    </Part>
  );
}

/** What can be done to a row, as buttons at its end; no column for those who only read. */
function useActionColumn<R>(act: Act, actionsOf: (row: R) => Action[]): Column<R>[] {
  const t = useText(messages);
  if (act === null) return [];
  return [
    {
      key: 'actions',
      title: t.actions,
      className: 'dt-wide',
      width: '190px',
      render: (row) => (
        <span className="pj-actions-of">
          {actionsOf(row).map((action) => (
            <button
              key={action.type}
              type="button"
              className="link"
              aria-label={t.actionTo(t[action.type], subjectOf(action) ?? '')}
              onClick={() => act(action)}
            >
              {t[action.type]}
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
  /** The action that adds one. */
  readonly add: Action;
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

interface ActionFormProps extends ListsProps {
  readonly action: Action;
  readonly onClose: () => void;
}

function ActionForm({ action, projectId, onClose }: ActionFormProps) {
  const t = useText(messages);
  const entry = useEntry(action, projectId);
  const subject = subjectOf(action);
  const name = t[action.type];
  return (
    <Drawer title={subject === null ? name : t.actionTo(name, subject)} onClose={onClose}>
      <EntryForm entry={entry} onDone={onClose} />
    </Drawer>
  );
}

/** What an action is done to, as people call it; null for a new one. */
function subjectOf(action: Action): string | null {
  if ('advance' in action) return action.advance.contract;
  return 'guarantee' in action ? action.guarantee.contractor : null;
}
