import type { GuideNode } from './guide-node';
import { createElement, type ReactNode } from 'react';
import { Link } from 'wouter';

/** A guide as elements of the page. */
export function GuideText({ nodes }: { readonly nodes: readonly GuideNode[] }) {
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
