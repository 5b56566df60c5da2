import { money, type Texts } from '@thongvon/alerts';
import type { OptionKind } from '@thongvon/api-contract';
import type { Decision, DecisionOption } from '../decision';
import { optionTexts } from './option-texts';
import { billions, shortDay, shortened } from './letter';

/** So much of a reason names what is meant. */
const LONGEST_REASON = 120;

/** Options that are asked of who must act on the blocker; all others of who holds the project. */
const OF_BLOCKER: ReadonlySet<OptionKind> = new Set(['urge', 'assign', 'set-day', 'extend', 'reschedule']);

/** The blocker that an office is given with this option; null: it is about the project. */
export const blockerOf = ({ blockerId }: Decision, { kind }: DecisionOption): string | null =>
  OF_BLOCKER.has(kind) ? blockerId : null;

/** What an office is given to do where a leader takes this option: the words of the sheet, which may still be changed. */
export function taskTexts(decision: Decision, option: DecisionOption): Texts {
  const { reason } = decision;
  const until = option.until === null ? '' : shortDay(option.until);
  const about = reason === null ? '' : `: ${shortened(reason, LONGEST_REASON)}`;
  switch (option.kind) {
    case 'urge':
    case 'assign':
      return [`Xử lý vướng mắc và báo lại kết quả${about}`, `Resolve the blocker and report${about}`];
    case 'set-day':
    case 'reschedule':
      return [`Xử lý xong vướng mắc trước ${until}${about}`, `Resolve the blocker by ${until}${about}`];
    case 'extend':
      return [
        `Được gia hạn đến ${until}: xử lý xong vướng mắc trước ngày đó${about}`,
        `Extended to ${until}: resolve the blocker by then${about}`,
      ];
    case 'move': {
      const moved = option.parts?.moved ?? 0n;
      const to = option.receivers.map(
        ({ project, source, amount }) => [project.name, source.label, amount] as const,
      );
      return [
        `Lập hồ sơ điều chuyển ${billions(moved)} tỷ cho ${to.map(([name, label, taken]) => `${name} ${billions(taken)} tỷ (${label})`).join('; ')}`,
        `Draft the transfer of ${money(moved).en} to ${to.map(([name, label, taken]) => `${name} ${money(taken).en} (${label})`).join('; ')}`,
      ];
    }
    case 'continue-or-stop':
    case 'commit':
    case 'settle':
      return optionTexts(decision, option);
  }
}
