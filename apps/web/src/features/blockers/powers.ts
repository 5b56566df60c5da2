import type { BlockerDetailView, BlockerPower } from '@thongvon/api-contract';

/** Whether the reader may do it now, as the API says: who may not is shown no button. */
export const powersOf =
  ({ mayAct }: BlockerDetailView): ((power: BlockerPower) => boolean) =>
  (power) =>
    mayAct.includes(power);
