import type { FigureAgesView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { messages } from './messages';

/** Of a sum, how many of its projects have figures older than the reporting week; nothing where none has. */
export function OldFigures({ figures }: { readonly figures: FigureAgesView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { reported, stale, oldest, newest, staleBefore } = figures;
  if (stale === 0 || oldest === null || newest === null) return null;
  const before = formats.shortDate(staleBefore);
  return (
    <p className="small muted">
      {t.oldOf(stale, reported, before, formats.shortDate(oldest), formats.shortDate(newest))}
    </p>
  );
}
