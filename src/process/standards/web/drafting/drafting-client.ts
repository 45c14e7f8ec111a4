import { createClient, type ResultOf } from '#platform/ui/api/client.ts';
import { useRead } from '#platform/ui/data.ts';
import { draftingContract } from '../../drafting.contract.ts';

export const draftingClient = createClient(draftingContract);

export type Industry = ResultOf<typeof draftingContract.standards>['industries'][number];
export type ListedEdition = NonNullable<Industry['inForce']>;
export type ListedDraft = Industry['drafts'][number];
export type EditionRecord = ResultOf<typeof draftingContract.editionRecord>;
export type DraftRecord = ResultOf<typeof draftingContract.draft>;
export type Publication = ResultOf<typeof draftingContract.publication>;
export type Changes = NonNullable<Publication['changes']>;
export type ImportRecord = ResultOf<typeof draftingContract.editionImport>;

export const standardsHref = '/standards';
export const editionHref = (hash: string): string => `/standards/editions/${hash}`;
export const draftHref = (draftId: string): string => `/standards/drafts/${draftId}`;
export const importHref = (importId: string): string => `/standards/imports/${importId}`;
export const newImportHref = (industry: string): string => `/standards/new-from-excel/${encodeURIComponent(industry)}`;

export const useDraftRecord = (draftId: string) => useRead(draftingClient.draft, { params: { draftId } });
