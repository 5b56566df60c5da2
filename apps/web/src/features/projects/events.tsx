import { Link } from 'wouter';
import { type Formats, type Text, useFormats, useMoney, usePreferences, useText } from '../../language';
import { BLOCKER_ACTION_TYPES } from '../../shared/words';
import { messages } from './messages';
import { forecastOf, lastDayOf, type Story } from './story';

/** The line of time in words: the whole of it on a phone, behind a link next to the drawing. */
export function Events({ story }: { readonly story: Story }) {
  const t = useText(messages);
  const actionNames = useText(BLOCKER_ACTION_TYPES);
  const formats = useFormats();
  const money = useMoney();
  const { language } = usePreferences();
  const moments = momentsOf(story, { t, actionNames, formats, money, english: language === 'en' });
  return (
    <>
      <details className="pj-as-list noprint">
        <summary>{t.asList}</summary>
        <List moments={moments} />
      </details>
      <div className="pj-phone">
        <List moments={moments} />
      </div>
    </>
  );
}

function List({ moments }: { readonly moments: readonly Moment[] }) {
  const formats = useFormats();
  return (
    <ol className="pj-events">
      {moments.map(({ on, text, tone, href }) => (
        <li key={`${on} ${text}`} className={`pj-${tone}`}>
          <time className="n" dateTime={on}>
            {formats.date(on)}
          </time>{' '}
          {href === undefined ? text : <Link href={href}>{text}</Link>}
        </li>
      ))}
    </ol>
  );
}

/** Something that happened on a day, or will. */
interface Moment {
  readonly on: string;
  readonly text: string;
  readonly tone: 'past' | 'next' | 'alarm';
  /** Where more is said of it. */
  readonly href?: string;
}

/** How a moment is worded: texts of the page and of actions, the step's name, amounts with their unit. */
interface Teller {
  readonly t: Text<typeof messages>;
  readonly actionNames: Text<typeof BLOCKER_ACTION_TYPES>;
  readonly formats: Formats;
  readonly money: (dong: bigint | string) => string;
  readonly english: boolean;
}

type Unplaced = Omit<Moment, 'tone'> & { readonly alarm?: boolean };

/** All of a story by day, oldest first. */
function momentsOf(story: Story, teller: Teller): Moment[] {
  return [
    ...ofDecisions(story, teller),
    ...ofReturns(story, teller),
    ...ofSteps(story, teller),
    ...ofBlockers(story, teller),
    ...ofTargets(story, teller),
  ]
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map(({ alarm = false, ...moment }) => ({
      ...moment,
      tone: alarm ? 'alarm' : moment.on > story.today ? 'next' : 'past',
    }));
}

/** What a decision did to the plan. */
export function wordsOf(
  { total, change }: Story['decisions'][number],
  { t, money }: Pick<Teller, 't' | 'money'>,
) {
  if (change === null || change === 0n) return t.assigned(money(total));
  return change > 0n ? t.raised(money(change), money(total)) : t.lowered(money(-change), money(total));
}

function ofDecisions({ decisions }: Story, teller: Teller): Unplaced[] {
  return decisions.map((decision) => ({
    on: decision.on,
    text: `${teller.t.decision(decision.number)} ${wordsOf(decision, teller)}`,
    href: '/so-ke-hoach',
  }));
}

function ofReturns({ reported }: Story, { t, formats, money }: Teller): Unplaced[] {
  return reported.map(({ asOf, disbursed, rate, returnId }) => ({
    on: asOf,
    text: t.eventReported(money(disbursed), rate === null ? '' : ` (${formats.percent(rate)})`),
    href: `/bao-cao/${returnId}`,
  }));
}

function ofSteps({ steps, today }: Story, { t, english }: Teller): Unplaced[] {
  return steps.flatMap(({ step: { label, labelEn, started, done, planned, daysOverdue } }): Unplaced[] => {
    const name = english ? labelEn : label;
    return [
      ...(started === null ? [] : [{ on: started, text: t.eventStarted(name) }]),
      ...(done === null ? [] : [{ on: done, text: t.eventDone(name) }]),
      ...(done !== null || planned === null ? [] : [{ on: planned, text: t.eventPlanned(name) }]),
      ...(done === null && daysOverdue > 0
        ? [{ on: today, text: `${name}: ${t.late(daysOverdue)}`, alarm: true }]
        : []),
    ];
  });
}

function ofBlockers({ blockers, actions }: Story, { t, actionNames, money }: Teller): Unplaced[] {
  const own = blockers.flatMap((blocker): Unplaced[] => {
    const { id, description, openedOn, due, daysOverdue, closedOn, capitalHeld, state } = blocker;
    const href = `/vuong-mac/${id}`;
    const held = capitalHeld === null ? '' : `, ${t.holds(money(capitalHeld))}`;
    const late = state === 'overdue' ? `; ${t.late(daysOverdue ?? 0)}${held}` : '';
    return [
      { on: openedOn, text: t.eventOpened(description), href },
      ...(due === null || closedOn !== null
        ? []
        : [{ on: due, text: `${t.eventDue(description)}${late}`, href, alarm: state === 'overdue' }]),
      ...(closedOn === null ? [] : [{ on: closedOn, text: t.eventClosed(description), href }]),
    ];
  });
  const done = actions.flatMap(({ blockerId, on, type, text }): Unplaced[] => {
    const action = (actionNames as Readonly<Record<string, string>>)[type];
    if (action === undefined || type === 'opened' || type === 'closed') return [];
    return [{ on, text: text === null ? action : `${action}: ${text}`, href: `/vuong-mac/${blockerId}` }];
  });
  return [...own, ...done];
}

function ofTargets(story: Story, { t, formats, money }: Teller): Unplaced[] {
  const { standing, planYear, today } = story;
  const end = forecastOf(standing);
  const targets = (standing?.targets ?? [])
    .filter(({ on }) => on >= today)
    .map(({ on, percent, amount }) => ({
      on,
      text: t.eventMilestone(formats.percent(percent, 0), money(amount)),
    }));
  const shortfall = standing?.shortfall ?? null;
  if (end === null || shortfall === null) return targets;
  return [...targets, { on: lastDayOf(planYear), text: t.eventForecast(money(end), money(shortfall)) }];
}
