import type { BlockerSummaryView, HeldPartsView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { largestOf, widthShare } from '../drawing';
import { messages } from './messages';
import './capital-held.css';

interface HeldStripProps {
  readonly parts: HeldPartsView;
  readonly reckoning: Pick<BlockerSummaryView['reckoning'], 'nextLetterOn'>;
  /** What is still to be disbursed, whole đồng; null where it isn't known. */
  readonly remaining: string | null;
}

/** The capital that is still to be disbursed as one strip: what waits, and how pressing it is. */
export function HeldStrip({ parts, reckoning, remaining }: HeldStripProps) {
  const t = useText(messages);
  const formats = useFormats();
  const shown = [
    { name: 'late', amount: parts.overdue },
    { name: 'soon', amount: parts.dueSoon },
    { name: 'inTime', amount: parts.later },
    { name: 'free', amount: parts.notHeld },
  ] as const;
  const most = largestOf(shown.map(({ amount }) => amount));
  return (
    <>
      {remaining !== null && <p className="ch-of">{t.of(formats.amount(remaining))}</p>}
      <div className="ch-strip" aria-hidden="true">
        {shown.map(({ name, amount }) => (
          <i key={name} className={`ch-${name}`} style={{ flexGrow: widthShare(amount, most) }} />
        ))}
      </div>
      <ul className="ch-key">
        {shown.map(({ name, amount }) => (
          <li key={name} className={name === 'late' && amount !== '0' ? 'alarm' : ''}>
            <i className={`ch-${name}`} aria-hidden="true" />
            {name === 'soon' ? t.soon(formats.shortDate(reckoning.nextLetterOn)) : t[name]}
            <span className="n">{amount === null ? '–' : formats.amount(amount)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
