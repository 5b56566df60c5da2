import { useState } from 'react';
import { Link } from 'wouter';
import type {
  ContractsRuleId,
  DecisionOptionView,
  LeaderDecisionView,
  WeekDigestView,
} from '@thongvon/api-contract';
import { useUser } from '../../api/session';
import { useFormats, useMoney, useSaid, useText, useUnitNames } from '../../language';
import { Section } from '../../shared';
import { largestOf, widthShare } from '../../shared/drawing';
import { contractsOf } from '../../shared/links';
import { GiveTask, givesTasks } from '../../shared/tasks/give-task';
import { messages } from './messages';
import '../../shared/explain.css';

/** What is to be decided, one item a project, by money × urgency; the first few on a screen, all on paper. */
export function Decisions({
  digest: { decisions, decisionsShown, underway, week, reckoning },
}: {
  readonly digest: WeekDigestView;
}) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const [all, setAll] = useState(false);
  const { shown, amount, further, furtherAmount, factors } = decisionsShown;
  if (decisions.length === 0)
    return (
      <Section title={t.noDecisions}>
        <p className="ld-text">{t.noDecisionsWhat}</p>
        <Underway underway={underway} />
        <AllAlerts />
      </Section>
    );
  return (
    <Section title={t.decisions(shown, formats.amount(amount))} end={long}>
      <details className="explain ld-why">
        <summary>{t.ranking}</summary>
        <p>{t.rankingText(factors.overdue, factors['due-soon'], factors.other)}</p>
      </details>
      <details className="explain ld-why">
        <summary>{t.why}</summary>
        <p>{t.whyText(formats.date(week))}</p>
      </details>
      <ol className="ld-decisions">
        {decisions.map((decision, index) => (
          <li key={decision.projectId} className={all || index < shown ? undefined : 'ld-later'}>
            <Decision decision={decision} number={index + 1} nextLetterOn={reckoning.nextLetterOn} />
            <Options decision={decision} />
            <Folded decision={decision} />
          </li>
        ))}
      </ol>
      {further > 0 && (
        <>
          {!all && (
            <button type="button" className="btn noprint" onClick={() => setAll(true)}>
              {t.more(further, formats.amount(furtherAmount))}
            </button>
          )}
          <p className="ld-text">{t.printed(decisions.length)}</p>
        </>
      )}
      <Underway underway={underway} />
      <AllAlerts />
    </Section>
  );
}

