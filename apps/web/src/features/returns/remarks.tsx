import type { PreviewRemarkView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { Section } from '../../shared';
import { RemarkLine, remarkMessages } from '../../shared/remarks';
import { messages } from './messages';

interface RemarksProps {
  readonly returnId: string;
  readonly remarks: readonly PreviewRemarkView[];
}

/** What the return says in words: of blockers, and in remarks of which a person says whether they are some. */
export function Remarks({ returnId, remarks }: RemarksProps) {
  return (
    <>
      <Blockers remarks={remarks} />
      <Proposed returnId={returnId} remarks={remarks} />
    </>
  );
}

/** Blockers that the return names first, otherwise, or no longer; those as before are left out. */
function Blockers({ remarks }: Pick<RemarksProps, 'remarks'>) {
  const t = useText(messages);
  const named = remarks.flatMap((remark) => {
    const { state } = remark;
    return state === 'new' || state === 'changed' || state === 'returned' || state === 'vanished'
      ? [{ ...remark, state }]
      : [];
  });
  if (named.length === 0) return null;
  return (
    <Section title={t.remarks(named.length)}>
      <ul className="rt-log">
        {named.map((remark, i) => (
          <li key={`${remark.name} ${i}`}>
            <b className="cell">{remark.cell?.cell ?? '–'}</b>
            <span>
              {t[`remark-${remark.state}`]}: {remark.text ?? remark.before}
            </span>
            <span className="sub">
              {remark.name}
              {remark.text !== null && remark.before !== null && ` · ${t['remark-was'](remark.before)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Proposed({ returnId, remarks }: RemarksProps) {
  const t = useText(remarkMessages);
  const lines = remarks.flatMap(({ state, projectId, name, text, cell, blockerId }) =>
    (state === 'proposed' || state === 'accepted' || state === 'declined') && text !== null && cell !== null
      ? [{ projectId, name, text, source: { returnId, ...cell }, state, blockerId: blockerId ?? null }]
      : [],
  );
  if (lines.length === 0) return null;
  const open = lines.filter(({ state }) => state === 'proposed').length;
  return (
    <Section title={open === 0 ? t.allDecided : t.title(open)}>
      {open > 0 && <p className="small muted">{t.what}</p>}
      <ul className="remarks">
        {lines.map((remark) => (
          <RemarkLine key={`${remark.source.sheet} ${remark.source.cell}`} remark={remark} isHere>
            {remark.name}
          </RemarkLine>
        ))}
      </ul>
    </Section>
  );
}
