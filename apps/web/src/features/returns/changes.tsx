import { useMemo, useState } from 'react';
import type {
  FindingView,
  GivenAnswerView,
  PreviewReplacementView,
  PreviewRowView,
  PreviewSectionView,
  SummedRowsView,
} from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Section } from '../../shared';
import { largestOf, widthShare } from '../../shared/drawing';
import { keyOf } from './findings';
import { messages } from './messages';
import { useOwnUnit } from './own-unit';
import type { SeenReturn } from './queries';
import { RowAnswers } from '../../shared/row-answers';
import { answersByRow, rowKey } from '../../shared/sheet-rows';
import { byWeight, findingsByRow, magnitude, RowNumbers } from './changed-rows';
import './changes.css';

interface ChangesProps {
  readonly seen: SeenReturn;
  readonly section: PreviewSectionView;
  readonly onOpen: (key: string) => void;
}

/** A return can have 20,000 rows; nobody reads them all, and old computers can't draw them. */
const AT_FIRST = 150;
const MORE = 500;

/** Every project that the return moves, what is open first, then the largest; those that stay are one line. */
export function Changes({ seen, section, onOpen }: ChangesProps) {
  const t = useText(messages);
  const unit = useOwnUnit(seen);
  const { kind, rows } = section;
  const count = (state: PreviewRowView['state']) => rows.filter((row) => row.state === state).length;
  const missing = rows.filter((row) => row.state === 'missing');
  const at = useMemo(() => findingsByRow(seen.findings), [seen.findings]);
  const answered = useMemo(() => answersByRow(seen.answers), [seen.answers]);
  const moving = useMemo(
    () => rows.filter((row) => isMoved(row) && row.state !== 'missing').sort(byWeight(at)),
    [rows, at],
  );
  const [shown, setShown] = useState(AT_FIRST);
  const still = rows.filter((row) => !isMoved(row));
  const largest = largestOf(moving.map(({ change }) => magnitude(change)));
  const counts = [count('grew'), count('unchanged'), count('fell'), count('new'), count('missing')] as const;
  const title = `${t.changes}${(seen.preview?.sections.length ?? 0) > 1 ? `: ${t[kind]}` : ''}`;
  return (
    <Section
      title={
        <>
          {title}{' '}
          <span className="small muted">
            {kind === 'land-clearance' ? t.paidCompensation(unit.name) : unit.name}
          </span>
        </>
      }
      // Of a table without amounts there is nothing to count.
      {...(counts.some((some) => some > 0) ? { end: t.changesCount(...counts) } : {})}
    >
      <table className="rt-changes">
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.project}</th>
            <th scope="col" className="r">
              {kind === 'plan' ? t.planBefore : t.before}
            </th>
            <th scope="col" className="r">
              {kind === 'plan' ? t.planThis : t.thisReturn}
            </th>
            <th scope="col" className="r">
              {t.change}
            </th>
            <th scope="col" className="bar">
              <span className="vh">{t.barHead}</span>
            </th>
            <th scope="col" className="r">
              {t.rateHead}
            </th>
            <th scope="col">{t.findingHead}</th>
          </tr>
        </thead>
        <tbody>
          <tr className="tot">
            <th scope="row">{t.total}</th>
            <td className="n r">{unit.amount(section.before)}</td>
            <td className="n r">{unit.amount(section.after)}</td>
            <td className="n r">{section.change === null ? '' : unit.change(section.change)}</td>
            <td />
            <td />
            <td />
          </tr>
          {moving.slice(0, shown).map((row, i) => (
            <Row
              key={`${row.code ?? row.name} ${i}`}
              seen={seen}
              finding={at.get(rowKey(row.cell))}
              answers={answered.get(rowKey(row.cell)) ?? []}
              row={row}
              isPlan={kind === 'plan'}
              largest={largest}
              onOpen={onOpen}
            />
          ))}
          {moving.length > shown && (
            <tr>
              <td colSpan={7}>
                <button type="button" className="btn" onClick={() => setShown(shown + MORE)}>
                  {t.moreRows(Math.min(MORE, moving.length - shown), moving.length - shown)}
                </button>
              </td>
            </tr>
          )}
          {section.replaces && <LeftOut seen={seen} replaces={section.replaces} />}
          <Folded seen={seen} rows={missing} sums={section.missing} title={t.missingRows(missing.length)} />
          <Folded seen={seen} rows={still} sums={section.unchanged} title={t.unchangedRows(still.length)} />
        </tbody>
      </table>
    </Section>
  );
}

