import type { ReckoningView } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useFormats, useText } from '../../language';
import { reckoningKey } from './figure-mark';
import { messages } from './messages';

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
