import type { WeekDigestView } from '@thongvon/api-contract';
import { useFormats, useMoney, useText } from '../../language';
import { Amount } from '../../shared';
import { BigRate } from '../../shared/big-rate';
import { figureMark, ReckoningLine } from '../../shared/reckoning';
import { messages } from './messages';

/** The rate, what it is of and of which frozen week, where it should be, and one sentence on the week. */
export function WeekHeadline({ digest }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { asOf, planYear, rate, disbursed, planned, revision, targets, week, reckoning } = digest;
  return (
    <section>
      <h1 className="kick">
        {asOf === null ? t.noFigures(planYear) : t.title(planYear, formats.date(asOf))}
        {' · '}
        <span className="ld-frozen">{t.frozen(formats.date(week), revision)}</span>
      </h1>
      {reckoning.stale && <ReckoningLine reckoning={reckoning} />}
      <BigRate
        rate={rate}
        reason="not-reported"
        disbursed={disbursed}
        planned={planned}
        reckoning={reckoning}
        marks={targets.map(({ on, percent }) => ({
          percent: Number(percent),
          words: t.target(formats.shortDate(on), formats.percent(Number(percent), 0)),
        }))}
      />
      <WeekSentence digest={digest} />
    </section>
  );
}

function WeekSentence({ digest }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { change, changePoints, movement, reckoning, held, heldProjects } = digest;
  return (
    <p className="ld-say">
      {change === null ? (
        movement.since === null ? (
          t.firstWeek
        ) : (
          t.nothingNewer(formats.shortDate(movement.since))
        )
      ) : (
        <>
          {movement.days === 7 || movement.from === null || movement.to === null
            ? t.thisWeek
            : t.between(formats.shortDate(movement.from), formats.shortDate(movement.to), movement.days ?? 0)}
          <b className="n" {...figureMark('change', reckoning)}>
            <Amount value={change} change unit />
          </b>
          {changePoints !== null && t.points(formats.signedRate(changePoints))}
          <Lead digest={digest} />
        </>
      )}
      {change === null && reckoning.stale && t.notJudged}{' '}
      {heldProjects === 0 ? (
        t.nothingStuck
      ) : (
        <>
          <b className="n" {...figureMark('held', reckoning)}>
            {money(held)}
          </b>
          {t.stuck(heldProjects)}
        </>
      )}
    </p>
  );
}

/** How far ahead of what is due by the cut-off, or behind it. */
function Lead({ digest: { lead, expected, week } }: { readonly digest: WeekDigestView }) {
  const t = useText(messages);
  const formats = useFormats();
  if (lead === null || expected === null) return t.stop;
  const says = lead.startsWith('-') ? t.behind : t.ahead;
  return says(formats.magnitude(lead), formats.percent(expected), formats.shortDate(week));
}
