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

/** What somebody sent back or refused. */
const CAME_BACK = ['return-sent-back', 'return-reverted', 'task-sent-back', 'task-refused'] as const;
const isBack = (kind: WorkLineView['kind']): kind is (typeof CAME_BACK)[number] =>
  (CAME_BACK as readonly string[]).includes(kind);

/** The shape says it, the colour repeats it: overdue and what came back are somebody's turn today. */
function State({ line: { kind, overdue, days } }: LineProps) {
  const t = useText(messages);
  const cameBack = isBack(kind) ? t[kind] : null;
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
        {kind === 'task-reported' || kind === 'task-due-proposed' ? t[kind] : t.waits}
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
    case 'task-assigned':
    case 'task-accepted':
    case 'task-sent-back':
    case 'task-reported':
    case 'task-refused':
    case 'task-due-proposed':
      return <WhyTask line={line} />;
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

/** Of which project it is, who gave it or whose it is, and what was said last. */
function WhyTask({ line: { kind, project, office, said, by, since, dueAsked } }: LineProps) {
  const t = useText(messages);
  const formats = useFormats();
  const isGiven = kind === 'task-assigned' || kind === 'task-accepted';
  return (
    <>
      {project && `${project.name} · `}
      {isGiven && `${t[kind](office ?? '')} `}
      {dueAsked !== null && `${t.asksFor(office ?? '', formats.date(dueAsked))} `}
      {said !== null && `${t.quoted(said)} `}
      {by && !(isGiven && said === null) && `${by.name}, ${by.office}`}
      {since !== null && `, ${formats.instant(since)}`}
    </>
  );
}

function Due({ line: { due, dueAt, since } }: LineProps) {
  const t = useText(messages);
  const formats = useFormats();
  const momentOf = useMoment();
  if (dueAt !== null) return momentOf(dueAt);
  if (due !== null) return t.dueOn(formats.date(due));
  return since !== null && <span className="muted">{t.since(formats.instant(since))}</span>;
}
