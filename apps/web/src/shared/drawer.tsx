import { Dialog } from '@base-ui/react/dialog';
import { useRef, type ReactNode } from 'react';
import { useText } from '../language';
import { messages } from './messages';
import './drawer.css';

interface DrawerProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A pane over the right edge that keeps the page behind it in place; Escape closes it and gives the focus back. Where it
 * holds a form, its first field has the focus, but on a touch screen, whose keyboard would cover it.
 */
export function Drawer({ title, onClose, children }: DrawerProps) {
  const t = useText(messages);
  const pane = useRef<HTMLDivElement>(null);
  const focused = () =>
    window.matchMedia('(pointer: coarse)').matches ||
    (pane.current?.querySelector<HTMLElement>('form input') ?? true);
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="drawer-back" />
        <Dialog.Popup ref={pane} className="drawer" initialFocus={focused}>
          <div className="drawer-head">
            <Dialog.Title>{title}</Dialog.Title>
            <Dialog.Close className="btn end">{t.close}</Dialog.Close>
          </div>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
