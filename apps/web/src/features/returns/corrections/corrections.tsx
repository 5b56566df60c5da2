import type { CorrectionView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../../language';
import { Refusal, Section } from '../../../shared';
import { messages as returnMessages } from '../messages';
import type { SeenReturn } from '../queries';
import './corrections.css';
import { messages } from './messages';
import { useCorrecting } from './use-correcting';
import { useValueText } from '../../../shared/value-text';

interface CorrectionsProps {
  readonly seen: SeenReturn;
  /** The reader's own return, which hasn't been handed in. */
  readonly canChange: boolean;
  readonly onTaken: () => void;
}

/** What was declared to be right for cells: whoever reads the return sees it with what the file has there. */
export function Corrections({ seen, canChange, onTaken }: CorrectionsProps) {
  const t = useText(messages);
  const { takeBack } = useCorrecting(seen.id, onTaken);
  if (seen.corrections.length === 0) return null;
  return (
    <Section title={t.corrections} className="rt-given rt-corrections">
      <p className="small muted">{t.fileStays}</p>
      <ul>
        {seen.corrections.map((correction) => (
          <li key={`${correction.sheet} ${correction.cell}`}>
            <Correction correction={correction} />
            {canChange && (
              <button
                type="button"
                className="btn noprint"
                disabled={takeBack.isPending}
                onClick={() => takeBack.mutate(correction)}
              >
                {t.takeBack}
              </button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={takeBack.error} />
    </Section>
  );
}

function Correction({ correction }: { readonly correction: CorrectionView }) {
  const t = useText(messages);
  const words = useText(returnMessages);
  const formats = useFormats();
  const shown = useValueText();
  const { sheet, cell, type, value, stood, reason, by, at } = correction;
  return (
    <div>
      <p className="small muted">{words.sheetCell(sheet, cell)}</p>
      <p className="rt-from-to">
        <span>
          {t.before}: <del>{shown(stood)}</del>
        </span>{' '}
        <span aria-hidden="true">→</span>{' '}
        <span>
          {t.after}: <ins>{shown({ type, text: value })}</ins>
        </span>
      </p>
      <p>{t.because(reason)}</p>
      <p className="small muted">{t.declared(by.name, by.office, formats.instant(at))}</p>
    </div>
  );
}
