import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { AlertCountsView, AlertView } from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useFormats, useSaid, useText, useWording } from '../../language';
import { EmptyState, Loading, QueryStates, Refusal } from '../../shared';
import { AddressChoice, useAddressState } from '../../shared/address-state';
import { ActionForm, type ActionName, actionsFor, useAction } from '../../shared/alerts/alert-actions';
import { AlertDrawer } from '../../shared/alerts/alert-lines';
import { alertStates, bases, messages as words, severities } from '../../shared/alerts/messages';
import '../../shared/dock.css';
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

/** Does the same about several alerts at once, and says of each that was refused why. */
function AlertsDock({
  selection,
  today,
}: {
  readonly selection: Selection<AlertView>;
  readonly today: string;
}) {
  const t = useText(messages);
  const wording = useWording();
  const say = useSaid();
  const [asked, setAsked] = useState<ActionName>();
  const act = useAction();
  const { chosen } = selection;
  const nameOf = (alert: AlertView) => `${say(alert, 'title')}, ${alert.subject.name}`;
  if (chosen.length === 0 && act.data === undefined) return null;
  return (
    <div className="dock noprint" role="region" aria-label={t.dock}>
      {asked !== undefined && chosen.length > 0 && (
        <ActionForm
          key={asked}
          name={asked}
          today={today}
          isPending={act.isPending}
          onConfirm={(action) =>
            act.mutate(
              { alerts: chosen, action },
              {
                onSuccess: () => {
                  setAsked(undefined);
                  selection.clear();
                },
              },
            )
          }
          onCancel={() => setAsked(undefined)}
        />
      )}
      <div className="say" role="status">
        {chosen.length > 0 ? t.chosen(chosen.length) : act.data && t.done(act.data.done)}
        {chosen.length === 0 &&
          act.data?.refused.map(({ item, problem }) => (
            <p key={item.id} className="alarm">
              {t.notDone(nameOf(item), wording(problem.wording))}
            </p>
          ))}
        <Refusal error={act.error} />
      </div>
      {chosen.length > 0 && asked === undefined && (
        <Actions chosen={chosen} onAsk={setAsked} onUnselect={selection.clear} />
      )}
    </div>
  );
}

interface ActionsProps {
  readonly chosen: readonly AlertView[];
  readonly onAsk: (name: ActionName) => void;
  readonly onUnselect: () => void;
}

/** What may be done about every one of them. */
function Actions({ chosen, onAsk, onUnselect }: ActionsProps) {
  const t = useText(messages);
  const w = useText(words);
  const { role } = useUser();
  const names = { acknowledgement: w.acknowledge, snooze: w.snooze, withdrawal: w.withdraw };
  const [first = [], ...others] = chosen.map(({ state }) => actionsFor(role, state));
  const common = first.filter((name) => others.every((actions) => actions.includes(name)));
  return (
    <span className="end">
      <button type="button" className="btn" onClick={onUnselect}>
        {t.unselect}
      </button>
      {common.toReversed().map((name) => (
        <button
          key={name}
          type="button"
          className={name === 'acknowledgement' ? 'btn btn-main' : 'btn'}
          onClick={() => onAsk(name)}
        >
          {names[name]}
        </button>
      ))}
    </span>
  );
}
