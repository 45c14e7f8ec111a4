/** Loaded after the first page; the list is `app/fault-catalogues.ts`. */
export { faultCatalogues as catalogues } from '../fault-catalogues.ts';
