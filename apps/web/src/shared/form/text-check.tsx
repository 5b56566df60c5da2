import { type ReactNode, useState } from 'react';
import type { BlockerCause, PersonalMark, TextCheckRequest, TextCheckView } from '@thongvon/api-contract';
import { type Messages, useText, withValues } from '../../language';
import './text-check.css';
import { useChange } from './form';

/** As the API takes a text: one line. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

interface TextCheck {
  /**
   * Goes on once the text has been looked at: at once where nothing in it looks like a person, else when its writer has said what stays.
   * `unasked`: it couldn't be looked at.
   */
  readonly before: (goOn: () => void, unasked?: (error: Error) => void) => void;
  /** Looks at it as far as it is written. */
  readonly look: () => void;
  readonly isPending: boolean;
  readonly error: Error | null;
  /** What its writer is asked, to stand below the text. */
  readonly question: ReactNode;
  /** What it suggests, once it was looked at. */
  readonly suggestedCauses: readonly BlockerCause[];
}

interface Looked extends TextCheckView {
  readonly of: string;
}

/** A text that must not name households: before it is sent, the API says what in it looks like a person, and its writer decides. */
export function useTextCheck(text: string, onChange: (text: string) => void): TextCheck {
  const [looked, setLooked] = useState<Looked>();
  const [kept, setKept] = useState<readonly string[]>([]);
  const change = useChange<TextCheckRequest, TextCheckView>('POST', '/api/blockers/text-check', {
    isQuiet: true,
  });
  const written = oneLine(text);
  const personalIn = ({ parts }: TextCheckView) =>
    parts.filter((part) => part.mark !== null && !kept.includes(part.text));
  const isLooked = looked?.of === written;
  const asked = isLooked ? personalIn(looked) : [];

  const look = (goOn?: () => void, unasked?: (error: Error) => void) => {
    if (written === '') return;
    if (isLooked) {
      if (asked.length === 0) goOn?.();
      return;
    }
    change.mutate(
      { text: written },
      {
        onSuccess: (said) => {
          setLooked({ ...said, of: written });
          if (personalIn(said).length === 0) goOn?.();
        },
        onError: (error) => unasked?.(error),
      },
    );
  };
  const drop = (part: Asked) => {
    if (looked === undefined) return;
    const parts = looked.parts.filter((one) => one !== part);
    const rest = oneLine(parts.map((one) => one.text).join(''));
    setLooked({ ...looked, parts, of: rest });
    onChange(rest);
  };
  return {
    before: look,
    look: () => look(),
    isPending: change.isPending,
    error: change.error,
    question: (
      <Question parts={asked} onDrop={drop} onKeep={(part) => setKept((before) => [...before, part.text])} />
    ),
    suggestedCauses: isLooked ? looked.suggestedCauses : [],
  };
}

type Asked = TextCheckView['parts'][number];

interface QuestionProps {
  readonly parts: readonly Asked[];
  readonly onDrop: (part: Asked) => void;
  readonly onKeep: (part: Asked) => void;
}

function Question({ parts, onDrop, onKeep }: QuestionProps) {
  const t = useText(messages);
  const marks = useText(MARKS);
  // Always there: what appears in it is then read out.
  return (
    <div role="status" className={parts.length === 0 ? 'vh' : 'text-check'}>
      {parts.length > 0 && <p className="small strong">{t.about}</p>}
      {parts.map((part, index) => (
        <p key={`${index} ${part.text}`} className="text-check-part">
          <span>{t.looks(part.text, marks[part.mark ?? 'name'])}</span>
          <button
            type="button"
            className="btn"
            aria-label={t.of(t.drop, part.text)}
            onClick={({ currentTarget }) => {
              onDrop(part);
              goOn(currentTarget);
            }}
          >
            {t.drop}
          </button>
          <button
            type="button"
            className="btn"
            aria-label={t.of(t.keep, part.text)}
            onClick={({ currentTarget }) => {
              onKeep(part);
              goOn(currentTarget);
            }}
          >
            {t.keep}
          </button>
        </p>
      ))}
    </div>
  );
}

/** The button that was pressed is gone then: what is asked next has the focus, or what sends the form. */
function goOn(button: HTMLElement): void {
  const form = button.closest('form');
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>('.text-check button, button[type="submit"]')?.focus(),
  );
}

const MARKS = {
  name: { vi: 'tên người', en: "a person's name" },
  'identity-number': { vi: 'số CCCD, CMND', en: 'an identity number' },
  phone: { vi: 'số điện thoại', en: 'a telephone number' },
} satisfies Record<PersonalMark, Messages[string]>;

const messages = {
  about: {
    vi: 'Đừng ghi tên, số giấy tờ, số điện thoại của người dân; ghi số hộ là đủ.',
    en: 'Write no names, identity or telephone numbers of residents; how many households is enough.',
  },
  looks: withValues('“{text}” giống {what}.', '“{text}” looks like {what}.'),
  drop: { vi: 'Bỏ khỏi nội dung', en: 'Take out' },
  keep: { vi: 'Không phải, giữ lại', en: "It isn't, keep it" },
  of: withValues('{what}: {text}', '{what}: {text}'),
} satisfies Messages;
