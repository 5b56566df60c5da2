import type { ProjectRemarkView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Section } from '../../shared';
import { RemarkLine } from '../../shared/remarks';
import { remarkMessages } from '../../shared/remarks-messages';

interface RemarksProps {
  readonly projectId: string;
  readonly remarks: readonly ProjectRemarkView[];
}

/** What its clearance tables remark, of which a person says whether it stands in the way; what was said to be none, folded. */
export function Remarks({ projectId, remarks }: RemarksProps) {
  const t = useText(remarkMessages);
  const proposed = remarks.filter(({ state }) => state === 'proposed');
  const declined = remarks.filter(({ state }) => state === 'declined');
  if (remarks.length === 0) return null;
  return (
    <Section title={proposed.length > 0 ? t.title(proposed.length) : t.declinedTitle(declined.length)}>
      {proposed.length > 0 && <p className="pj-note">{t.what}</p>}
      <Lines projectId={projectId} remarks={proposed} />
      {proposed.length === 0 && <Lines projectId={projectId} remarks={declined} />}
      {proposed.length > 0 && declined.length > 0 && (
        <details className="noprint">
          <summary>{t.declinedTitle(declined.length)}</summary>
          <Lines projectId={projectId} remarks={declined} />
        </details>
      )}
    </Section>
  );
}

function Lines({ projectId, remarks }: RemarksProps) {
  const t = useText(remarkMessages);
  const formats = useFormats();
  return (
    <ul className="remarks">
      {remarks.map((remark) => {
        const { text, asOf, source, mayDecide, decidedAt, decidedBy } = remark;
        const decided =
          decidedAt !== null && decidedBy !== null
            ? t.declinedBy(decidedBy, formats.dayOf(String(decidedAt)))
            : null;
        const reported = asOf === null ? null : t.reportedOn(formats.date(asOf));
        return (
          <RemarkLine
            key={`${source.returnId} ${source.sheet} ${source.cell} ${text}`}
            remark={{ ...remark, projectId }}
            mayDecide={mayDecide}
          >
            {[reported, decided].filter((part) => part !== null).join(' · ')}
          </RemarkLine>
        );
      })}
    </ul>
  );
}
