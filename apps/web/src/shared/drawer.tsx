import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useText } from '../language';
import { messages } from './messages';
import './drawer.css';

interface DrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A pane over the right edge that keeps the page behind it in place; Escape closes it and gives the focus back. */
export function Drawer({ title, onClose, children }: DrawerProps) {
  const t = useText(messages);
  return (
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="drawer-back" />
        <Dialog.Popup className="drawer">
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
