import type { FindingView } from '@thongvon/api-contract';
import { useId } from 'react';
import { usePreferences, useText } from '../../language';
import { AnswerForm } from './answer-form';
import { askedBy } from './findings';
import { messages } from './messages';
import { useOwnUnit } from './own-unit';
import type { SeenReturn } from './queries';
import { SheetPicture } from './sheet-picture';
import './opened-finding.css';

interface OpenedFindingProps {
  readonly seen: SeenReturn;
  readonly finding: FindingView;
  /** The reader's own return, which can still be changed. */
  readonly canAnswer: boolean;
  readonly onAnswered: () => void;
}

/** One finding with its cell in the sheet and what can be done about it. */
export function OpenedFinding({ seen, finding, canAnswer, onAnswered }: OpenedFindingProps) {
  const t = useText(messages);
  const { language } = usePreferences();
  const id = useId();
  const { sheet, cell } = finding;
  const asked = askedBy(finding);
  // What was settled by an answer can be answered anew as long as the return is the sender's.
  const isAnswered = asked === 'understood' && finding.asks !== undefined;
  return (
    <section className="rt-open" aria-labelledby={id}>
      <h2 id={id}>{language === 'vi' ? finding.message : finding.messageEn}</h2>
      <p className="lead">
        {sheet === null ? t.wholeFile : cell === null ? t.sheetOnly(sheet) : t.sheetCell(sheet, cell)}
      </p>
      {sheet !== null && cell !== null && (
        <SheetPicture returnId={seen.id} sheet={sheet} cell={cell} isAlarm={asked === 'mend'} />
      )}
      <WhatCounts seen={seen} finding={finding} />
      {isAnswered && canAnswer && <p className="what">{t.answeredHow}</p>}
      {(asked === 'answer' || isAnswered) && canAnswer ? (
        <AnswerForm
          key={`${finding.code} ${cell ?? ''} ${finding.value ?? ''}`}
          seen={seen}
          finding={finding}
          onAnswered={onAnswered}
        />
      ) : (
        canAnswer && (
          <p className="what">
            {asked === 'mend'
              ? t.mendHow
              : asked === 'check'
                ? t.checkHow
                : asked === 'understood'
                  ? t.nothingToDo
                  : ''}
          </p>
        )
      )}
    </section>
  );
}

/** For a project that the return no longer names: what was approved of it. */
function WhatCounts({ seen, finding }: Pick<OpenedFindingProps, 'seen' | 'finding'>) {
  const t = useText(messages);
  const unit = useOwnUnit(seen);
  if (finding.code !== 'RET-PROJECT-MISSING') return null;
  const row = seen.preview?.sections
    .flatMap(({ rows }) => rows)
    .find(({ state, code, name }) => state === 'missing' && (code ?? name) === finding.value);
  const before = row?.before ?? null;
  return before === null ? null : (
    <p className="what">{t.countsUntilThen(`${unit.amount(before)} ${unit.name}`)}</p>
  );
}
