import { createClient } from '#platform/ui/api/client.ts';
import { publicNoticeContract } from '../public-notice.contract.ts';

export const publicNoticeClient = createClient(publicNoticeContract);
