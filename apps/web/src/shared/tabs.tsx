import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import './tabs.css';

interface TabsProps {
  /** What they are together, read out. */
  readonly label: string;
  readonly className: string;
  readonly tabs: readonly { readonly href: string; readonly name: string }[];
  /** The address of the one that is open. */
  readonly open: string | undefined;
  readonly children?: ReactNode;
}

/** Links to the parts of a page, each an address of its own. On a phone they are pushed sideways: the open one is brought into view. */
export function Tabs({ label, className, tabs, open, children }: TabsProps) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [open]);
  return (
    <nav ref={nav} className={`tabs ${className} noprint`} aria-label={label}>
      <ul>
        {tabs.map(({ href, name }) => (
          <li key={href}>
            <Link href={href} {...(href === open ? { 'aria-current': 'page' as const } : {})}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {children}
    </nav>
  );
}
