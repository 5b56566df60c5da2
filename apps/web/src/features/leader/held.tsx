import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { BlockerGroupView, BlockerSummaryView, DueBucket, WeekDigestView } from '@thongvon/contracts';
import { useFormats, usePreferences, useText, useUnitNames } from '../../language';
import { QueryStates, Section } from '../../shared';
import { messages } from './messages';
import { causesQuery, heldByCauseQuery } from './queries';

type Urgency = 'late' | 'soon' | 'inTime';

const URGENCY: Readonly<Record<DueBucket, Urgency>> = {
  'overdue-over-14': 'late',
  'overdue-to-14': 'late',
  'due-in-7': 'soon',
  'due-in-30': 'inTime',
  'due-later': 'inTime',
  'no-due': 'inTime',
};
const URGENCIES: readonly Urgency[] = ['late', 'soon', 'inTime'];

/** The capital that is still to be disbursed as one strip: what waits, how pressing it is, and for which cause. */
export function Held({ digest }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const { long } = useUnitNames();
  const { week, planYear } = digest;
  const held = useQuery(heldByCauseQuery({ asOf: week, planYear, groupBy: 'cause' }));
  return (
    <Section title={t.whereHeld} end={long}>
      <QueryStates query={held}>
        {(summary) => (
          <>
            <Strip digest={digest} summary={summary} />
            {summary.groups.length > 0 && <Causes groups={summary.groups} />}
          </>
        )}
      </QueryStates>
    </Section>
  );
}

interface StripProps {
  readonly digest: WeekDigestView;
  readonly summary: BlockerSummaryView;
}

function Strip({ digest: { planned, disbursed }, summary }: StripProps) {
  const t = useText(messages);
  const formats = useFormats();
  const held = heldBy(summary.ageing);
  const blocked = URGENCIES.reduce((sum, urgency) => sum + held[urgency], 0n);
  const remaining = planned === null || disbursed === null ? null : BigInt(planned) - BigInt(disbursed);
  const free = remaining === null || remaining < blocked ? 0n : remaining - blocked;
  const parts = [
    ...URGENCIES.map((name) => ({ name, amount: held[name] })),
    { name: 'free', amount: free },
  ] as const;
  const whole = blocked + free;
  return (
    <>
      {remaining !== null && <p className="ld-text">{t.of(formats.amount(remaining.toString()))}</p>}
      <div className="ld-strip" aria-hidden="true">
        {parts.map(({ name, amount }) => (
          <i key={name} className={`ld-${name}`} style={{ flexGrow: shareOf(amount, whole) }} />
        ))}
      </div>
      <ul className="ld-key">
        {parts.map(({ name, amount }) => (
          <li key={name} className={name === 'late' && amount > 0n ? 'alarm' : ''}>
            <i className={`ld-${name}`} aria-hidden="true" />
            {t[name]}
            <span className="n">{formats.amount(amount.toString())}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Causes({ groups }: { readonly groups: readonly BlockerGroupView[] }) {
  const t = useText(messages);
  const formats = useFormats();
  const nameOf = useCauseNames();
  const most = groups.reduce((max, { capitalHeld }) => bigger(max, BigInt(capitalHeld ?? 0)), 0n);
  return (
    <>
      <h3 className="ld-sub">{t.byCause}</h3>
      <ul>
        {groups.map(({ key, capitalHeld, ageing }) => (
          <li key={key ?? ''}>
            <Link href={`/vuong-mac?cause=${key ?? 'unclassified'}`} className="ld-cause">
              <span>{nameOf(key)}</span>
              <span className="n strong">{capitalHeld === null ? '–' : formats.amount(capitalHeld)}</span>
              <span className="ld-cause-bar" aria-hidden="true">
                {URGENCIES.map((urgency) => (
                  <i
                    key={urgency}
                    className={`ld-${urgency}`}
                    style={{ width: `${100 * shareOf(heldBy(ageing)[urgency], most)}%` }}
                  />
                ))}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Names of causes in the reader's language. */
function useCauseNames(): (code: string | null) => string {
  const t = useText(messages);
  const { language } = usePreferences();
  const causes = useQuery(causesQuery).data ?? [];
  return (code) => {
    const cause = causes.find((one) => one.code === code);
    if (cause === undefined) return t.unclassified;
    return language === 'vi' ? cause.label : cause.labelEn;
  };
}

function heldBy(ageing: BlockerSummaryView['ageing']): Record<Urgency, bigint> {
  const held: Record<Urgency, bigint> = { late: 0n, soon: 0n, inTime: 0n };
  for (const { bucket, capitalHeld } of ageing) held[URGENCY[bucket]] += BigInt(capitalHeld ?? 0);
  return held;
}

/** For drawing only: four digits of a share between 0 and 1. */
const shareOf = (part: bigint, whole: bigint): number =>
  whole <= 0n ? 0 : Number((part * 10_000n) / whole) / 10_000;

const bigger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
