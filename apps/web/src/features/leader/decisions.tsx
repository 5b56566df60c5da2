import { useState } from 'react';
import { Link } from 'wouter';
import type {
  ContractsRuleId,
  LeaderDecisionView,
  SpendingRuleId,
  WeekDigestView,
} from '@thongvon/api-contract';
import { useFormats, useSaid, useText, useUnitNames } from '../../language';
import { Section } from '../../shared';
import { contractsOf } from '../../shared/links';
import { messages } from './messages';
import '../../shared/explain.css';

/** A leader decides on so many things a week; the others are one tap away. */
const SHOWN = 7;

/** What is to be decided, the most pressing first, under what neighbours have in common. */
export function Decisions({ digest: { decisions, week, reckoning } }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const [all, setAll] = useState(false);
  const shown = all ? decisions : decisions.slice(0, SHOWN);
  if (decisions.length === 0)
    return (
      <Section title={t.noDecisions}>
        <p className="ld-text">{t.noDecisionsWhat}</p>
        <AllAlerts />
      </Section>
    );
  return (
    <Section title={t.decisions(decisions.length)} end={long}>
      <details className="explain ld-why">
        <summary>{t.why}</summary>
        <p>{t.whyText(formats.date(week))}</p>
      </details>
      <ol className="ld-decisions">
        {shown.map((decision, index) => (
          <li key={`${decision.rule} ${decision.projectId} ${decision.blockerId}`}>
            {captionOf(decision) !== captionOf(shown[index - 1]) && (
              <p className="ld-caption">{t[captionOf(decision) ?? 'other']}</p>
            )}
            <Decision decision={decision} number={index + 1} nextLetterOn={reckoning.nextLetterOn} />
          </li>
        ))}
      </ol>
      {shown.length < decisions.length && (
        <button type="button" className="btn noprint" onClick={() => setAll(true)}>
          {t.more(decisions.length - shown.length)}
        </button>
      )}
      <AllAlerts />
    </Section>
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
  const t = useText(messages);
  const formats = useFormats();
  const say = useSaid();
  const { projectName, amount, unit, reason } = decision;
  const reopened = say(decision, 'reopened');
  return (
    <Link href={placeOf(decision)} className="ld-decision">
      <span className="n muted">{number}</span>
      <span className="strong">{projectName}</span>
      <span className="n strong right">{formats.amount(amount)}</span>
      <span className="ld-state">
        <Urgency decision={decision} nextLetterOn={nextLetterOn} /> · {unit ?? t.noUnit}
        {reopened !== null && <span className="ld-again">{reopened}</span>}
        {reason !== null && <span className="ld-reason">{reason}</span>}
      </span>
      <span className="ld-ask">
        <b>{t.decide}</b> {say(decision, 'ask')}
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
  const { daysOverdue, due, blockerId, disbursed, rate, staleFrom } = decision;
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
      {disbursed === '0' ? t.nothingSpent : t.only(formats.percent(rate))}
      {old}
    </b>
  );
}

/** By the type of the contract: the compiler asks for each rule that is one. */
const SPENDING: Readonly<Record<SpendingRuleId, true>> = {
  'cannot-be-spent': true,
  'nothing-after-first-quarter': true,
  'no-movement': true,
};
const SETTLED_AMONG_CONTRACTS: Readonly<Record<ContractsRuleId, true>> = {
  'contract-advance-past-clock': true,
};

function captionOf(decision: LeaderDecisionView | undefined): 'held' | 'spending' | 'other' | undefined {
  if (decision === undefined) return undefined;
  if (decision.blockerId !== null) return 'held';
  return decision.rule in SPENDING ? 'spending' : 'other';
}
