declare module '*.md' {
  /** The pieces of a guide of docs/huong-dan, one after the other. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an ambient module can't import
  export const guide: readonly import('./guides-page').GuideNode[];
}
