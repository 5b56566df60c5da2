import type { CurveView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../../language';
import { hasPace } from './course-figures';
import type { CourseScales } from './course-scales';
import { messages } from './messages';

interface End {
  readonly percent: number;
  readonly head: string;
  readonly note: string;
  readonly accent: boolean;
}

/** Each label has two lines; closer than this they would overlap. Pixels. */
const APART = 36;

/** Where the lines end, next to them. */
export function CourseEnds({
  course,
  scales,
}: {
  readonly course: CurveView;
  readonly scales: CourseScales;
}) {
  const ends = useEnds(course).map((end) => ({ ...end, at: scales.y(end.percent) + 2 }));
  ends.sort((one, other) => one.at - other.at);
  ends.forEach((end, index) => {
    const above = ends[index - 1];
    if (above && end.at - above.at < APART) end.at = above.at + APART;
  });
  const left = scales.right + 10;
  return ends.map(({ head, note, accent, at }) => (
    <g key={note}>
      <text className={accent ? 'cv-accent' : 'cv-strong'} x={left} y={at}>
        {head}
      </text>
      <text x={left} y={at + 15}>
        {note}
      </text>
    </g>
  ));
}

/** The same below a narrow drawing. */
export function CourseKeys({ course }: { readonly course: CurveView }) {
  return (
    <ul className="cv-keys">
      {useEnds(course).map(({ head, note }) => (
        <li key={note}>
          <strong>{head}</strong> {note}
        </li>
      ))}
    </ul>
  );
}

function useEnds(course: CurveView): End[] {
  const t = useText(messages);
  const formats = useFormats();
  const { short } = useUnitNames();
  const { milestones, lastDay, neededPerWeek, atEnd, blockedProjects } = course;
  const target = milestones.at(-1);
  const unit = (dong: string): string => `${formats.amount(dong)} ${short}`;
  const led = (key: 'keepingPace' | 'blockedStandStill', note: string): End[] => {
    const { rate = null, missing = '0' } = atEnd[key] ?? {};
    if (rate === null || target === undefined) return [];
    const text = formats.percent(rate);
    const head = BigInt(missing) > 0n ? t.missing(text, unit(missing)) : text;
    return [{ percent: Number(rate), note, accent: true, head }];
  };
  return [
    ...(target === undefined
      ? []
      : [
          {
            percent: target.percent,
            head: t.targetBy(formats.percent(target.percent, 0), formats.shortDate(lastDay)),
            note: neededPerWeek === null ? '' : t.needed(unit(neededPerWeek)),
            accent: false,
          },
        ]),
    ...(hasPace(course) ? led('keepingPace', t.keeping) : []),
    ...(hasPace(course) && blockedProjects > 0 ? led('blockedStandStill', t.standing(blockedProjects)) : []),
  ];
}
