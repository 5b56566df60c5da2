import { Link } from 'wouter';
import type { OwedReturnView, WeekDigestView } from '@thongvon/api-contract';
import { useFormats, useMoney, useText } from '../../language';
import { Section } from '../../shared';
import { figureMark } from '../../shared/reckoning';
import { messages } from './messages';

interface OutlookProps {
  readonly digest: WeekDigestView;
}

/** Where the year leads: of what, by which figures; where nothing can be forecast, why. */
export function Forecast({ digest: { forecast, planned, asOf, heldProjects, reckoning } }: OutlookProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { deadline, disbursed, rate, unspent, target, missing, short, withoutPace } = forecast;
  const { silent, silentSince, rateIfBlockedStandStill: still, proposed, rateIfMoved } = forecast;
  const end = formats.shortDate(deadline);
  if (disbursed === null || asOf === null)
    return (
      <Section title={t.noForecast(end)}>
        <p className="ld-text">
          {silent > 0 && silentSince !== null
            ? t.tooOldToForecast(silent, formats.date(silentSince))
            : t.noPaceYet}
        </p>
      </Section>
    );
  return (
    <Section title={t.forecast(end, formats.percent(rate))}>
      <p className="ld-text">
        {t.willSpend(money(disbursed), money(planned))}
        <b className="n" {...figureMark('shortfall', reckoning)}>
          {money(unspent)}
        </b>
        {t.ofProjects(short)}
        {target !== null &&
          missing !== null &&
          (missing.startsWith('-') || missing === '0'
            ? t.targetReached(formats.percent(Number(target), 0))
            : t.targetMissed(money(missing), formats.percent(Number(target), 0)))}
        .{proposed !== '0' && t.ifMoved(money(proposed), formats.percent(rateIfMoved))}
        {heldProjects > 0 && still !== null && t.ifStill(heldProjects, formats.percent(still))}
      </p>
      <p className="ld-text">
        {t.forecastBy(formats.date(asOf))}
        {withoutPace > 0 && t.withoutPace(withoutPace)}
      </p>
    </Section>
  );
}

/** Of whom nothing is known: by itself, so that silence is never read as zero. */
export function Silence({ digest }: OutlookProps) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { owed, fulfilled, silent, sentBack, pending, silence } = digest;
  const { projects, withoutFigures, withoutFiguresPlanned, stale, staleSince, estimated, unanswered } =
    silence;
  return (
    <Section title={t.silence} end={owed === 0 ? t.nobodyOwes : t.reports(fulfilled, owed)}>
      <ul className="ld-text">
        {silent.map((one) => (
          <Owing key={`${one.office} ${one.kind}`} owing={one} what={t.silent} />
        ))}
        {sentBack.map((one) => (
          <Owing key={`${one.office} ${one.kind}`} owing={one} what={t.sentBack} />
        ))}
        {pending.map(({ office, kind }) => (
          <Owing key={`${office} ${kind}`} owing={{ office, kind, lastAsOf: null }} what={t.pending} />
        ))}
        {unanswered.map(({ blockerId, project, unit, due }) => (
          <li key={blockerId}>
            <b>{unit ?? t.noUnit}</b> {t.unanswered(formats.shortDate(due))}{' '}
            <Link href={`/vuong-mac/${blockerId}`}>{project}</Link>
          </li>
        ))}
        {withoutFigures > 0 && <li>{t.withoutFigures(withoutFigures, money(withoutFiguresPlanned))}</li>}
        {stale > 0 && staleSince !== null && <li>{t.staleProjects(stale, formats.shortDate(staleSince))}</li>}
        {estimated !== null && estimated < projects && <li>{t.estimated(estimated, projects)}</li>}
        {owed > 0 && owed === fulfilled && pending.length === 0 && <li>{t.allSent(owed)}</li>}
      </ul>
    </Section>
  );
}

function Owing({ owing, what }: { readonly owing: OwedReturnView; readonly what: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const { office, kind, lastAsOf } = owing;
  return (
    <li>
      <b>{office}</b>, {t[kind]}: {what}
      {lastAsOf !== null && t.lastAsOf(formats.date(lastAsOf))}.
    </li>
  );
}
