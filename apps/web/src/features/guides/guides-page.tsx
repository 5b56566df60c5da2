import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { createElement, type ReactNode } from 'react';
import type { Role } from '@thongvon/api-contract';
import { useUser } from '../../api/session';
import { type Messages, useText } from '../../language';
import { NotFound, QueryStates } from '../../shared';
import { usePageTitle } from '../../shared/page';
import { Tabs } from '../../shared/tabs';
import './guides.css';

/** What a guide is made of, as apps/web/guides.mjs makes it: a text, or [tag, properties, ...children]. */
export type GuideNode =
  string | readonly [tag: string, properties: Readonly<Record<string, unknown>>, ...children: GuideNode[]];

type GuideName = 'can-bo-ban-qlda' | 'phong-tai-chinh' | 'lanh-dao' | 'quan-tri' | 'cau-hoi';

/** Each guide by the last part of its address, loaded when it is opened. */
const GUIDES: Readonly<Record<GuideName, () => Promise<{ guide: readonly GuideNode[] }>>> = {
  'can-bo-ban-qlda': () => import('../../../../../docs/huong-dan/can-bo-ban-qlda.md'),
  'phong-tai-chinh': () => import('../../../../../docs/huong-dan/phong-tai-chinh.md'),
  'lanh-dao': () => import('../../../../../docs/huong-dan/lanh-dao.md'),
  'quan-tri': () => import('../../../../../docs/huong-dan/quan-tri.md'),
  'cau-hoi': () => import('../../../../../docs/huong-dan/cau-hoi.md'),
};

/** Whose guide is whose. */
const OWN_GUIDE: Readonly<Record<Role, GuideName>> = {
  reporter: 'can-bo-ban-qlda',
  'finance-officer': 'phong-tai-chinh',
  'finance-head': 'phong-tai-chinh',
  leader: 'lanh-dao',
  administrator: 'quan-tri',
};

const addressOf = (guide: GuideName): string => `/huong-dan/${guide}`;

const NAMES = Object.keys(GUIDES) as GuideName[];

/** The guide of each kind of user, one's own first: what docs/huong-dan holds, with its pictures. */
export function GuidesPage() {
  const t = useText(messages);
  const own = OWN_GUIDE[useUser().role];
  const { guide: asked = own } = useParams<{ guide?: string }>();
  const name = NAMES.find((known) => known === asked);
  const names = [own, ...NAMES.filter((other) => other !== own)];
  const tabs = names.map((one) => ({ href: addressOf(one), name: t[one] }));
  usePageTitle(name === undefined ? t.pageTitle : `${t.pageTitle}: ${t[name]}`);
  return (
    <main id="main" className="gd">
      <Tabs label={t.guides} className="gd-all" tabs={tabs} open={name && addressOf(name)}>
        {t.language !== '' && <p className="small muted">{t.language}</p>}
      </Tabs>
      {name === undefined ? <NotFound /> : <Guide name={name} />}
    </main>
  );
}

function Guide({ name }: { readonly name: GuideName }) {
  const guide = useQuery({
    queryKey: ['guides', name],
    queryFn: async () => (await GUIDES[name]()).guide,
    staleTime: Infinity,
  });
  return <QueryStates query={guide}>{(nodes) => <GuideText nodes={nodes} />}</QueryStates>;
}

const messages = {
  pageTitle: { vi: 'Hướng dẫn', en: 'Guide' },
  guides: { vi: 'Hướng dẫn cho từng người', en: 'A guide for each user' },
  language: { vi: '', en: 'The guides are in Vietnamese.' },
  'can-bo-ban-qlda': { vi: 'Ban QLDA, xã', en: 'Boards and communes' },
  'phong-tai-chinh': { vi: 'Phòng Tài chính', en: 'Finance office' },
  'lanh-dao': { vi: 'Lãnh đạo', en: 'Leaders' },
  'quan-tri': { vi: 'Quản trị', en: 'Administrators' },
  'cau-hoi': { vi: 'Câu hỏi của hệ thống', en: 'Questions of the system' },
} satisfies Messages;

/** A guide as elements of the page. */
function GuideText({ nodes }: { readonly nodes: readonly GuideNode[] }) {
  return (
    <article className="gd-text" lang="vi">
      {nodes.map((node, i) => elementOf(node, i))}
    </article>
  );
}

function elementOf(node: GuideNode, key: number): ReactNode {
  if (typeof node === 'string') return node;
  const [tag, properties, ...children] = node;
  const inner = children.map((child, i) => elementOf(child, i));
  if (tag === 'a')
    return (
      <Link key={key} href={String(properties['href'])}>
        {inner}
      </Link>
    );
  return createElement(tag, { key, ...properties }, ...inner);
}
