import { Component, type ReactNode } from 'react';
import { ErrorState } from '../shared';

interface PageFaultState {
  readonly error: Error | null;
}

/** Catches what breaks while a page is drawn, such as a chunk that can't be loaded after an update of the server. */
export class PageFault extends Component<{ readonly children: ReactNode }, PageFaultState> {
  override state: PageFaultState = { error: null };

  static getDerivedStateFromError(error: unknown): PageFaultState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <main>
        <ErrorState error={error} retry={() => window.location.reload()} />
      </main>
    );
  }
}
