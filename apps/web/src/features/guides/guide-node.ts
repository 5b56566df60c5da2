/** What a guide is made of, as apps/web/guides.mjs makes it: a text, or [tag, properties, ...children]. */
export type GuideNode =
  string | readonly [tag: string, properties: Readonly<Record<string, unknown>>, ...children: GuideNode[]];
