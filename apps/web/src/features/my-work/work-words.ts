import type { WorkLineView } from '@thongvon/api-contract';
import { dayOfWeek, plainDate } from '@thongvon/kernel';
import { useFormats, useText } from '../../language';
import { returnWords, useReturnTitle } from '../../shared/words';
import { messages } from './messages';

/** "17:00 thứ Năm 29/06/2023" of an instant of the API. */
export function useMoment(): (instant: string) => string {
  const t = useText(messages);
  const formats = useFormats();
  return (instant) => {
    const [day = '', time = ''] = formats.instant(instant).split(' ');
    const [date, month, year] = day.split('/');
    // Monday is 1, Sunday 7.
    const nth = dayOfWeek(plainDate(`${year}-${month}-${date}`)) % 7;
    return t.at(time, t[`weekday${nth}` as 'weekday0'], day);
  };
}

/** What a line asks for, in a few words: "gửi báo cáo giải ngân". */
export function useWhat(): (line: WorkLineView) => string {
  const t = useText(messages);
  const words = useText(returnWords);
  const titleOf = useReturnTitle();
  return ({ kind, returnKinds, asOf, count, project, office, text }) => {
    const title = titleOf({ kinds: [...returnKinds], asOf, planYear: null }) ?? '';
    switch (kind) {
      case 'return-owed':
        return t['return-owed'](returnKinds.map((one) => words[one].toLowerCase()).join(', '));
      case 'return-sent-back':
      case 'return-reverted':
        return title;
      case 'blocker':
        return project?.name ?? text ?? '';
      case 'reply-received':
        return `${t.replied(office ?? '')}: ${title}`;
      case 'task-assigned':
      case 'task-accepted':
      case 'task-sent-back':
      case 'task-reported':
      case 'task-refused':
      case 'task-due-proposed':
        return text ?? '';
      case 'cut-off':
        return t['cut-off'];
      default:
        return t[kind](count);
    }
  };
}
