import { useMemo } from 'react';
import { Formats } from './formats';
import { messages } from './messages';
import { usePreferences } from './preferences';
import { useText } from './use-text';

/** How values are written for this reader. */
export function useFormats(): Formats {
  const { language, unit } = usePreferences();
  return useMemo(() => new Formats(language, unit), [language, unit]);
}

/** The reader's unit in words: "tỷ đồng", and short: "tỷ". Every amount or column states one of them. */
export function useUnitNames(): { readonly long: string; readonly short: string } {
  const { unit } = usePreferences();
  const t = useText(messages);
  return { long: t[unit], short: t[`${unit}-short`] };
}
