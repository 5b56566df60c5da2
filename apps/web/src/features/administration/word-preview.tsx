import { Link } from 'wouter';
import type { WordPreviewView } from '@thongvon/api-contract';
import { usePreferences, useText } from '../../language';
import { messages } from './words-messages';

/** What stands against a word, or which waiting returns it would read in another way. */
export function WordPreview({ preview }: { readonly preview: WordPreviewView }) {
  const t = useText(messages);
  const { language } = usePreferences();
  const { conflict, saysNow, tried, effects } = preview;
  if (conflict)
    return (
      <p className="ad-say" role="status">
        {language === 'vi' ? conflict.message : conflict.messageEn}
      </p>
    );
  return (
    <div className="ad-part" role="status">
      <p>
        {t.free}{' '}
        {saysNow.length > 0 && (
          <span className="muted">
            {t.saysNow(
              saysNow.map(({ label, labelEn }) => (language === 'vi' ? label : labelEn)).join(' + '),
            )}
          </span>
        )}
      </p>
      {effects.length === 0 ? (
        <p className="muted">{tried === 0 ? t.noneWaiting : t.noEffect(tried)}</p>
      ) : (
        <>
          <h3>{t.effects(effects.length, tried)}</h3>
          <ul className="ad-history">
            {effects.map(({ returnId, organizationName, fileName, openBefore, openAfter }) => (
              <li key={returnId}>
                {organizationName}, <Link href={`/bao-cao/${returnId}`}>{fileName}</Link>:{' '}
                {t.open(openBefore, openAfter)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
