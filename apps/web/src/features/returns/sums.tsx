import { Fragment } from 'react';
import { Link } from 'wouter';
import type { FindingView, PreviewRowView, ReplacementView, SummedRowsView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { useHowOtherwise } from '../../shared/words';
import { openCounts } from './causes';
import { messages } from './messages';
import { useOwnUnit } from './own-unit';
import type { SeenReturn } from './queries';
import './sums.css';

/** The return in three numbers: its sum in its own unit, what it changes, what is left to mend. */
export function Sums({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  return (
    <section className="rt-sums" aria-label={t.sums}>
      <Stated seen={seen} />
      <Change seen={seen} />
      <Checks seen={seen} />
    </section>
  );
}

function Stated({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  const formats = useFormats();
  const unit = useOwnUnit(seen);
  const [section] = seen.preview?.sections ?? [];
  const disbursed = seen.total?.disbursed ?? section?.after ?? null;
  // A decision on the plan has one sum, which is that plan.
  const planned = section?.kind === 'plan' ? null : (seen.total?.planned ?? null);
  const rate = seen.total?.rate ?? null;
  const unread = seen.total?.unread ?? 0;
  return (
    <div>
      <h2>{t.sumStated}</h2>
      {disbursed === null ? (
        <>
          <p className="v">{isSilent(seen) ? t.silentSum : t.unreadSum}</p>
          {seen.findings.some(isOpenUnit) && <p className="why">{t.unreadUnit}</p>}
        </>
      ) : (
        <p className="v">
          {unit.headline(disbursed)}
          {planned !== null && ` / ${unit.headline(planned)}`} <small>{unit.name}</small>
        </p>
      )}
      {disbursed !== null && unread > 0 && <p className="why">{t.totalSoFar(unread)}</p>}
      {section?.outside && section.outside.after !== '0' && (
        <p className="why">
          {t.ofWhichOutside(section.outside.projects, unit.amount(section.outside.after))}
        </p>
      )}
      {rate !== null && <p className="why">{t.rateOf(formats.percent(rate))}</p>}
    </div>
  );
}

function Change({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  const unit = useOwnUnit(seen);
  const sections = seen.preview?.sections ?? [];
  return (
    <div>
      <h2>{sections[0]?.kind === 'plan' ? t.sumPlanChange : t.sumChange}</h2>
      {sections.map(({ kind, before, after, change, rows, missing, replaces }) => (
        <Fragment key={kind}>
          {sections.length > 1 && <h3 className="kind">{t[kind]}</h3>}
          <dl>
            {before === null ? (
              <div>
                <dt>
                  {saysNothing(rows)
                    ? isSilent(seen)
                      ? t.nothingSaid
                      : t.nothingRead
                    : kind === 'plan'
                      ? t.planNothingBefore
                      : t.nothingBefore}
                </dt>
              </div>
            ) : (
              <div>
                <dt>{kind === 'plan' ? t.planBefore : t.before}</dt>
                <dd className="n">{unit.amount(before)}</dd>
              </div>
            )}
            {after !== null && change !== null && before !== null && (
              <div>
                <dt>{t.change}</dt>
                <dd className="n strong">{unit.change(change)}</dd>
              </div>
            )}
            <Kept seen={seen} missing={missing} />
            {replaces && <Replaces seen={seen} replaces={replaces} />}
          </dl>
        </Fragment>
      ))}
    </div>
  );
}

/** Without a unit or a date no row says an amount: that is no word on what was approved before. */
const saysNothing = (rows: readonly PreviewRowView[]): boolean => rows.every(({ after }) => after === null);

/** Everything was read, and no project's cells hold an amount: that is not reported, not unread. */
export function isSilent({ preview }: SeenReturn): boolean {
  const rows = (preview?.sections ?? []).flatMap((section) =>
    section.rows.filter(({ state }) => state !== 'missing'),
  );
  return rows.length > 0 && rows.every(({ after, unread }) => after === null && unread !== true);
}

const isOpenUnit = ({ code, severity }: FindingView): boolean =>
  code === 'RET-UNIT-UNKNOWN' && severity === 'question';

/** How it differs from the approved return that ends when it is approved. */
function Replaces({ seen, replaces }: { readonly seen: SeenReturn; readonly replaces: ReplacementView }) {
  const t = useText(messages);
  const formats = useFormats();
  const unit = useOwnUnit(seen);
  const howOtherwise = useHowOtherwise();
  const { returnId, approvedAt, changed, difference } = replaces;
  return (
    <div>
      <dt>
        <Link href={`/bao-cao/${returnId}`}>{t.replacesOne(formats.dayOf(approvedAt))}</Link>
        {`: ${howOtherwise(replaces)}`}
      </dt>
      {changed > 0 && difference !== null && <dd className="n strong">{unit.change(difference)}</dd>}
    </div>
  );
}

/** What was approved of projects that the return doesn't name: it stays. */
function Kept({ seen, missing }: { readonly seen: SeenReturn; readonly missing: SummedRowsView }) {
  const t = useText(messages);
  const unit = useOwnUnit(seen);
  if (missing.projects === 0) return null;
  return (
    <div className="muted">
      <dt>{t.keptFor(missing.projects)}</dt>
      <dd className="n">{unit.amount(missing.before)}</dd>
    </div>
  );
}

function Checks({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  const { mend, answer } = openCounts(seen);
  const checks = seen.causes.filter((cause) => cause.asks === 'check').length;
  return (
    <div>
      <h2>{t.sumState}</h2>
      {seen.cameBack && !seen.newer ? (
        <p className="v">
          <span className="mk mk-over" />
          {t[seen.cameBack.how]} <small>{t.cameBackAbove}</small>
        </p>
      ) : mend + answer === 0 ? (
        <p className="v">{t.allClear}</p>
      ) : (
        <p className="v">
          <span className={mend > 0 ? 'mk mk-over' : 'mk mk-soon'} />
          {t.stillOpen(mend + answer)}: <small>{t.toDo(mend, answer)}</small>
        </p>
      )}
      <p className="why">{checks > 0 && t.toCheck(checks)}</p>
    </div>
  );
}
