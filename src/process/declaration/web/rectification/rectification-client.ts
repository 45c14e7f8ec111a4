import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { rectificationContract } from '../../rectification.contract.ts';

export const rectificationClient = createClient(rectificationContract);

export const useRectification = (declarationId: string) =>
  useRead(rectificationClient.rectification, { params: { declarationId } });

export const proofHref = (declarationId: string, itemId: string): string =>
  `/api/declarations/${declarationId}/rectification/${encodeURIComponent(itemId)}/proof`;
