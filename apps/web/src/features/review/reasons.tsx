import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ListedReturnView, ReturnView } from '@thongvon/api-contract';
import { useText, useUnitNames } from '../../language';
import { Amount, QueryStates } from '../../shared';
import { CorrectionSays } from '../../shared/correction-says';
import { RowAnswers } from '../../shared/row-answers';
import { useReturnTitle } from '../../shared/words';
import { messages } from './messages';
import { returnQuery } from './queries';
import { type Said, saidByRow } from './reasons-by-row';

/** So many are asked for at once; further ones when they are opened. */
const AT_ONCE = 8;

/** What offices answered and corrected, beside the numbers that it is about, below what waits. */
export function Reasons({ items }: { readonly items: readonly ListedReturnView[] }) {
  const t = useText(messages);
  return (
    <div className="rv-reasons">
      <h3>{t.reasons}</h3>
      {items.map((one, i) => (
        <OfReturn key={one.id} one={one} isAsked={i < AT_ONCE} />
      ))}
    </div>
  );
}

function OfReturn({ one, isAsked }: { readonly one: ListedReturnView; readonly isAsked: boolean }) {
  const t = useText(messages);
  const titleOf = useReturnTitle();
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({ ...returnQuery(one.id), enabled: isAsked || isOpen });
  const what = titleOf(one) ?? one.fileName;
  const office = one.organization.name;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {query.data === undefined
          ? t.reasonsOpen(office, what)
          : t.reasonsOf(office, what, query.data.answers.length, query.data.corrections.length)}
      </summary>
      {isOpen && <QueryStates query={query}>{(seen) => <SaidOf seen={seen} />}</QueryStates>}
    </details>
  );
}

function SaidOf({ seen }: { readonly seen: ReturnView }) {
  const t = useText(messages);
  const { short } = useUnitNames();
  const said = saidByRow(seen);
  const reply = seen.history.map(({ data }) => data['reply']).findLast((one) => typeof one === 'string');
  return (
    <>
      {reply !== undefined && <p className="small">{t.reply(reply)}</p>}
      {said.length === 0 ? (
        <p className="small muted">{t.reasonsNone}</p>
      ) : (
        <table className="rv-said">
          <thead>
            <tr>
              <th scope="col">{t.projectOrCell}</th>
              <th scope="col" className="r">{`${t.before}, ${short}`}</th>
              <th scope="col" className="r">
                {t.says}
              </th>
              <th scope="col" className="r">
                {t.change}
              </th>
              <th scope="col">{t.answered}</th>
            </tr>
          </thead>
          <tbody>
            {said.map((line, i) => (
              <Line key={`${line.row?.code ?? line.row?.name ?? ''} ${i}`} line={line} />
            ))}
          </tbody>
        </table>
      )}
      <p className="small">
        <Link href={`/bao-cao/${seen.id}`}>{t.openReturn}</Link>
      </p>
    </>
  );
}

function Line({ line: { row, answers, corrections } }: { readonly line: Said }) {
  const t = useText(messages);
  const amount = (value: string | null | undefined, change = false) =>
    value == null ? '–' : <Amount value={value} change={change} />;
  return (
    <tr>
      <th scope="row">{row === null ? t.wholeFile : row.name}</th>
      <td className="n r" data-title={t.before}>
        {row && amount(row.before)}
      </td>
      <td className="n r strong" data-title={t.says}>
        {row && amount(row.after)}
      </td>
      <td className="n r" data-title={t.change}>
        {row && amount(row.change, true)}
      </td>
      <td>
        <RowAnswers answers={answers} />
        {corrections.map((one) => (
          <span key={`${one.sheet} ${one.cell}`} className="sub row-answer">
            <CorrectionSays one={one} />
          </span>
        ))}
      </td>
    </tr>
  );
}
