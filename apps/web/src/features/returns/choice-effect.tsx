import type { AgreementView, ChoiceEffectView } from '@thongvon/api-contract';
import { Formats, usePreferences, useText } from '../../language';
import { messages } from './messages';

const SIGNS: Readonly<Record<AgreementView['outcome'], string>> = {
  agrees: '✓',
  differs: '✗',
  unknown: '–',
};

/**
 * What a choice would make of the return, and whether that agrees with what is known. In whole đồng: the question may be
 * the very unit. All of it as the reader found it.
 */
export function ChoiceEffect({ effect }: { readonly effect: ChoiceEffectView }) {
  const t = useText(messages);
  const { language } = usePreferences();
  const formats = new Formats(language, 'dong');
  const dong = (amount: string | null): string => (amount === null ? t.effectUnread : formats.dong(amount));
  const differing = effect.agrees.filter(({ outcome }) => outcome === 'differs');
  const agreeing = effect.agrees.filter(({ outcome }) => outcome === 'agrees');
  const unknown = effect.agrees.filter(({ outcome }) => outcome === 'unknown');
  return (
    <>
      <small>{t.effectTotal(dong(effect.total.planned), dong(effect.total.disbursed))}</small>
      {agreeing.length > 0 && (
        <small>
          <span aria-hidden="true">{SIGNS.agrees} </span>
          {t.effectAgrees(agreeing.map((one) => one.with))}
        </small>
      )}
      {differing.map((one) => (
        <small key={one.with} className="rt-differs">
          <span aria-hidden="true">{SIGNS.differs} </span>
          {t.effectDiffers(
            one.with,
            one.read === undefined || one.expected === undefined
              ? null
              : [dong(one.read), dong(one.expected)],
            one.differing ?? null,
          )}
        </small>
      ))}
      {unknown.length > 0 && (
        <small>
          <span aria-hidden="true">{SIGNS.unknown} </span>
          {t.effectUnknown(unknown.map((one) => one.with))}
        </small>
      )}
    </>
  );
}
