import type { CurveView } from '@thongvon/api-contract';
import { useFormats, useMoney, useText } from '../../language';
import { hasPace } from '../plan-year';
import type { CourseScales } from './course-scales';
import { messages } from './messages';

interface End {
  readonly key: string;
  readonly percent: number;
  readonly head: string;
  readonly note: string;
  readonly kind: 'target' | 'previous' | 'forecast';
}

/** Lines of a label are so far apart, and labels from one another. Pixels. */
const LINE = 16;
const BETWEEN = 6;

interface EndsProps {
  readonly course: CurveView;
  readonly scales: CourseScales;
}

/** Where the lines end, next to them: each label as near to its line as the others leave room, with a lead to it. */
export function CourseEnds({ course, scales }: EndsProps) {
  const ends = useEnds(course).map((end) => ({
    ...end,
    end: scales.y(end.percent),
    at: scales.y(end.percent) + 4,
  }));
  ends.sort((one, other) => one.at - other.at);
  ends.forEach((end, index) => {
    const above = ends[index - 1];
    if (above) end.at = Math.max(end.at, above.at + (above.note === '' ? LINE : 2 * LINE) + BETWEEN);
  });
  return ends.map(({ key, head, note, kind, end, at }) => (
    <g key={key}>
      <path className="cv-lead" d={`M${scales.right + 2} ${end}L${scales.right + 12} ${at - 4}`} />
      <text className={`cv-end cv-end-${kind}`} x={scales.right + 16} y={at}>
        {head}
      </text>
      <text x={scales.right + 16} y={at + LINE}>
        {note}
      </text>
    </g>
  ));
}

/** The room that the labels need beside the drawing: amounts in đồng are twice as long as in tỷ. Pixels. */
export function useEndsWidth(course: CurveView): number {
  const letters = Math.max(0, ...useEnds(course).map(({ head }) => head.length));
  return Math.max(NARROWEST, Math.ceil(LETTER * letters) + LEAD);
}
const NARROWEST = 200;
const LETTER = 7.3;
const LEAD = 20;

/** The same below a narrow drawing, with the milestones, which it doesn't name. */
export function CourseKeys({ course }: { readonly course: CurveView }) {
  const t = useText(messages);
  const formats = useFormats();
  const milestones = course.milestones.map(({ on, percent }) =>
    t.milestone(formats.percent(percent, 0), formats.shortDate(on)),
  );
  return (
    <ul className="cv-keys">
      {useEnds(course).map(({ key, head, note }) => (
        <li key={key}>
          <strong>{head}</strong> {note}
        </li>
      ))}
      {milestones.length > 0 && <li>{t.milestones(milestones.join(', '))}</li>}
    </ul>
  );
}

function useEnds(course: CurveView): End[] {
  const t = useText(messages);
  const formats = useFormats();
  const money = useMoney();
  const { milestones, lastDay, neededPerWeek, atEnd, blockedProjects, planYear } = course;
  const target = milestones.at(-1);
  const before = course.weeks.at(-1)?.previousYear?.rate;
  const led = (key: 'keepingPace' | 'blockedStandStill', note: string): End[] => {
    const { rate = null, missing = '0' } = atEnd[key] ?? {};
    if (rate === null || target === undefined) return [];
    const text = formats.percent(rate);
    const head = BigInt(missing) > 0n ? t.missing(text, money(missing)) : text;
    return [{ key, percent: Number(rate), note, kind: 'forecast', head }];
  };
  return [
    ...(target === undefined
      ? []
      : [
          {
            key: 'target',
            percent: target.percent,
            head: t.targetBy(formats.percent(target.percent, 0), formats.shortDate(lastDay)),
            note: neededPerWeek === null ? '' : t.needed(money(neededPerWeek)),
            kind: 'target' as const,
          },
        ]),
    ...(before === undefined
      ? []
      : [
          {
            key: 'previous',
            percent: Number(before),
            head: t.lastYearEnd(formats.percent(before), planYear - 1),
            note: '',
            kind: 'previous' as const,
          },
        ]),
    ...(hasPace(course) ? led('keepingPace', t.keeping) : []),
    ...(hasPace(course) && blockedProjects > 0 ? led('blockedStandStill', t.standing(blockedProjects)) : []),
  ];
}
