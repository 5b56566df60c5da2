import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { AlertCountsView, AlertView } from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useFormats, useSaid, useText } from '../../language';
import { EmptyState, Loading, QueryStates } from '../../shared';
import { AddressChoice, useAddressState } from '../../shared/address-state';
import { ActionForm, type ActionOfAlerts, actionsFor, useAction } from '../../shared/alerts/alert-actions';
import { AlertDrawer } from '../../shared/alerts/alert-lines';
import { alertStates, bases, messages as words, severities } from '../../shared/alerts/messages';
import { Dock, type DockAction, RefusedRows } from '../../shared/dock';
import '../../shared/explain.css';
import { optionsOf } from '../../shared/form/fields';
import { type Selection, useSelection } from '../../shared/list/pickable';
import { SearchBox } from '../../shared/list/search-box';
import { usePageTitle } from '../../shared/page';
import './alerts-page.css';
import { Groups } from './groups';
import { GROUPINGS, messages } from './messages';
import { countsQuery, HOLDING, projectQuery, rulesQuery, useAlertsRequest } from './queries';

/** What the rules say of the latest frozen week, who is at it, and since when. */
export function AlertsPage() {
  const t = useText(messages);
  const today = useToday();
  const counts = useQuery(countsQuery);
  usePageTitle(t.pageTitle);
  return (
    <main id="main" className="als">
      <QueryStates query={counts}>
        {(data) =>
          data.week === null ? (
            <EmptyState title={t.noWeek}>
              <p>{t.noneWhat}</p>
            </EmptyState>
          ) : today === undefined ? (
            <Loading />
          ) : (
            <Alerts counts={data} week={data.week} today={today} />
          )
        }
      </QueryStates>
    </main>
  );
}

interface AlertsProps {
  readonly counts: AlertCountsView;
  readonly week: string;
  readonly today: string;
}

function Alerts({ counts, week, today }: AlertsProps) {
  const t = useText(messages);
  const selection = useSelection<AlertView>(JSON.stringify(useAlertsRequest().request));
  const { value, set } = useAddressState();
  const opened = value('alert');
  return (
    <>
      <Finding counts={counts} week={week} />
      <details className="explain als-legend">
        <summary>{t.legend}</summary>
        <p>{t.legendText}</p>
      </details>
      <Filters />
      <Groups week={week} selection={selection} onOpen={(alert) => set({ alert })} />
      <AlertsDock selection={selection} today={today} />
      {opened !== undefined && (
        <Suspense>
          <AlertDrawer id={opened} onClose={() => set({ alert: undefined })} />
        </Suspense>
      )}
    </>
  );
}

/** The page's heading: what nobody is at, and what somebody is. */
function Finding({ counts, week }: Omit<AlertsProps, 'today'>) {
  const t = useText(messages);
  const formats = useFormats();
  const { set } = useAddressState();
  const { open, openCritical, acknowledged, snoozed } = counts;
  const others = [
    ['acknowledged', acknowledged],
    ['snoozed', snoozed],
  ] as const;
  const heading = open > 0 ? t.finding(open, openCritical) : acknowledged + snoozed > 0 ? t.allTaken : t.none;
  return (
    <>
      <h1>{heading}</h1>
      <p className="small muted">
        {t.week(formats.date(week))}
        {others.map(
          ([state, count]) =>
            count > 0 && (
              <span key={state}>
                {' '}
                <button type="button" className="link" onClick={() => set({ state })}>
                  {t[state](count)}
                </button>
                .
              </span>
            ),
        )}
      </p>
    </>
  );
}

/** How the list is put together and narrowed; it all stands in the address. */
function Filters() {
  const t = useText(messages);
  const states = useText(alertStates);
  const say = useSaid();
  const { value, set } = useAddressState();
  const rules = useQuery(rulesQuery).data?.items ?? [];
  const project = value('project');
  const every = { value: '', name: t.every };
  const narrowed = ['severity', 'basis', 'rule'].some((name) => value(name) !== undefined);
  return (
    <div className="als-filters noprint">
      <SearchBox label={t.search} value={value('q') ?? ''} onChange={(q) => set({ q })} />
      <AddressChoice name="by" label={t.by} initial="rule" options={optionsOf(useText(GROUPINGS))} />
      <AddressChoice
        name="state"
        label={t.state}
        initial="open"
        options={optionsOf({ ...states, [HOLDING]: t.holding })}
      />
      <details className="als-more-filters" open={narrowed}>
        <summary>{t.moreFilters}</summary>
        <AddressChoice
          name="severity"
          label={t.severity}
          initial=""
          options={[every, ...optionsOf(useText(severities))]}
        />
        <AddressChoice
          name="basis"
          label={t.basis}
          initial=""
          options={[every, ...optionsOf(useText(bases))]}
        />
        <AddressChoice
          name="rule"
          label={t.rule}
          initial=""
          options={[every, ...rules.map((rule) => ({ value: rule.id, name: say(rule, 'title') }))]}
        />
      </details>
      {project !== undefined && <OnlyProject id={project} onLift={() => set({ project: undefined })} />}
    </div>
  );
}

function OnlyProject({ id, onLift }: { readonly id: string; readonly onLift: () => void }) {
  const t = useText(messages);
  const project = useQuery(projectQuery(id));
  return (
    <span>
      {t.onlyProject(project.data?.name ?? '…')}{' '}
      <button type="button" className="link" onClick={onLift}>
        {t.lift}
      </button>
    </span>
  );
}

interface AlertsDockProps {
  readonly selection: Selection<AlertView>;
  readonly today: string;
}

/** Does the same about several alerts at once: what may be done about every one of them. */
function AlertsDock({ selection: { chosen, clear }, today }: AlertsDockProps) {
  const t = useText(messages);
  const w = useText(words);
  const say = useSaid();
  const { role } = useUser();
  const names = { acknowledgement: w.acknowledge, snooze: w.snooze, withdrawal: w.withdraw };
  const [first = [], ...others] = chosen.map(({ state }) => actionsFor(role, state));
  const common = first.filter((name) => others.every((actions) => actions.includes(name)));
  return (
    <Dock
      label={t.dock}
      chosen={chosen}
      count={t.chosen}
      change={useAction()}
      onDone={clear}
      actions={[
        { name: 'none', label: t.unselect, onClick: clear },
        ...common.toReversed().map((name): DockAction<ActionOfAlerts> => ({
          name,
          label: names[name],
          isMain: name === 'acknowledgement',
          ask: (send, form) => (
            <ActionForm
              {...form}
              name={name}
              today={today}
              onConfirm={(action) => send({ alerts: chosen, action })}
            />
          ),
        })),
      ]}
      outcome={({ done, refused }) => (
        <>
          {t.done(done)}
          <RefusedRows
            refused={refused}
            nameOf={(alert) => `${say(alert, 'title')}, ${alert.subject.name}`}
          />
        </>
      )}
    />
  );
}
