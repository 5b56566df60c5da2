import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { EscalationLaddersView, RungView, SetLaddersRequest } from '@thongvon/api-contract';
import { ESCALATED, type Escalated, MOST_RUNGS, RUNG_DAYS, type RungRole } from '@thongvon/kernel';
import { getQuery } from '../../api/client';
import { type Messages, useFormats, useText, withValues } from '../../language';
import { QueryStates, Section } from '../../shared';
import { Choice, optionsOf, TextField } from '../../shared/form/fields';
import { Form } from '../../shared/form/form';
import { useForm } from '../../shared/form/use-form';
import { words } from './common';

const ESCALATION_KEY = ['escalation'] as const;

/** Who is informed of what is owed, and when: the one ladder of returns, blockers and tasks. */
export function Escalation() {
  const ladders = useQuery(getQuery<EscalationLaddersView>([...ESCALATION_KEY], '/api/escalation'));
  return (
    <QueryStates query={ladders}>
      {(view) => <Ladders key={view.entries[0]?.at ?? ''} view={view} />}
    </QueryStates>
  );
}

/** As it is typed. */
interface TypedRung {
  readonly days: string;
  readonly to: RungRole;
}
type Typed = Readonly<Record<Escalated, readonly TypedRung[]>>;

const typedOf = (ladder: readonly RungView[]): TypedRung[] =>
  ladder.map(({ days, to }) => ({ days: String(days), to }));

const isWhole = ({ days }: TypedRung) => /^-?\d+$/.test(days);

function Ladders({ view }: { readonly view: EscalationLaddersView }) {
  const t = useText(messages);
  const names = useText(owedNames);
  const [typed, setTyped] = useState<Typed>(() => ({
    return: typedOf(view.return),
    blocker: typedOf(view.blocker),
    task: typedOf(view.task),
  }));
  const { field, form } = useForm({
    fields: { reason: '' },
    labels: t,
    send: ['PUT', '/api/escalation'],
    request: ({ reason }): SetLaddersRequest | undefined => {
      if (!ESCALATED.every((owed) => typed[owed].length > 0 && typed[owed].every(isWhole))) return undefined;
      const rungs = (owed: Escalated) => typed[owed].map(({ days, to }) => ({ days: Number(days), to }));
      return {
        return: rungs('return'),
        blocker: rungs('blocker'),
        task: rungs('task'),
        reason: reason.trim(),
      };
    },
    stale: [ESCALATION_KEY],
  });
  return (
    <Section
      title={view.organization === null ? t.titleAbove : t.title(view.organization.name)}
      end={view.isDefault ? t.byDefault : undefined}
    >
      <div className="ad-say">
        <p>{t.say}</p>
        <p className="muted">{t.who}</p>
      </div>
      <Form {...form} submit={t.saveChanges}>
        {ESCALATED.map((owed) => (
          <Rungs
            key={owed}
            title={names[owed]}
            rungs={typed[owed]}
            onChange={(rungs) => setTyped({ ...typed, [owed]: rungs })}
          />
        ))}
        <TextField {...field('reason')} required maxLength={1000} />
      </Form>
      {view.entries.length > 0 && <History view={view} />}
    </Section>
  );
}

interface RungsProps {
  readonly title: string;
  readonly rungs: readonly TypedRung[];
  readonly onChange: (rungs: readonly TypedRung[]) => void;
}

