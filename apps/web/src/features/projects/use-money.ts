import { useFormats, useUnitNames } from '../../language';

/** Writes whole đồng in the reader's unit with its short name: "33,910 tỷ". */
export function useMoney(): (dong: bigint | string) => string {
  const formats = useFormats();
  const { short } = useUnitNames();
  return (dong) => `${formats.amount(dong.toString())}\u00a0${short}`;
}
