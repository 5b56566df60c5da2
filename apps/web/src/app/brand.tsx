import { type Messages, usePreferences, useText } from '../language';
import './brand.css';

/** The mark is the rate glyph: bar and target tick. */
export function Brand() {
  return (
    <>
      <svg width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">
        <path d="M0 5h26v6H0z" fill="#d9d3c5" />
        <path d="M0 5h15v6H0z" fill="#1e4976" />
        <path d="M18 0h3v16h-3z" fill="#1b2026" />
      </svg>
      Thông Vốn
    </>
  );
}

/** The other language, named in itself. */
export function OtherLanguage() {
  const t = useText(messages);
  const { language, setLanguage } = usePreferences();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="link" lang={other} onClick={() => setLanguage(other)}>
      {t.language}
    </button>
  );
}

const messages = { language: { vi: 'English', en: 'Tiếng Việt' } } satisfies Messages;
