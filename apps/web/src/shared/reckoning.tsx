import type { FigureAgesView, MovementView, ReckoningView } from '@thongvon/api-contract';
import { useToday } from '../api/session';
import { type Messages, useFormats, useText, withValues } from '../language';
import { Amount, Unknown } from './values';

/** On which days a page reckons, once a page: "Hôm nay 23/06 · số liệu đến 21/06", "Tuần chốt 22/06 · …". */
export function ReckoningLine({ reckoning }: { readonly reckoning: ReckoningView }) {
  const t = useText(messages);
  const formats = useFormats();
  const today = useToday();
  const { week, businessDay, figuresOn, stale } = reckoning;
  const day = formats.shortDate(businessDay);
  const of =
    week !== null ? t.week(formats.shortDate(week)) : businessDay === today ? t.today(day) : t.onDay(day);
  return (
    <p className="small muted" data-reckoning={reckoningKey(reckoning)}>
      {of} · {figuresOn === null ? t.noFigures : t.figures(formats.shortDate(figuresOn))}
      {stale && (
        <>
          {' · '}
          <strong>{t.stale}</strong>
        </>
      )}
    </p>
  );
}

/** What is said before a change: "7 ngày" only where its dates are seven days apart, else the dates. */
export function useMovementName(): (movement: MovementView | undefined) => string {
  const t = useText(messages);
  const formats = useFormats();
  return (movement) => {
    if (movement?.from == null || movement.to === null || movement.days === null) return t.change;
    const { from, to, days } = movement;
    return days === 7
      ? t.changeOf(days)
      : t.changeBetween(formats.shortDate(from), formats.shortDate(to), days);
  };
}

interface MovementProps {
  readonly movement: MovementView;
  /** States the unit behind the number. */
  readonly unit?: boolean;
  /** States the dates as well, where what stands before it doesn't. */
  readonly dated?: boolean;
}

/** A change, or why there is none: silence is never shown as zero, nor what nobody splits by source as silence. */
export function MovementAmount({ movement, unit = false, dated = false }: MovementProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { value, from, to, reason, since } = movement;
  if (value === null && reason === 'not-split') return <Unknown reason="not-split" />;
  if (value === null)
    return (
      <span className="muted">
        {since === null ? '–' : `${t.noNewer} ${t.since(formats.shortDate(since))}`}
      </span>
    );
  return (
    <>
      <Amount value={value} change unit={unit} />
      {dated && from !== null && to !== null && (
        <span className="sub n">{t.dates(formats.shortDate(from), formats.shortDate(to))}</span>
      )}
    </>
  );
}

/** Of a sum, how many of its projects have figures older than the reporting week; nothing where none has. */
export function OldFigures({ figures }: { readonly figures: FigureAgesView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { reported, stale, oldest, newest, staleBefore } = figures;
  if (stale === 0 || oldest === null || newest === null) return null;
  const before = formats.shortDate(staleBefore);
  return (
    <p className="small muted">
      {t.oldOf(stale, reported, before, formats.shortDate(oldest), formats.shortDate(newest))}
    </p>
  );
}

type Days = Pick<ReckoningView, 'week' | 'businessDay' | 'asOf'>;

/** The days that a number reckons on, in one word: week (frozen only), business day, day of the figures. */
const reckoningKey = ({ week, businessDay, asOf }: Days): string =>
  `${week ?? ''}/${businessDay}/${asOf ?? ''}`;

/**
 * Attributes of an element whose text is one number with a name. No number of one name may have two values for the same
 * reckoning, on whatever page (contract, section 2); test/browser/labelled-numbers.spec.ts collects them all.
 */
export const figureMark = (name: string, reckoning: Days | undefined) =>
  reckoning === undefined ? {} : { 'data-figure': name, 'data-reckoning': reckoningKey(reckoning) };

const messages = {
  today: withValues('Hôm nay {}', 'Today {}'),
  onDay: withValues('Tính đến ngày {}', 'As on {}'),
  week: withValues('Tuần chốt {}', 'Week of {}'),
  figures: withValues('số liệu đến {}', 'figures to {}'),
  noFigures: { vi: 'chưa có số liệu', en: 'no figures yet' },
  stale: {
    vi: 'số liệu đã cũ hơn một tuần báo cáo',
    en: 'the figures are older than a reporting week',
  },
  oldOf: withValues(
    '{stale} trên {all} dự án trong tổng này có số liệu cũ hơn {before} (cũ nhất {oldest}, mới nhất {newest})',
    '{stale} of the {all} projects in this sum have figures from before {before} (oldest {oldest}, newest {newest})',
  ),
  changeOf: withValues('Tăng trong {} ngày', 'Change in {} days'),
  changeBetween: withValues(
    'Tăng từ {from} đến {to} ({days} ngày)',
    'Change from {from} to {to} ({days} days)',
  ),
  change: { vi: 'Tăng so với số liệu trước', en: 'Change on the figures before' },
  noNewer: { vi: 'chưa có số mới', en: 'nothing newer' },
  since: withValues('từ {}', 'since {}'),
  dates: withValues('{from}–{to}', '{from}–{to}'),
} satisfies Messages;
