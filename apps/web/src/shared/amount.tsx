import type { AmountsView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../language';
import { messages } from '../language/messages';

type Reason = AmountsView['reason'];

interface AmountProps {
  /** Whole đồng as decimal text; null when it isn't known. */
  readonly value: string | null;
  /** Why it isn't known; absent is never shown as zero. */
  readonly reason?: Reason;
  /** With a sign, for what has changed. */
  readonly change?: boolean;
  /** States the unit behind the number; leave out only where the column or heading states it. */
  readonly unit?: boolean;
}

/** An amount in the reader's unit; the whole đồng is its title. */
export function Amount({ value, reason, change = false, unit = false }: AmountProps) {
  const formats = useFormats();
  const { short } = useUnitNames();
  if (value === null) return <Unknown reason={reason ?? 'not-reported'} />;
  return (
    <span className="n" title={formats.dong(value)}>
      {change ? formats.change(value) : formats.amount(value)}
      {unit && `\u00a0${short}`}
    </span>
  );
}

/** "chưa báo cáo" and its like, in words. */
export function Unknown({ reason }: { readonly reason: NonNullable<Reason> }) {
  const t = useText(messages);
  return <span className="muted">{t[reason]}</span>;
}
