import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type {
  BlockerView,
  ProjectClearancePageView,
  ProjectView,
  ReckoningView,
} from '@thongvon/api-contract';
import { PROJECT_GROUP_NAMES, PROJECT_KIND_NAMES } from '@thongvon/kernel';
import { useFormats, useMoney, useSaid, useText } from '../../language';
import { Amount, RateBar } from '../../shared';
import { DueState } from '../../shared/capital-held/held';
import { blockerQuery } from '../../shared/capital-held/queries';
import { CellLink } from '../../shared/links';
import { OpenBlockerLink } from '../../shared/open-blocker';
import { figureMark, MovementAmount, useMovementName } from '../../shared/reckoning';
import { SourceLink } from '../../shared/source/source-link';
import { GiveTask } from '../../shared/tasks/give-task';
import { messages } from './messages';
import { lastDayOf, type Story, worstOf } from './story';

interface HeadProps {
  readonly project: ProjectView;
  /** Undefined while they are on their way. */
  readonly blockers: readonly BlockerView[] | undefined;
  readonly today: string;
}

/** Which project it is, and what presses most. */
export function Head({ project, blockers, today }: HeadProps) {
  const t = useText(messages);
  const kinds = useText(PROJECT_KIND_NAMES);
  const groupNames = useText(PROJECT_GROUP_NAMES);
  const { code, name, kind, commune, owner, groups } = project;
  const [last] = groups;
  const worst = blockers && worstOf(blockers);
  return (
    <>
      <p className="small muted pj-crumb">
        <Link href="/tong-quan">{t.crumb}</Link> / {kinds[kind]}
      </p>
      <h1>{name}</h1>
      <p className="pj-meta">
        <span className="n">{code ?? t.noCode}</span>
        {[kinds[kind], commune, owner.name].filter((part) => part !== null).map((part) => ` · ${part}`)}
        {last !== undefined && (
          <>
            {' · '}
            {t.groupOf(groupNames[last.group].toLowerCase(), last.planYear)}{' '}
            <CellLink returnId={last.returnId} cell={last} />
          </>
        )}
      </p>
      <p className="pj-meta noprint">
        <GiveTask subject={{ projectId: project.id, about: name }} />
      </p>
      {worst !== undefined && <State blocker={worst} today={today} />}
      {blockers !== undefined && worst === undefined && <p className="pj-state muted">{t.noBlocker}</p>}
      <OpenBlockerLink projectId={project.id} label={t.openBlocker} />
    </>
  );
}

function State({ blocker, today }: { readonly blocker: BlockerView; readonly today: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const { id, description, responsibleUnit, due, state } = blocker;
  return (
    <div className="pj-state">
      <DueState blocker={blocker} today={today} />
      <span>
        <Link href={`/vuong-mac/${id}`}>{description}</Link>. <b>{t.waitsFor(responsibleUnit ?? t.noUnit)}</b>
        {due !== null && `, ${t.dueOn(formats.date(due))}`}.
      </span>
      {state === 'overdue' && <Why blocker={blocker} today={today} />}
    </div>
  );
}

/** The rule, its numbers, each with its source, and the cell that named the blocker. */
function Why({ blocker, today }: { readonly blocker: BlockerView; readonly today: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const say = useSaid();
  const [isOpen, setOpen] = useState(false);
  const { due, daysOverdue, escalation } = blocker;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.why}</summary>
      {due !== null && <p>{t.whyText(formats.date(due), formats.date(today), daysOverdue ?? 0)}</p>}
      <p>
        <HowHeld blocker={blocker} />
      </p>
      {isOpen && <NamedIn id={blocker.id} />}
      {escalation !== null && <p>{t.turn(say(escalation, 'label'))}.</p>}
    </details>
  );
}

function HowHeld({ blocker: { project, capitalHeldBasis: basis } }: { readonly blocker: BlockerView }) {
  const t = useText(messages);
  const { setReason, planned, disbursed, planYear, figureAsOf } = basis;
  if (setReason !== null) return setReason;
  if (planned === null || disbursed === null) return null;
  const number = { projectId: project.id, planYear, asOf: figureAsOf ?? lastDayOf(planYear) };
  return (
    <>
      {t.whyHeld}{' '}
      <SourceLink number={{ ...number, field: 'planned' }}>
        <Amount value={planned} unit />
      </SourceLink>{' '}
      {t.whyLess}{' '}
      <SourceLink number={{ ...number, field: 'disbursed' }}>
        <Amount value={disbursed} unit />
      </SourceLink>
      .
    </>
  );
}

