import { createClient } from '#platform/ui/api/client.ts';
import { drawContract } from '../draw.contract.ts';
import { settlementContract } from '../settlement.contract.ts';
import { verificationContract } from '../verification.contract.ts';

export const drawClient = createClient(drawContract);
export const verificationClient = createClient(verificationContract);
export const settlementClient = createClient(settlementContract);

export const drawHref = (drawId: string): string => `/draws/${drawId}`;
export const drawRecordHref = (drawId: string): string => `/api/draws/${drawId}/record`;
export const verificationHref = (verificationId: string): string => `/verifications/${verificationId}`;
export const sheetHref = (verificationId: string): string => `/verifications/${verificationId}/sheet`;
