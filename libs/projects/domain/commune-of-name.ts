import { cleanText } from '@thongvon/kernel';

const COMMUNE = /(?:^|\s)([Xx]ã|[Pp]hường|[Tt]hị trấn)((?:\s\p{Lu}\p{Ll}*){1,4})/u;

/**
 * The commune that a project's name tells: "Khu dân cư trung tâm xã Bình Dương (Giai đoạn 2)" → "xã Bình Dương".
 * Null when it names none; a person can set it.
 */
export function communeOfName(name: string): string | null {
  const match = COMMUNE.exec(cleanText(name));
  return match?.[1] && match[2] ? `${match[1].toLowerCase()}${match[2]}` : null;
}
