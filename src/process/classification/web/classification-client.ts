import { createClient } from '#platform/ui/api/client.ts';
import { classificationContract } from '../classification.contract.ts';

export const classificationClient = createClient(classificationContract);
