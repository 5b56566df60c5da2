import { withoutNames } from '@thongvon/blockers';
import { countsInWords } from '@thongvon/tasks';
import type { Digest, OpenTask, WeekTasks } from '../digest';
import { type Address, alarm, type LetterSection, type Line, line, PAGES, plain, strong } from '../letter';
import { shortDay, shortened, words } from '../messages/letter';

/** The letter has one screen: the attachment holds all. */
const MOST_TASKS = 7;
const LONGEST_TASK = 110;

/** What became of last week's tasks; nothing where no task was ever given. */
export function taskSection({ tasks }: Pick<Digest, 'tasks'>, address: Address): LetterSection[] {
  if (tasks === null) return [];
  const { counts, open } = tasks;
  const shown = open.slice(0, MOST_TASKS);
  const more = open.length - shown.length;
  const none = counts.given + counts.withdrawn === 0;
  const further = more > 0 ? [line(words.furtherTasks(more))] : [];
  const lines = [...shown.map((task) => taskLine(task, address)), ...further, ...earlierLines(tasks)];
  const last: Line = [{ text: none ? words.giveTasks : words.openTasks, url: address(PAGES.tasks()) }];
  return [
    {
      title: none ? words.noTasks : countsInWords(counts),
      note: null,
      blocks: [...lines, last].map((each) => ({ type: 'paragraph', line: each })),
    },
  ];
}

function earlierLines({ earlier }: WeekTasks): Line[] {
  const { given, done, overdue } = earlier;
  const open = given - done;
  return open > 0 ? [line(words.earlierTasks(open, overdue))] : [];
}

/** "Quá hạn 2 ngày (21/06). Đối thoại lần 3; Nghĩa trang Nam Thăng Bình. UBND xã Bình Phú, Chủ tịch UBND xã." */
function taskLine(task: OpenTask, address: Address): Line {
  const { id, what, project, organization, person } = task;
  const about = project === null ? '' : `; ${project}`;
  const who = person === null ? organization : `${organization}, ${person}`;
  return [
    ...stateOf(task),
    plain(
      ` ${shortened(
        withoutNames(what)
          .trim()
          .replace(/[.…!?]+$/, ''),
        LONGEST_TASK,
      )}${about}. ${who}. `,
    ),
    { text: words.openTask, url: address(PAGES.task(id)), quiet: true },
  ];
}

function stateOf({ state, due, daysOverdue, dueMoves }: OpenTask): Line {
  const moved = dueMoves > 0 ? `, đã hẹn lại ${dueMoves} lần` : '';
  const day = `(hạn ${shortDay(due)}${moved})`;
  if (daysOverdue > 0) return [alarm(`Quá hạn ${daysOverdue} ngày`), plain(` ${day}.`)];
  switch (state) {
    case 'refused':
      return [alarm('Đơn vị từ chối'), plain(` ${day}.`)];
    case 'reported':
      return [strong('Đã báo lại, chờ xác nhận'), plain(` ${day}.`)];
    case 'assigned':
      return [strong('Chưa nhận việc'), plain(` ${day}.`)];
    default:
      return [strong('Đang làm'), plain(` ${day}.`)];
  }
}
