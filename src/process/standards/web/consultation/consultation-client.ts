import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { consultationContract } from '../../consultation.contract.ts';

export const consultationClient = createClient(consultationContract);

export type Consultation = ResultOf<typeof consultationContract.consultation>;
export type Comment = Consultation['rows'][number];
export type Remark = ResultOf<typeof consultationContract.remarks>['rows'][number];