/** The cell in which a return named the blocker last; nothing for one that a person wrote down. */
function NamedIn({ id }: { readonly id: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const named = useQuery(blockerQuery(id)).data?.history.findLast(({ source }) => source !== null);
  if (!named?.source) return null;
  return (
    <p>
      {t.whySource(formats.date(named.on))} <CellLink returnId={named.source.returnId} cell={named.source} />.
    </p>
  );
}

interface KeysProps {
  readonly project: ProjectView;
  readonly story: Story;
  readonly clearance: ProjectClearancePageView;
  readonly reckoning: ReckoningView;
}

/** Six numbers that say how the project stands. */
export function Keys({ project, story, clearance, reckoning }: KeysProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { standing, planYear, today, milestones } = story;
  const { held, rates } = clearance;
  const { part, whole, value } = rates.byHousehold;
  const movementName = useMovementName();
  const targets = milestones.filter(({ on }) => on >= today).map(({ percent }) => percent);
  const number = { projectId: project.id, planYear, asOf: today };
  const asOf = standing?.asOf ?? null;
  const rate = standing?.rate ?? null;
  const mark = (name: string) => figureMark(`project ${project.code ?? project.id}: ${name}`, reckoning);
  return (
    <dl className="pj-keys">
      <Key name={t.plan(planYear)} mark={mark('planned')}>
        <SourceLink number={{ ...number, field: 'planned' }}>
          <Amount value={standing?.planned ?? null} reason="no-plan" unit />
        </SourceLink>
      </Key>
      <Key name={asOf === null ? t.disbursedNone : t.disbursedTo(formats.shortDate(asOf))}>
        <SourceLink number={{ ...number, field: 'disbursed' }}>
          {rate !== null && <data {...mark('rate')}>{formats.percent(rate)} </data>}
          <small {...mark('disbursed')}>
            <Amount value={standing?.disbursed ?? null} unit />
          </small>
        </SourceLink>
        <RateBar rate={rate === null ? null : Number(rate)} targets={targets.slice(0, 1)} />
      </Key>
      <Key name={movementName(standing?.movement)} mark={mark('change')}>
        <SourceLink number={{ ...number, field: 'weekChange' }}>
          {standing === null ? <Amount value={null} /> : <MovementAmount movement={standing.movement} unit />}
        </SourceLink>
      </Key>
      <Key name={t.held} mark={mark('held')}>
        <SourceLink number={{ ...number, field: 'held' }}>
          <Amount value={held.blockers === 0 ? '0' : held.capitalHeld} unit />
        </SourceLink>
      </Key>
      <Key name={t.forecast}>
        <SourceLink number={{ ...number, field: 'forecast' }}>
          <Forecast story={story} />
        </SourceLink>
      </Key>
      <Key name={t.handedOver}>
        {part === null || whole === null ? (
          <Unsaid>{t.notReported}</Unsaid>
        ) : (
          <>
            {part}/{whole}{' '}
            <small>
              {t.households}
              {value !== null && ` (${formats.percent(value)})`}
            </small>
          </>
        )}
      </Key>
    </dl>
  );
}

function Forecast({ story: { standing } }: { readonly story: Story }) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const percent = standing?.forecastRate ?? null;
  const shortfall = standing?.shortfall ?? null;
  if (percent === null || shortfall === null)
    return <Unsaid>{standing?.pace.reason === 'too-old' ? t.oldForecast : t.noForecast}</Unsaid>;
  return (
    <>
      {formats.percent(percent)} {shortfall !== '0' && <small>{t.short(money(shortfall))}</small>}
    </>
  );
}

const Unsaid = ({ children }: { readonly children: ReactNode }) => (
  <span className="pj-unsaid">{children}</span>
);

interface KeyProps {
  readonly name: string;
  readonly mark?: ReturnType<typeof figureMark>;
  readonly children: ReactNode;
}

function Key({ name, mark, children }: KeyProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="n" {...mark}>
        {children}
      </dd>
    </div>
  );
}
