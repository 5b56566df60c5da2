/** Data: how a PDF, a JPEG or PNG picture, and a .docx or .xlsx (a zip) begin. */
const BEGINNINGS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47],
  [0x50, 0x4b, 0x03, 0x04],
];

/** Whether the bytes are of a kind that offices keep as evidence, by how they begin, whatever the name says. */
export function isEvidenceFile(bytes: Uint8Array): boolean {
  return BEGINNINGS.some((beginning) => beginning.every((byte, at) => bytes[at] === byte));
}
