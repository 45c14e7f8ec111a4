import { createClient } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { movesContract } from '../../moves.contract.ts';

export const movesClient = createClient(movesContract);

export const useMoves = (declarationId: string) => useRead(movesClient.declarationMoves, { params: { declarationId } });
