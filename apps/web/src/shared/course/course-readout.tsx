import type { CSSProperties } from 'react';
import type { CurveView, CurveWeekView } from '@thongvon/api-contract';
import { useFormats, useMoney, useText } from '../../language';
import type { CourseScales } from './course-scales';
import { messages } from './messages';
import { dayNumber, type Reading, readingsOf, slidTo, spoken } from './reading';

interface ReadoutProps {
  readonly course: CurveView;
  readonly week: CurveWeekView;
}

/** The legend, which says for each line where it is in the week. */
export function CourseReadout({ course, week }: ReadoutProps) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <dl className="cv-readout">
      <div>
        <dt>{t.weekTo}</dt>
        <dd>{formats.date(week.on)}</dd>
      </div>
      {useReadings(course, week).readings.map(({ key, name, value, isKnown }) => (
        <div key={key} data-reading={key}>
          <dt>
            <Swatch of={key} />
            {name}
          </dt>
          <dd className={isKnown ? undefined : 'cv-none'}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useReadings(course: CurveView, week: CurveWeekView) {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const words = { t, formats, money };
  return { readings: readingsOf(course, week, words), words };
}

/** The line as the drawing has it. */
function Swatch({ of }: { readonly of: Reading['key'] }) {
  return (
    <svg width="22" height="8" aria-hidden="true">
      {of === 'forecast' && <path d="M0 0h22v8H0z" className="cv-band cv-inner" />}
      <path d="M1 4H21" className={CLASSES[of]} />
      {of === 'expected' && <path d="M11 0l4 4-4 4-4-4z" className="cv-diamond" />}
    </svg>
  );
}

const CLASSES: Readonly<Record<Reading['key'], string>> = {
  actual: 'cv-actual',
  expected: 'cv-quarters',
  previous: 'cv-last',
  needed: 'cv-need',
  forecast: 'cv-forecast',
};

interface SliderProps extends ReadoutProps {
  readonly scales: CourseScales;
  /** The place of the week among the weeks. */
  readonly at: number;
  readonly onSlide: (week: CurveWeekView) => void;
}

/** The keyboard's way to another week: exactly under the axis, so that its thumb stands below the week that is read. */
export function WeekSlider({ course, week, scales, at, onSlide }: SliderProps) {
  const t = useText(messages);
  const { readings, words } = useReadings(course, week);
  const [first, last] = [course.weeks[0], course.weeks.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [left, right] = [scales.x(first.on), scales.x(last.on)];
  const thumb = scales.narrow ? 24 : 14;
  const style: CSSProperties = { left: left - thumb / 2, width: right - left + thumb };
  return (
    <div className="cv-slider noprint">
      <input
        type="range"
        style={style}
        min={dayNumber(first.on)}
        max={dayNumber(last.on)}
        value={dayNumber(week.on)}
        aria-label={t.weekOnChart}
        aria-valuetext={spoken(week, readings, words)}
        onChange={({ target }) => {
          const next = course.weeks[slidTo(course.weeks, at, target.valueAsNumber)];
          if (next !== undefined) onSlide(next);
        }}
      />
      {!scales.narrow && (
        <span style={{ left: scales.right + 20 }} aria-hidden="true">
          {t.byWeek}
        </span>
      )}
    </div>
  );
}
