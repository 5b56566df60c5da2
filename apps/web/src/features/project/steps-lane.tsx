import { useFormats, usePreferences, useText } from '../../language';
import { fitted, LEFT, RIGHT } from './axis';
import { ROW, type LaneProps } from './lane';
import { messages } from './messages';
import type { StepCourse } from './story';

/** Room that a step's name needs. */
const NAME = 170;

/** A bar from a step's beginning to its end or today, a dot for each count, a tick for the day by law. */
export function StepsLane({ story, axis, top }: LaneProps) {
  const t = useText(messages);
  if (story.steps.length === 0)
    return (
      <text x={LEFT} y={top + 20} className="tl-quiet">
        {t.noSteps}
      </text>
    );
  return story.steps.map((course, index) => (
    <Row key={course.step.step} course={course} story={story} axis={axis} top={top + 7 + ROW * index} />
  ));
}

function Row({ course, story, axis: { x }, top }: LaneProps & { readonly course: StepCourse }) {
  const { language } = usePreferences();
  const { step, counts } = course;
  const { started, done, dueByLaw, planned, daysOverdue } = step;
  const name = language === 'vi' ? step.label : step.labelEn;
  const days = [started, done, dueByLaw, planned, ...counts.map(({ asOf }) => asOf)].filter(
    (day) => day !== null,
  );
  const from = Math.min(...days.map(x));
  const until = Math.max(...days.map(x), started !== null && done === null ? x(story.today) : 0);
  const begun = started ?? done;
  const words = useWords(course, story);
  const late = done === null && daysOverdue > 0;
  const right = until < RIGHT - 260;
  // Close to the lane's own name there is room only behind the bar.
  const before = from - LEFT > NAME || !right;
  return (
    <g>
      {begun !== null && (
        <rect
          x={x(begun)}
          y={top + 4}
          width={Math.max(3, x(done ?? story.today) - x(begun))}
          height="9"
          className={done === null ? 'tl-running' : 'tl-done'}
        />
      )}
      {[dueByLaw, planned].map(
        (day, index) =>
          day !== null && <path key={index} d={`M${x(day)} ${top + 1}v15`} className="tl-tick" />,
      )}
      {counts.map(({ asOf }) => (
        <rect key={asOf} x={x(asOf) - 4} y={top + 4} width="8" height="9" className="tl-done" />
      ))}
      {before && (
        <text x={from - 10} y={top + 13} textAnchor="end" className="tl-halo">
          {fitted(name, from - LEFT - 10)}
        </text>
      )}
      <text
        x={right ? until + 10 : RIGHT}
        y={top + 13}
        textAnchor={right ? 'start' : 'end'}
        className={`tl-strong tl-halo${late ? ' tl-alarm' : ''}`}
      >
        {before ? words : `${name}, ${words}`}
      </text>
    </g>
  );
}

/** How many households have come so far, and the step's days. */
function useWords({ step, counts }: StepCourse, { households }: LaneProps['story']): string {
  const t = useText(messages);
  const formats = useFormats();
  const { done, planned, dueByLaw, daysOverdue } = step;
  const count = counts.at(-1)?.value;
  const of = households === null ? '' : `/${households}`;
  const parts = [
    count === undefined ? null : `${count}${of} ${t.households}`,
    done === null ? null : t.done(formats.shortDate(done)),
    done === null && daysOverdue > 0 ? t.late(daysOverdue) : null,
    done === null && planned !== null ? t.planned(formats.shortDate(planned)) : null,
    done === null && dueByLaw !== null ? t.byLaw(formats.shortDate(dueByLaw)) : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