/** What only the approved return that it replaces tells, as one line. */
function LeftOut({
  seen,
  replaces: { leftOut: projects, leftOutAmount },
}: Pick<ChangesProps, 'seen'> & { readonly replaces: PreviewReplacementView }) {
  const t = useText(messages);
  const unit = useOwnUnit(seen);
  if (projects.length === 0) return null;
  return (
    <tr>
      <th scope="row" colSpan={7}>
        {t.leftOut(projects.length, unit.amount(leftOutAmount))}
        <span className="sub">{names(projects)}</span>
      </th>
    </tr>
  );
}

interface FoldedProps extends Pick<ChangesProps, 'seen'> {
  readonly rows: readonly PreviewRowView[];
  readonly sums: SummedRowsView;
  readonly title: string;
}

/** Rows that the return does not move, as one line with their sums. */
function Folded({ seen, rows, sums: { before, after }, title }: FoldedProps) {
  const unit = useOwnUnit(seen);
  if (rows.length === 0) return null;
  return (
    <tr>
      <th scope="row">
        {title}
        <span className="sub">{names(rows)}</span>
      </th>
      <td className="n r">{unit.amount(before)}</td>
      <td className="n r">{unit.amount(after)}</td>
      <td className="n r muted">{after === null ? '' : '0'}</td>
      <td />
      <td />
      <td />
    </tr>
  );
}

interface RowProps extends Pick<ChangesProps, 'seen' | 'onOpen'> {
  readonly row: PreviewRowView;
  readonly isPlan: boolean;
  /** The gravest in its row of the sheet. */
  readonly finding: FindingView | undefined;
  readonly answers: readonly GivenAnswerView[];
  readonly largest: bigint;
}

function Row({ seen, row, isPlan, finding, answers, largest, onOpen }: RowProps) {
  const t = useText(messages);
  const formats = useFormats();
  const unit = useOwnUnit(seen);
  const { name, code, cell, state, before, after, change, rate } = row;
  const replaces = before !== null && after !== null && before !== after;
  // A clearance table doesn't say which of its cells are open; a finding in the row does.
  const isOpen =
    row.unread === true || (after === null && row.numbers !== undefined && finding !== undefined);
  return (
    <tr>
      <th scope="row">
        {name}
        <span className="sub">
          {[code, cell && t.rowOf(cell.cell.replace(/\D+/, ''))].filter(Boolean).join(' · ')}
          {row.unchangedWeeks !== null &&
            row.unchangedWeeks > 1 &&
            ` · ${t.unchangedWeeks(row.unchangedWeeks)}`}
        </span>
        {row.replaced !== undefined && (
          <span className="sub">
            {row.replaced === null
              ? t.notReplaced
              : row.replaced === after
                ? t.replacedInParts
                : t.replaced(unit.amount(row.replaced))}
          </span>
        )}
        {isPlan && row.plannedStated !== null && row.plannedStated !== after && (
          <span className="sub">{t.planNamed(unit.amount(row.plannedStated))}</span>
        )}
        <RowNumbers row={row} />
      </th>
      <td className={`n r ${replaces ? 'was' : ''}`}>{unit.amount(before)}</td>
      <td className="n r">
        {after !== null && unit.amount(after)}
        {isOpen ? (
          <span className={after === null ? 'alarm' : 'sub alarm'}>{t.unread}</span>
        ) : (
          after === null && <span className="muted">{t['state-not-reported']}</span>
        )}
      </td>
      <td className="n r strong">{change === null ? '' : unit.change(change)}</td>
      <td className="bar">
        {change !== null && (
          <span className={`rt-bar ${change.startsWith('-') ? 'fell' : ''}`} aria-hidden="true">
            <i style={{ width: `${100 * widthShare(magnitude(change), largest)}%` }} />
          </span>
        )}
      </td>
      <td className="n r">{rate === null ? '' : formats.rate(rate)}</td>
      <td>
        {state === 'new' && <span className="small">{t['state-new']} </span>}
        {finding && (
          <button
            type="button"
            className={`link small ${stops(finding) ? 'alarm' : ''}`}
            onClick={() => onOpen(keyOf(finding))}
          >
            {stops(finding) && <span className="mk mk-over" />}
            {finding.cell ?? t.open}
          </button>
        )}
        <RowAnswers answers={answers} />
      </td>
    </tr>
  );
}

/** It stops the return until it is mended or answered. */
const stops = ({ severity }: FindingView): boolean => severity === 'error' || severity === 'question';

/** Whether it says something else than the date before, or than the approved return that it replaces. */
const isMoved = ({ state, replaced }: PreviewRowView): boolean =>
  state !== 'unchanged' || replaced !== undefined;

/** Of many, the first. */
const names = (rows: readonly Pick<PreviewRowView, 'name'>[]): string =>
  `${rows
    .slice(0, 30)
    .map(({ name }) => name)
    .join('; ')}${rows.length > 30 ? '; …' : ''}`;
