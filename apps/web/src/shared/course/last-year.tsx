import { Link } from 'wouter';
import type { CurveView } from '@thongvon/api-contract';
import { useToday, useUser } from '../../api/session';
import { useText } from '../../language';
import { planYearOf } from '../plan-year';
import { messages } from './messages';

/** Which line is last year's, or why there is none; who may enter it is led to where that is done. */
export function LastYear({ course }: { readonly course: CurveView }) {
  const t = useText(messages);
  const { role } = useUser();
  const today = useToday();
  const { previousYear, previousYearReason, planYear } = course;
  const year = planYear - 1;
  const isOver = today !== undefined && planYear <= planYearOf(today);
  if (previousYear !== null)
    return previousYear.planned === null ? (
      <p className="small muted">{t.lastYearNoPlan(year)}</p>
    ) : (
      <p className="small muted cv-key">
        <svg width="28" height="8" aria-hidden="true">
          <path d="M2 4H26" className="cv-last" />
        </svg>
        {previousYear.entered ? t.lastYearEntered(year) : t.lastYear(year)}
      </p>
    );
  if (previousYearReason === 'not-applicable')
    return <p className="small muted">{t.lastYearElsewhere(year)}</p>;
  return (
    <p className="small muted">
      {t.lastYearNone(year)}
      {role === 'finance-officer' && isOver && (
        <>
          {' '}
          <Link href={`/nam-truoc?nam=${year}`} className="noprint">
            {t.enterLastYear}
          </Link>
        </>
      )}
    </p>
  );
}
