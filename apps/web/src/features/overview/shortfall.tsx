import type { PaceView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Amount } from '../../shared';
import { messages } from './messages';

interface ShortfallProps {
  readonly shortfall: string | null;
  readonly pace: PaceView;
}

/** What won't be spent; where a report is too old to forecast by, its day instead. */
export function Shortfall({ shortfall, pace: { reason, since } }: ShortfallProps) {
  const t = useText(messages);
  const formats = useFormats();
  if (shortfall !== null) return <Amount value={shortfall} />;
  const isOld = reason === 'too-old' && since !== null;
  return <span className="muted">{isOld ? t.oldReport(formats.shortDate(since)) : '–'}</span>;
}
