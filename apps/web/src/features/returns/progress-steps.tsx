import { weekOfReceipt } from '@thongvon/kernel';
import { useFormats, useText } from '../../language';
import { useToday } from '../../api/session';
import { openCounts } from './causes';
import { useReturnState } from '../../shared/words';
import { messages } from './messages';
import type { SeenReturn } from './queries';
import './progress-steps.css';

type Reached = 'done' | 'here' | 'todo';

interface Step {
  readonly name: string;
  readonly says: string;
  readonly reached: Reached;
}

/** The way of a return from upload to approval; each stop says what was found there. */
export function ProgressSteps({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  const steps = useSteps(seen);
  return (
    <ol className="rt-steps" aria-label={t.progress}>
      {steps.map(({ name, says, reached }) => (
        <li
          key={name}
          className={reached}
          {...(reached === 'here' ? { 'aria-current': 'step' as const } : {})}
        >
          <b>{name}</b> <span>{says}</span>
        </li>
      ))}
    </ol>
  );
}

/** How far each state is: the index of the step on which the return stands. */
const STANDS: Partial<Record<SeenReturn['status'], number>> = {
  received: 1,
  reading: 1,
  failed: 1,
  'needs-attention': 3,
  ready: 4,
  'sent-back': 5,
  submitted: 5,
  reverted: 5,
};

/** What was given up stays where it was then. */
const stoodAt = ({ summary }: SeenReturn, open: number): number => (summary === null ? 1 : open > 0 ? 3 : 4);

function useSteps(seen: SeenReturn): Step[] {
  const t = useText(messages);
  const formats = useFormats();
  const today = useToday();
  const stateOf = useReturnState();
  const { mend, answer } = openCounts(seen);
  const stands = STANDS[seen.status] ?? (seen.status === 'withdrawn' ? stoodAt(seen, mend + answer) : 6);
  const isRead = stands > 1;
  const tables = seen.sheets.filter(({ headerRows }) => headerRows.length > 0).length;
  const projects = new Set(
    seen.preview?.sections.flatMap(({ rows }) =>
      rows.filter((row) => row.state !== 'missing').map((row) => row.code ?? row.name),
    ),
  ).size;
  const due = dueOf(seen, today);
  const reachedAt = (i: number): Reached => (i < stands ? 'done' : i === stands ? 'here' : 'todo');
  const says = [
    t.stepUploadDone,
    isRead
      ? // Without a unit no row has an amount to compare yet: that is no return of 0 projects.
        projects === 0
        ? t.stepReadTables(tables)
        : t.stepReadDone(tables, projects)
      : seen.status === 'failed' || seen.status === 'withdrawn'
        ? stateOf(seen)
        : t.stepReadNow,
    isRead ? t.stepCheckDone(seen.causes.length, formats.rate(secondsOfReading(seen), 1)) : '',
    mend + answer === 0 ? (isRead ? t.stepMendNone : '') : t.toDo(mend, answer),
    seen.status === 'withdrawn' && stands === 4
      ? stateOf(seen)
      : seen.submittedAt === null
        ? due === undefined || today === undefined
          ? ''
          : (due < today ? t.stepSendLate : t.stepSendBy)(formats.shortDate(due))
        : formats.instant(seen.submittedAt),
    seen.approvedAt === null
      ? seen.status === 'submitted'
        ? t.stepApproveNow
        : seen.status === 'sent-back'
          ? t['sent-back']
          : t.stepApproveWait
      : seen.status === 'reverted'
        ? t.reverted
        : formats.instant(seen.approvedAt),
  ];
  const names = [t.stepUpload, t.stepRead, t.stepCheck, t.stepMend, t.stepSend, t.stepApprove];
  return names.map((name, i) => ({ name, says: says[i] ?? '', reached: reachedAt(i) }));
}

/** By when it was to come: the cut-off of its own week, else of today's. Decisions and statements have none. */
function dueOf({ kinds, asOf }: SeenReturn, today: string | undefined): string | undefined {
  const isOwed =
    kinds.length === 0 || kinds.some((kind) => kind === 'disbursement' || kind === 'land-clearance');
  const day = asOf ?? today;
  return isOwed && day !== undefined ? weekOfReceipt(new Date(`${day}T00:00:00+07:00`)) : undefined;
}

/** From the last begin of a reading to its end. */
function secondsOfReading({ history }: SeenReturn): number {
  const begun = history.findLast(({ type }) => type === 'start-reading');
  const ended = history.findLast(({ type }) => type.startsWith('find-'));
  return begun && ended ? Math.max(0, (Date.parse(ended.at) - Date.parse(begun.at)) / 1000) : 0;
}
