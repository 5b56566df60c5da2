import { useFormats, useText } from '../../language';
import { messages } from './messages';
import type { SeenReturn } from './queries';
import './receipt.css';
import { useOwnUnit } from './own-unit';
import { isSilent } from './sums';

/** What the sender has in hand once a return is sent: when, by whom, its number and sum, and what comes next. */
export function Receipt({ seen }: { readonly seen: SeenReturn }) {
  const t = useText(messages);
  const formats = useFormats();
  const sum = useSumOf(seen);
  if (seen.status !== 'submitted' || seen.submittedAt === null) return null;
  const sent = seen.history.findLast(({ type }) => type === 'submit' || type === 'send-again');
  const people = seen.approval.approvers
    .map(({ name, organization }) => `${name} (${organization})`)
    .join(', ');
  return (
    <section className="rt-receipt" aria-labelledby="rt-receipt">
      <h2 id="rt-receipt">
        {t.receipt}: {t.receiptSent(formats.instant(seen.submittedAt))}
      </h2>
      <dl>
        {sent?.actor && (
          <div>
            <dt>{t.receiptBy}</dt>
            <dd>
              {sent.actor.name}, {sent.actor.office}
            </dd>
          </div>
        )}
        <div>
          <dt>{t.receiptNumber}</dt>
          <dd className="n">{numberOf(seen)}</dd>
        </div>
        <div>
          <dt>{t.receiptFile}</dt>
          <dd>{seen.fileName}</dd>
        </div>
        <div>
          <dt>{t.receiptSum}</dt>
          <dd>{sum}</dd>
        </div>
        <div className="next">
          <dt>{t.receiptNext}</dt>
          <dd>{t.receiptWaits(people)}</dd>
        </div>
      </dl>
    </section>
  );
}

/** By which a return is named on the telephone: the beginning of its id. */
const numberOf = ({ id }: Pick<SeenReturn, 'id'>): string => id.slice(0, 8).toUpperCase();

/** Its projects and its sum in its own unit. */
export function useSumOf(seen: SeenReturn): string {
  const t = useText(messages);
  const unit = useOwnUnit(seen);
  const [section] = seen.preview?.sections ?? [];
  const projects = section?.rows.filter(({ state }) => state !== 'missing').length ?? 0;
  const disbursed = seen.total?.disbursed ?? section?.after ?? null;
  const silent = isSilent(seen) ? t.silentSum : t.unreadSum;
  const sum = disbursed === null ? silent.toLowerCase() : `${unit.headline(disbursed)} ${unit.name}`;
  return t.sendSums(projects, sum);
}
