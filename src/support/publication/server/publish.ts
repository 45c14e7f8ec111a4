import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Context } from '#platform/command.ts';
import { sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import type { PublicationContent, PublicationKind } from '../domain/publication.ts';

export interface NewPublication {
  readonly kind: PublicationKind;
  /** Last part of the address, lower case letters, digits and hyphens; unique in the city for ever. */
  readonly slug: string;
  readonly title: string;
  readonly content: PublicationContent;
  /** The publication that this one replaces; both stay readable. */
  readonly supersedes?: string;
}

/** Title and content as the page's data gives them: canonical JSON (RFC 8785), so that the file itself has the page's digest. */
export const publicationData = (title: string, content: PublicationContent): string =>
  canonicalize({ title, content }) ?? '';

/** SHA-256 of {@link publicationData}: what an outsider recomputes with one command. */
export const publicationDigest = (title: string, content: PublicationContent): string =>
  createHash('sha256').update(publicationData(title, content), 'utf8').digest('hex');

/** Freezes a page for the public within the deciding transaction; it is visible once that commits. */
export const publish = (
  tx: Tx,
  context: Context,
  page: NewPublication,
): { readonly publicationId: string; readonly digest: string } => {
  const publicationId = newId();
  const digest = publicationDigest(page.title, page.content);
  const { cityId } = context.actor;
  tx.later(sql`insert into publications (city_id, publication_id, slug, kind, title, published_at, content, digest)
    values (${cityId}, ${publicationId}, ${page.slug}, ${page.kind}, ${page.title}, ${context.now}, ${JSON.stringify(page.content)}, ${digest})`);
  if (page.supersedes) {
    tx.later(
      sql`update publications set superseded_by = ${publicationId} where city_id = ${cityId} and publication_id = ${page.supersedes}`,
    );
  }
  return { publicationId, digest };
};
