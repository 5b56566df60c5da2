/** What is built. Learnt from the "Lĩnh vực" column or the name; a person can correct it. */
export const PROJECT_KINDS = [
  'road',
  'bridge',
  'cemetery',
  'residential-zone',
  'irrigation',
  'school',
  'health',
  'culture',
  'market',
  'government-office',
  'urban-infrastructure',
  'water-supply',
  'electricity',
  'other',
] as const;
export type ProjectKind = (typeof PROJECT_KINDS)[number];
