import { useFormats, useText } from '../../language';
import { messages } from './messages';

/** What bar, shortfall and red mean, with the rule one click away. */
export function Legend({ target }: { readonly target: number | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <div className="ov-legend">
      {target !== undefined && <p>{t.legendRate(formats.percent(target, 0))}</p>}
      <p>{t.legendShort}</p>
      <details>
        <summary>
          <span className="mk mk-over" />
          {t.whyRed}
        </summary>
        <p>{t.whyRedWhat}</p>
      </details>
    </div>
  );
}
