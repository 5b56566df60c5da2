import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Role, TaskListView, TaskView, TaskWeekView } from '@thongvon/api-contract';
import { myWorkQuery } from '../../api/my-work';
import { officeOptionsQuery } from '../../api/offices';
import { useUser } from '../../api/session';
import { useFormats, useText } from '../../language';
import { QueryStates } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { optionsOf } from '../../shared/form/fields';
import { type Filter, ListPage, useFilteredList } from '../../shared/list/list-page';
import { usePageTitle } from '../../shared/page';
import { GiveTask, givesTasks } from '../../shared/tasks/give-task';
import { taskWeekQuery } from '../../shared/tasks/queries';
import { WAITING_TASKS } from '../../shared/tasks/waiting';
import { TASK_STATES, TASK_WAITS } from '../../shared/tasks/words';
import { messages } from './messages';
import { useTaskColumns } from './task-columns';
import './tasks.css';

/** What was given to whom, what became of it, and what waits for whom. */
export function TasksPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  return (
    <main id="main" className="tk">
      <QueryStates query={useQuery(taskWeekQuery)}>{(week) => <Finding week={week} />}</QueryStates>
      <TaskList />
    </main>
  );
}

/** The page's heading: what became of last week's tasks. */
function Finding({
  week: { counts, earlier, everGiven, from, through, asOf },
}: {
  readonly week: TaskWeekView;
}) {
  const t = useText(messages);
  const formats = useFormats();
  const { given, done, doing, overdue, refused } = counts;
  const { role } = useUser();
  const open = earlier.given - earlier.done;
  const waiting = useQuery(myWorkQuery).data?.counts.tasks ?? 0;
  return (
    <>
      <div className="tk-head">
        <h1>
          {!everGiven
            ? t.never
            : given === 0
              ? t.noneLastWeek
              : t.lastWeek(given, done, doing, overdue, refused)}
        </h1>
        <div className="tk-buttons">
          <GiveTask className="btn btn-main noprint" />
          {givesTasks(role) && (
            <Link href="/ket-luan/moi" className="btn noprint">
              {t.enterConclusion}
            </Link>
          )}
        </div>
      </div>
      {everGiven ? (
        <p className="small muted">
          {t.reckoned(formats.instant(from), formats.instant(through), formats.date(asOf))}{' '}
          {open > 0 && t.earlier(formats.count(open), formats.count(earlier.overdue))}
        </p>
      ) : (
        <p className="small muted">{t.neverWhat}</p>
      )}
      {waiting > 0 && (
        <p>
          <Link href={WAITING_TASKS}>{t.waitForYou(formats.count(waiting))}</Link>
        </p>
      )}
    </>
  );
}

/** Whose tasks somebody looks at first. */
const FIRST_VIEW: Readonly<Record<Role, TaskListView>> = {
  reporter: 'mine',
  'finance-officer': 'given',
  'finance-head': 'given',
  leader: 'given',
  administrator: 'all',
};

const TASK_LIST = ['tasks', 'list'];

function TaskList() {
  const t = useText(messages);
  const tasks = useFilteredList<TaskView>(TASK_LIST, '/api/tasks', useFilters());
  return (
    <ListPage {...tasks} title={t.count} columns={useTaskColumns()} empty={t.noSuch}>
      <Narrowed />
    </ListPage>
  );
}

function useFilters(): readonly Filter[] {
  const t = useText(messages);
  const { role } = useUser();
  const states = optionsOf(useText(TASK_STATES));
  const offices = useQuery(officeOptionsQuery).data;
  const waits = useText(TASK_WAITS);
  const views = optionsOf<TaskListView>({ mine: t.mine, given: t.given, all: t.all });
  return [
    { kind: 'radio', name: 'xem', param: 'view', label: t.whose, options: views, initial: FIRST_VIEW[role] },
    { kind: 'words', name: 'q', label: t.search },
    { kind: 'choice', name: 'tinh-trang', param: 'state', label: t.state, options: states },
    {
      kind: 'choice',
      name: 'qua-han',
      param: 'overdue',
      label: t.late,
      options: [{ value: 'true', name: t.lateOnly }],
    },
    { kind: 'choice', name: 'cho', param: 'waiting', label: t.waiting, options: optionsOf(waits) },
    // Who has no office below has nothing to choose from.
    ...(offices !== undefined && offices.length > 1
      ? [
          {
            kind: 'choice' as const,
            name: 'don-vi',
            param: 'organizationId',
            label: t.who,
            options: offices,
          },
        ]
      : []),
    { kind: 'link', name: 'ket-luan', param: 'conclusionId' },
    { kind: 'link', name: 'du-an', param: 'projectId' },
  ];
}

/** What the list is narrowed to by a link from elsewhere. */
function Narrowed() {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const by = [
    ...(value('ket-luan') === undefined ? [] : [t.onlyConclusion]),
    ...(value('du-an') === undefined ? [] : [t.onlyProject]),
  ];
  if (by.length === 0) return null;
  return (
    <p className="small">
      {by.join(' ')}{' '}
      <button
        type="button"
        className="link noprint"
        onClick={() => set({ 'ket-luan': undefined, 'du-an': undefined })}
      >
        {t.lift}
      </button>
    </p>
  );
}
