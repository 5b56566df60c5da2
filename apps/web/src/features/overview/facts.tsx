import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { CurveView, SummaryView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount } from '../../shared';
import { heldQuery } from '../../shared/capital-held/queries';
import { figureMark, MovementAmount, useMovementName } from '../../shared/reckoning';
import { messages } from './messages';
import { facetsQuery, treasuryQuery } from './queries';
import { blockersOf, type WholeRequest } from './view-state';

interface FactsProps {
  readonly summary: SummaryView;
  readonly course: CurveView;
  readonly whole: WholeRequest;
}

/** Six facts around the rate: number, and what it means. */
export function Facts({ summary, course, whole }: FactsProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const { remaining } = summary;
  const { asOf } = whole;
  const facets = useQuery(facetsQuery(whole));
  const movementName = useMovementName();
  const movement = facets.data?.total.movement;
  const points = facets.data?.total.changeRate ?? null;
  const { neededPerWeek, expected: due, lead } = course;
  return (
    <dl className="ov-facts">
      <Fact
        mark={figureMark('change', facets.data?.reckoning)}
        name={movementName(movement)}
        value={movement === undefined ? '–' : <MovementAmount movement={movement} unit />}
        note={points !== null && t.points(formats.signedRate(points))}
      />
      {due !== null && (
        <Fact
          mark={figureMark('due by the figures', course.reckoning)}
          name={t.milestoneNow(formats.shortDate(asOf))}
          value={formats.percent(due)}
          note={
            course.reckoning.stale
              ? t.staleNote
              : lead !== null && (lead.startsWith('-') ? t.behind : t.ahead)(formats.magnitude(lead))
          }
        />
      )}
      <Fact
        mark={figureMark('remaining', summary.reckoning)}
        name={t.remaining}
        value={<Amount value={remaining} unit />}
        note={neededPerWeek !== null && t.perWeek(`${formats.amount(neededPerWeek)} ${short}`)}
      />
      <HeldFacts whole={whole} />
      <TreasuryFact whole={whole} />
    </dl>
  );
}

function HeldFacts({ whole }: { readonly whole: WholeRequest }) {
  const t = useText(messages);
  const formats = useFormats();
  const held = useQuery(heldQuery(blockersOf(whole)));
  if (!held.data || held.data.blockers === 0) return null;
  const { capitalHeld, heldOverdue: overdue, share, reckoning } = held.data;
  return (
    <>
      <Fact
        mark={figureMark('held', reckoning)}
        name={<Link href="/vuong-mac">{t.held}</Link>}
        value={<Amount value={capitalHeld} unit />}
        note={share !== null && t.heldShare(formats.percent(share))}
      />
      {overdue.projects > 0 && (
        <Fact
          alarm
          mark={figureMark('held, overdue', reckoning)}
          name={
            <>
              <span className="mk mk-over" />
              {t.overdue}
            </>
          }
          value={<Amount value={overdue.capitalHeld} unit />}
          note={t.overdueProjects(overdue.projects)}
        />
      )}
    </>
  );
}

function TreasuryFact({ whole }: { readonly whole: WholeRequest }) {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const treasury = useQuery(treasuryQuery(whole));
  if (treasury.data === undefined) return null;
  const { disbursed: confirmed, toReported } = treasury.data;
  return (
    <Fact
      name={t.treasury}
      value={confirmed === null ? <span className="muted">–</span> : <Amount value={confirmed} unit />}
      note={
        confirmed === null
          ? t.noTreasury
          : toReported !== null &&
            toReported !== '0' &&
            t.difference(`${formats.change(toReported)} ${short}`)
      }
    />
  );
}

interface FactProps {
  readonly name: ReactNode;
  readonly value: ReactNode;
  readonly note: ReactNode;
  readonly alarm?: boolean;
  readonly mark?: ReturnType<typeof figureMark>;
}

function Fact({ name, value, note, alarm = false, mark }: FactProps) {
  const colour = alarm ? ' alarm' : '';
  return (
    <div>
      <dt className={alarm ? 'alarm' : undefined}>{name}</dt>
      <dd className={`n ov-value${colour}`} {...mark}>
        {value}
      </dd>
      <dd className="n ov-note">{note}</dd>
    </div>
  );
}
