import { type ReactNode, useState } from 'react';
import { useFormats, useText } from '../../language';
import { messages } from '../messages';
import './fold.css';

/** Where a row becomes a block as high as a dozen lines (data-table.css). */
const PHONE = '(max-width: 720px)';

/** How much of a list is in sight at first, and more at each click. */
export interface Portion {
  readonly desktop: number;
  readonly phone: number;
}

/** The portion for the reader's window, as it was opened. */
export function usePortion({ desktop, phone }: Portion): number {
  const [isPhone] = useState(() => window.matchMedia(PHONE).matches);
  return isPhone ? phone : desktop;
}

interface Folded<T> {
  /** Those that were fetched; undefined until some are. */
  readonly rows: readonly T[] | undefined;
  /** How many there are, fetched or not: of `rows` themselves where it is left out. */
  readonly total?: number;
  /** Fetches more of them. */
  readonly more?: () => void;
}

/** The first portion of a list, and below it how many of how many are in sight, with a button for the next portion. */
export function useFold<T>(
  { rows = [], total = rows.length, more }: Folded<T>,
  portion: Portion,
): { readonly shown: readonly T[]; readonly rest: ReactNode } {
  const t = useText(messages);
  const formats = useFormats();
  const step = usePortion(portion);
  const [most, setMost] = useState(step);
  const shown = rows.slice(0, most);
  const hidden = total - shown.length;
  const unfold = (): void => {
    if (most + step > rows.length) more?.();
    setMost(most + step);
  };
  return {
    shown,
    rest: hidden > 0 && (
      <p className="fold small">
        {t.inSight(formats.count(shown.length), formats.count(total))}
        <button type="button" className="btn noprint" onClick={unfold}>
          {t.unfold(formats.count(Math.min(step, hidden)))}
        </button>
      </p>
    ),
  };
}
