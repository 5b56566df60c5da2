import { cleanText } from '@thongvon/kernel';

/** The form in which addresses are kept and compared: two that differ in case or outer spaces are one. */
export function normalEmail(text: string): string {
  return cleanText(text).toLowerCase();
}
