import type { BlockerSummaryView } from '@thongvon/contracts';
import { useFormats, useText } from '../../language';
import { messages } from './messages';
import { heldByUrgency, shareOf, URGENCIES } from './urgency';
import './capital-held.css';

interface HeldStripProps {
  readonly held: Pick<BlockerSummaryView, 'ageing'> & {
    readonly reckoning: Pick<BlockerSummaryView['reckoning'], 'nextLetterOn'>;
  };
  /** What is still to be disbursed, whole đồng; null where it isn't known. */
  readonly remaining: bigint | null;
}

/** The capital that is still to be disbursed as one strip: what waits, and how pressing it is. */
export function HeldStrip({ held, remaining }: HeldStripProps) {
  const t = useText(messages);
  const formats = useFormats();
  const by = heldByUrgency(held.ageing);
  const blocked = URGENCIES.reduce((sum, urgency) => sum + by[urgency], 0n);
  const free = remaining === null || remaining < blocked ? 0n : remaining - blocked;
  const parts = [
    ...URGENCIES.map((name) => ({ name, amount: by[name] })),
    { name: 'free' as const, amount: free },
  ];
  return (
    <>
      {remaining !== null && <p className="ch-of">{t.of(formats.amount(remaining.toString()))}</p>}
      <div className="ch-strip" aria-hidden="true">
        {parts.map(({ name, amount }) => (
          <i key={name} className={`ch-${name}`} style={{ flexGrow: shareOf(amount, blocked + free) }} />
        ))}
      </div>
      <ul className="ch-key">
        {parts.map(({ name, amount }) => (
          <li key={name} className={name === 'late' && amount > 0n ? 'alarm' : ''}>
            <i className={`ch-${name}`} aria-hidden="true" />
            {name === 'soon' ? t.soon(formats.shortDate(held.reckoning.nextLetterOn)) : t[name]}
            <span className="n">{formats.amount(amount.toString())}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
