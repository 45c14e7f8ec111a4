import { createClient } from '#platform/ui/api/client.ts';
import { resubmissionContract } from '../../resubmission.contract.ts';

export const resubmissionClient = createClient(resubmissionContract);
