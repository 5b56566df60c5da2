import type { ReturnStatus, ReturnStatusView } from '@thongvon/api-contract';

/** What is answered to a step: where the return stands then. */
export async function statusView(id: string, status: Promise<ReturnStatus>): Promise<ReturnStatusView> {
  return { id, status: await status };
}
