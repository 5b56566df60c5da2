import { Link } from 'wouter';
import type { WorkLineView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount } from '../../shared';
import { messages } from './messages';
import { useMoment, useWhat } from './work-words';

interface LineProps {
  readonly line: WorkLineView;
}

/** One thing to do: how it stands, what and why, until when, how much, and one way to do it. */
export function WorkRow({ line, drafts }: LineProps & { readonly drafts: number }) {
  const t = useText(messages);
  const { short } = useUnitNames();
  const whatOf = useWhat();
  const what = whatOf(line);
  const { kind, amount, path } = line;
  const isMain = kind === 'return-owed' || kind === 'returns-waiting';
  return (
    <li>
      <span className="mw-kind">
        <State line={line} />
      </span>
      <span className="mw-what">
        <b>{what}</b>
        <span className="sub">
          <Why line={line} drafts={drafts} />
        </span>
      </span>
      <span className="mw-due">
        <Due line={line} />
      </span>
      <span className="mw-amount">
        {amount !== null && (
          <>
            <Amount value={amount} change={kind === 'returns-waiting'} />
            <span className="mw-unit"> {short}</span>
          </>
        )}
      </span>
      <span className="mw-do noprint">
        <Link
          href={path}
          className={isMain ? 'btn btn-main' : 'btn'}
          aria-label={`${t[`do-${kind}`]}: ${what}`}
        >
          {t[`do-${kind}`]}
        </Link>
      </span>
    </li>
  );
}

/** How many days are soon. */
const SOON = 7;

/** The shape says it, the colour repeats it: overdue and what came back are somebody's turn today. */
function State({ line: { kind, overdue, days } }: LineProps) {
  const t = useText(messages);
  const cameBack = kind === 'return-sent-back' || kind === 'return-reverted' ? t[kind] : null;
  const late = overdue ? (days === 0 ? t.overdueToday : t.overdueBy(-(days ?? 0))) : null;
  if (late !== null || cameBack !== null)
    return (
      <span className="alarm">
        <span className="mk mk-over" />
        {late ?? cameBack}
        {late !== null && cameBack !== null && <span className="sub">{cameBack}</span>}
      </span>
    );
  if (days === null)
    return (
      <>
        <span className="mk" />
        {t.waits}
      </>
    );
  return (
    <span className={days <= SOON ? 'strong' : ''}>
      <span className={days <= SOON ? 'mk mk-soon' : 'mk'} />
      {days === 0 ? t.today : t.daysLeft(days)}
    </span>
  );
}

/** Why it is to be done, and by whom that was said. */
function Why({ line, drafts }: LineProps & { readonly drafts: number }) {
  const t = useText(messages);
  const formats = useFormats();
  const { kind, text, by, office, asOf, since, countOfOthers } = line;
  switch (kind) {
    case 'return-owed':
      return (
        <>
          {asOf !== null && t.weekTo(formats.date(asOf))}
          {drafts > 0 && t.draftsDoNot}
        </>
      );
    case 'blocker':
      return (
        <>
          {text !== null && `${text} · `}
          {office === null ? t.nobody : t.waitsFor(office)}
        </>
      );
    case 'returns-waiting':
      return (
        <>
          {since !== null && t.firstWaits(formats.instant(since))}
          {countOfOthers !== null && countOfOthers > 0 && t.ofOthers(countOfOthers)}
          {t.frozenThen}
        </>
      );
    case 'offices-silent':
      return t.names(text ?? '');
    case 'differences':
      return t.largest;
    default:
      return (
        <>
          {text !== null && t.quoted(text)}
          {by && ` ${by.name}, ${by.office}`}
          {since !== null && `, ${formats.instant(since)}`}
        </>
      );
  }
}

function Due({ line: { due, dueAt, since } }: LineProps) {
  const t = useText(messages);
  const formats = useFormats();
  const momentOf = useMoment();
  if (dueAt !== null) return momentOf(dueAt);
  if (due !== null) return t.dueOn(formats.date(due));
  return since !== null && <span className="muted">{t.since(formats.instant(since))}</span>;
}
