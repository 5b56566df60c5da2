import { useQuery } from '@tanstack/react-query';
import type { CurveView } from '@thongvon/api-contract';
import { UNITS, useFormats, usePreferences, useText, type Unit } from '../../language';
import { messages as unitNames } from '../../language/messages';
import { messages } from './messages';
import { lastWeekQuery } from './queries';
import type { OverviewState } from './view-state';

interface ScopeBarProps {
  readonly planYear: number;
  readonly curve: CurveView | undefined;
  readonly state: OverviewState;
}

/** Of which year, until which day, in which unit; what was frozen last and who is silent. */
export function ScopeBar({ planYear, curve, state }: ScopeBarProps) {
  const t = useText(messages);
  const units = useText(unitNames);
  const formats = useFormats();
  const { unit, setUnit } = usePreferences();
  const days = curve?.days.toReversed() ?? [];
  return (
    <section className="ov-scope noprint" aria-label={t.scope}>
      <label>
        {t.planYear}
        <select
          className="control"
          value={planYear}
          onChange={(event) => state.set({ planYear: event.target.value, asOf: undefined })}
        >
          {[planYear + 1, planYear, planYear - 1].map((year) => (
            <option key={year}>{year}</option>
          ))}
        </select>
      </label>
      {curve?.asOf !== null && (
        <label>
          {t.asOf}
          <select
            className="control"
            value={curve?.asOf ?? ''}
            onChange={(event) => state.set({ asOf: event.target.value })}
          >
            {days.map((day) => (
              <option key={day} value={day}>
                {formats.date(day)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t.unit}
        <select className="control" value={unit} onChange={(event) => setUnit(event.target.value as Unit)}>
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {units[one]}
            </option>
          ))}
        </select>
      </label>
      <LastWeek />
    </section>
  );
}

function LastWeek() {
  const t = useText(messages);
  const formats = useFormats();
  const { data } = useQuery(lastWeekQuery);
  if (!data) return null;
  const silent = data.organizations.filter(({ owes, state }) => owes && state === 'silent');
  return (
    <span className="end">
      {t.frozen(formats.date(data.week))} ·{' '}
      {silent.length === 0 ? (
        t.allReported
      ) : (
        <strong title={silent.map(({ name }) => name).join('\n')}>{t.silent(silent.length)}</strong>
      )}
    </span>
  );
}