/** What was decided and is within its day: it isn't asked for again. */
function Underway({ underway }: Pick<WeekDigestView, 'underway'>) {
  const t = useText(messages);
  const formats = useFormats();
  const say = useSaid();
  if (underway.length === 0) return null;
  return (
    <>
      <h3 className="ld-sub">{t.underway(underway.length)}</h3>
      <ul>
        {underway.map(({ projectId, projectName, amount, task }) => (
          <li key={projectId}>
            <Link href={`/viec-giao/${task.id}`} className="ld-underway">
              <span className="strong">{projectName}</span>
              <span className="n">{formats.amount(amount)}</span>
              <span className="ld-effect">{say(task, 'text')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What can be done, each with what it would do to what the project has left: bars of one length, so that they compare. */
function Options({ decision }: { readonly decision: LeaderDecisionView }) {
  const t = useText(messages);
  const say = useSaid();
  const money = useMoney();
  const { options, unplaced } = decision;
  return (
    <ul className="ld-options">
      {options.map((option) => (
        <li key={option.kind}>
          <Option decision={decision} option={option} />
          <Parts option={option} />
          <span className="ld-effect">{say(option, 'effect')}</span>
        </li>
      ))}
      {unplaced !== null && unplaced !== '0' && <li className="ld-effect">{t.unplaced(money(unplaced))}</li>}
    </ul>
  );
}

interface OptionProps {
  readonly decision: LeaderDecisionView;
  readonly option: DecisionOptionView;
}

/** Who may give tasks takes it with one tap: the sheet is filled in. Others are led to where it is done. */
function Option({ decision, option }: OptionProps) {
  const say = useSaid();
  const { role } = useUser();
  const label = say(option, 'text');
  if (!givesTasks(role)) return <Link href={optionPlace(decision, option)}>{label}</Link>;
  const { projectId, projectName } = decision;
  const { until, taskBlockerId } = option;
  const subject = {
    ...{ projectId, about: projectName, what: say(option, 'task') },
    ...(taskBlockerId === null ? {} : { blockerId: taskBlockerId }),
    ...(until === null ? {} : { due: until }),
  };
  return <GiveTask subject={subject} label={label} className="link ld-option" />;
}

/** Spent, moved, not spent: drawn only; the words stand below. */
function Parts({ option: { spent, moved, unspent } }: { readonly option: DecisionOptionView }) {
  if (spent === null || moved === null || unspent === null) return null;
  const parts = { spent, moved, unspent };
  const most = largestOf(Object.values(parts));
  return (
    <span className="ld-parts" aria-hidden="true">
      {PARTS.map((part) => (
        <span key={part} className={`ld-part-${part}`} style={{ flexGrow: widthShare(parts[part], most) }} />
      ))}
    </span>
  );
}
const PARTS = ['spent', 'moved', 'unspent'] as const;

/** Where an option is done: capital is moved from project to project. */
function optionPlace(decision: LeaderDecisionView, { kind }: DecisionOptionView): string {
  return kind === 'move' || kind === 'continue-or-stop' || kind === 'commit'
    ? `/du-an/${decision.projectId}`
    : placeOf(decision);
}

/** Why it stands where it stands, and all that rules say of it. */
function Folded({ decision }: { readonly decision: LeaderDecisionView }) {
  const t = useText(messages);
  const formats = useFormats();
  const say = useSaid();
  const { amount, moneyIs, factor, urgency, weight, alerts } = decision;
  return (
    <details className="explain ld-folded noprint">
      <summary>{t.whyHere(alerts.length)}</summary>
      <p>
        {weight === null
          ? t.noWeight
          : t.weighed(
              t[`money-${moneyIs}`],
              formats.amount(amount),
              factor,
              t[`urgency-${urgency}`],
              formats.amount(weight),
            )}
      </p>
      <ul>
        {alerts.map((alert, index) => (
          <li key={`${alert.rule} ${index}`}>{say(alert, 'text')}</li>
        ))}
      </ul>
    </details>
  );
}

/** Where each alert can be taken note of; the decisions are made of the gravest. */
function AllAlerts() {
  const t = useText(messages);
  return (
    <p className="ld-text noprint">
      <Link href="/canh-bao" className="ld-alerts">
        {t.allAlerts}
      </Link>
    </p>
  );
}

interface DecisionProps {
  readonly decision: LeaderDecisionView;
  readonly number: number;
  /** What is due by then is due soon, as everywhere. */
  readonly nextLetterOn: string;
}

function Decision({ decision, number, nextLetterOn }: DecisionProps) {
  const formats = useFormats();
  const say = useSaid();
  const { projectName, amount } = decision;
  const reopened = say(decision, 'reopened');
  return (
    <Link href={placeOf(decision)} className="ld-decision">
      <span className="n muted">{number}</span>
      <span className="strong">{projectName}</span>
      <span className="n strong right">{formats.amount(amount)}</span>
      <span className="ld-state">
        <Urgency decision={decision} nextLetterOn={nextLetterOn} />
        {reopened !== null && <span className="ld-again">{reopened}</span>}
        <span className="ld-reason">{say(decision, 'sentence')}</span>
      </span>
    </Link>
  );
}

/** Where it is mended. */
function placeOf({ rule, projectId, blockerId }: LeaderDecisionView): string {
  if (blockerId !== null) return `/vuong-mac/${blockerId}`;
  return rule in SETTLED_AMONG_CONTRACTS ? contractsOf(projectId) : `/du-an/${projectId}`;
}

/** How long it has waited, or how far the project is. */
function Urgency({ decision, nextLetterOn }: Omit<DecisionProps, 'number'>) {
  const t = useText(messages);
  const formats = useFormats();
  const { daysOverdue, due, blockerId, daysLeft, staleFrom } = decision;
  // Of a blocker it is the capital held that is of old figures.
  const old = staleFrom !== null && t.oldFigures(formats.shortDate(staleFrom));
  if (daysOverdue !== null && daysOverdue > 0)
    return (
      <span className="alarm">
        <span className="mk mk-over" />
        {t.overdue(daysOverdue)}
        {old}
      </span>
    );
  if (daysOverdue !== null && due !== null)
    return (
      <b>
        <span className={due <= nextLetterOn ? 'mk mk-soon' : 'mk'} />
        {daysOverdue === 0 ? t.dueToday : t.dueIn(-daysOverdue, formats.shortDate(due))}
        {old}
      </b>
    );
  if (blockerId !== null)
    return (
      <b>
        {t.noDue}
        {old}
      </b>
    );
  return (
    <b>
      {t.daysLeft(daysLeft)}
      {old}
    </b>
  );
}

/** By the type of the contract: the compiler asks for each rule that is one. */
const SETTLED_AMONG_CONTRACTS: Readonly<Record<ContractsRuleId, true>> = {
  'contract-advance-past-clock': true,
};
