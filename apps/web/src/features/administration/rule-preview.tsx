import type { RulePreviewView } from '@thongvon/api-contract';
import { useFormats, usePreferences, useText } from '../../language';
import { effects, ruleMessages } from './rule-messages';

/** What a change would say of the latest frozen week. */
export function RulePreview({ preview }: { readonly preview: RulePreviewView }) {
  const t = useText(ruleMessages);
  const names = useText(effects);
  const formats = useFormats();
  const { language } = usePreferences();
  const { week, appears, goes, stays, items } = preview;
  if (week === null) return <p role="status">{t.noWeek}</p>;
  return (
    <div className="ad-part" role="status">
      <h3>{t.sum(formats.date(week), appears, goes, stays)}</h3>
      <ul className="ad-history">
        {items.map(({ effect, text, textEn }) => (
          <li key={`${effect} ${textEn}`} className={effect === 'stays' ? 'muted' : undefined}>
            <span className="strong">{names[effect]}</span>{' '}
            {effect === 'goes' ? (
              <s>{language === 'vi' ? text : textEn}</s>
            ) : language === 'vi' ? (
              text
            ) : (
              textEn
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
