import type { ThresholdView } from '@thongvon/api-contract';
import { useFormats, usePreferences, useText } from '../../language';
import { Field } from './fields';
import { ruleMessages, thresholdUnits } from './rule-messages';

interface ThresholdFieldProps {
  readonly threshold: ThresholdView;
  /** Empty: not said, so that the wider scope counts. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One threshold with its unit, its limits and what is in force everywhere. */
export function ThresholdField({ threshold, value, onChange }: ThresholdFieldProps) {
  const t = useText(ruleMessages);
  const units = useText(thresholdUnits);
  const formats = useFormats();
  const { language } = usePreferences();
  const { label, labelEn, unit, min, max } = threshold;
  const said = (number: number) => formats.rate(number, Number.isInteger(number) ? 0 : 2);
  return (
    <Field
      label={`${language === 'vi' ? label : labelEn} (${units[unit]})`}
      hint={t.range(said(min), said(max), said(threshold.value))}
      type="number"
      min={min}
      max={max}
      step={unit === 'percent' ? 0.01 : 1}
      placeholder={said(threshold.value)}
      value={value}
      onChange={onChange}
    />
  );
}
