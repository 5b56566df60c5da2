import type { PreviewRemarkView } from '@thongvon/contracts';
import { useText } from '../../language';
import { Section } from '../../shared';
import { messages } from './messages';
import { RecordRemark } from './record-remark';

/** Blockers that the return tells first, otherwise, or no longer; those as before are left out. */
interface RemarksProps {
  readonly returnId: string;
  readonly remarks: readonly PreviewRemarkView[];
}

export function Remarks({ returnId, remarks }: RemarksProps) {
  const t = useText(messages);
  const told = remarks.filter(({ state }) => state !== 'unchanged');
  if (told.length === 0) return null;
  return (
    <Section title={t.remarks(told.length)}>
      <ul className="rt-log">
        {told.map((remark, i) => (
          <li key={`${remark.name} ${i}`}>
            <b className="cell">{remark.cell?.cell ?? '–'}</b>
            <span>
              {t[`remark-${remark.state}`]}: {remark.text ?? remark.before}
            </span>
            <span className="sub">
              {remark.name}
              {remark.text !== null && remark.before !== null && ` · ${t['remark-was'](remark.before)}`}
              {remark.state === 'proposed' && <RecordRemark returnId={returnId} remark={remark} />}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
