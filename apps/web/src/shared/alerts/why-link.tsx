import type { AlertView } from '@thongvon/api-contract';
import { usePreferences, useText } from '../../language';
import { messages } from './messages';

interface WhyLinkProps {
  readonly alert: AlertView;
  readonly onOpen: () => void;
}

/** Opens why an alert stands, what has happened to it, and what can be done. */
export function WhyLink({ alert, onOpen }: WhyLinkProps) {
  const t = useText(messages);
  const { language } = usePreferences();
  const question = alert.urgent ? t.whyRed : t.why;
  const title = language === 'vi' ? alert.title : alert.titleEn;
  return (
    <button
      type="button"
      className="link al-why"
      aria-label={t.whyOf(question, title, alert.subject.name)}
      onClick={onOpen}
    >
      {question}
    </button>
  );
}