function Rungs({ title, rungs, onChange }: RungsProps) {
  const t = useText(messages);
  const roles = optionsOf<RungRole>(useText(roleNames));
  const set = (at: number, change: Partial<TypedRung>) =>
    onChange(rungs.map((rung, index) => (index === at ? { ...rung, ...change } : rung)));
  const last = rungs.at(-1);
  const next: TypedRung = { days: '', to: last?.to ?? 'reporter' };
  return (
    <fieldset>
      <legend>{title}</legend>
      {rungs.map((rung, index) => (
        // A rung has no name but its place.
        <div className="form-row" key={index}>
          <TextField
            label={t.days}
            type="number"
            required
            min={RUNG_DAYS.first}
            max={RUNG_DAYS.last}
            step={1}
            value={rung.days}
            onChange={(days) => set(index, { days })}
          />
          <Choice label={t.to} options={roles} value={rung.to} onChange={(to) => set(index, { to })} />
          <button
            type="button"
            className="link"
            aria-label={t.removeRung(index + 1)}
            disabled={rungs.length === 1}
            onClick={() => onChange(rungs.filter((_, at) => at !== index))}
          >
            {t.remove}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn"
        disabled={rungs.length >= MOST_RUNGS}
        onClick={() => onChange([...rungs, next])}
      >
        {t.add}
      </button>
    </fieldset>
  );
}

/** What was ever set, newest first, and why. */
function History({ view: { entries } }: { readonly view: EscalationLaddersView }) {
  const t = useText(messages);
  const names = useText(owedNames);
  const roles = useText(roleNames);
  const formats = useFormats();
  const inWords = (ladder: readonly RungView[]) =>
    ladder.map(({ days, to }) => `${String(days)}: ${roles[to]}`).join('; ');
  return (
    <div className="form-part ad-part">
      <h3>{t.history}</h3>
      <ul className="ad-history">
        {entries.map((entry) => (
          <li key={entry.at}>
            <span className="n">{formats.instant(entry.at)}</span> {entry.by.name}, {entry.by.office}
            <span className="small muted"> – {entry.reason}</span>
            {ESCALATED.map((owed) => (
              <div key={owed} className="small">
                {names[owed]}: {inWords(entry[owed])}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

const owedNames = {
  return: { vi: 'Báo cáo chưa nộp (ngày so với hạn chốt)', en: 'Returns not sent (days from the cut-off)' },
  blocker: { vi: 'Vướng mắc (ngày so với hạn xử lý)', en: 'Blockers (days from the due date)' },
  task: { vi: 'Việc giao chưa báo lại (ngày so với hạn)', en: 'Tasks not reported (days from the date)' },
} satisfies Record<Escalated, Messages[string]>;

const roleNames = {
  reporter: { vi: 'người phải làm', en: 'who must act' },
  'finance-head': { vi: 'thủ trưởng đơn vị', en: 'the head' },
  leader: { vi: 'lãnh đạo', en: 'leaders' },
} satisfies Record<RungRole, Messages[string]>;

const messages = {
  ...words,
  title: withValues('Thang nhắc việc của {}', 'Escalation ladder of {}'),
  titleAbove: { vi: 'Thang nhắc việc', en: 'Escalation ladder' },
  byDefault: { vi: 'chưa ai đặt: theo mặc định', en: 'nobody has set it: as it comes' },
  say: {
    vi: 'Vào ngày của mỗi bậc, người được nêu nhận một thư nhắc (mỗi người không quá một thư một ngày). Số âm là trước hạn, 0 là ngày đến hạn. Bậc rơi vào thứ Bảy, Chủ nhật thì nhắc sáng thứ Hai.',
    en: 'On the day of each rung those it names get a reminder (no more than one mail a day each). Negative: before it is due, 0: the day itself. A rung on a weekend is sent on Monday morning.',
  },
  who: {
    vi: 'Lên bậc là báo thêm người, không đổi lượt: với vướng mắc, đơn vị chủ trì vẫn được nhắc; thủ trưởng và lãnh đạo của đơn vị đó và của chủ đầu tư được báo thêm. Với việc giao cũng vậy: đơn vị nhận việc, rồi thủ trưởng và lãnh đạo bên nhận và bên giao.',
    en: 'A higher rung informs more people and never takes the turn away: of a blocker the responsible office is still reminded, heads and leaders of it and of the owner are informed too. Of a task likewise: its office, then heads and leaders of it and of who gave it.',
  },
  days: { vi: 'Số ngày', en: 'Days' },
  to: { vi: 'Báo cho', en: 'To' },
  add: { vi: 'Thêm bậc', en: 'Add a rung' },
  remove: { vi: 'Bỏ', en: 'Remove' },
  removeRung: withValues('Bỏ bậc {}', 'Remove rung {}'),
  reason: { vi: 'Lý do, theo văn bản nào', en: 'Why, and by which document' },
  history: { vi: 'Đã đặt', en: 'What was set' },
} satisfies Messages;
