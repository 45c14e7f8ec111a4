import type pg from 'pg';
import { searchPatterns } from '#parties/enterprises/domain/search-text.ts';
import type { PublicationContent, PublicationKind } from '#support/publication/domain/publication.ts';

/** Everything the public site reads, with the rights of the public reader: finished pages and nothing else. */
export interface Published {
  readonly slug: string;
  readonly kind: PublicationKind;
  readonly title: string;
  readonly published_at: Date;
  readonly digest: string;
  readonly content: PublicationContent;
  /** The page that came after it, and the one that it follows: a draw's result and its pool. */
  readonly next: PageLink | null;
  readonly previous: PageLink | null;
}

export type PageLink = Pick<Published, 'slug' | 'title'>;

export type PublishedLine = Pick<Published, 'slug' | 'kind' | 'title' | 'published_at'> & {
  readonly until: string | null;
};

export interface PublicClass {
  readonly enterprise_name: string;
  readonly unit_name: string;
  readonly division_name: string;
  readonly industry_name: string;
  readonly class_name: string;
  readonly class_colour: string;
  readonly class_meaning: string;
  readonly list_number: string;
  readonly list_slug: string;
  readonly valid_from: string;
  readonly valid_until: string;
}

export const publishedLines = async (pool: pg.Pool, cityId: number): Promise<PublishedLine[]> =>
  (
    await pool.query(
      `select slug, kind, title, published_at, content #>> '{objections,until}' as until from publications where city_id = $1 order by published_at desc limit 300`,
      [cityId],
    )
  ).rows;

export const publishedPage = async (pool: pg.Pool, cityId: number, slug: string): Promise<Published | undefined> =>
  (
    await pool.query(
      `select p.slug, p.kind, p.title, p.published_at, p.digest, p.content,
         (select json_build_object('slug', n.slug, 'title', n.title) from publications n
          where n.city_id = p.city_id and n.publication_id = p.superseded_by) as next,
         (select json_build_object('slug', f.slug, 'title', f.title) from publications f
          where f.city_id = p.city_id and f.superseded_by = p.publication_id order by f.published_at desc limit 1) as previous
       from publications p where p.city_id = $1 and p.slug = $2`,
      [cityId, slug],
    )
  ).rows[0];

export const SHOWN_AT_MOST = 50;

/** Corrections of a page, the newest first: their addresses begin with the page's own. */
export const correctionsOf = async (
  pool: pg.Pool,
  cityId: number,
  slug: string,
): Promise<Pick<Published, 'slug' | 'title' | 'published_at'>[]> =>
  (
    await pool.query(
      `select slug, title, published_at from publications
       where city_id = $1 and kind = 'correction' and starts_with(slug, $2) order by published_at desc`,
      [cityId, `${slug}-correction-`],
    )
  ).rows;

/** Units found by enterprise or own name, pinyin or credit code, one more than is shown, so that the page can say so. */
export const findClasses = async (pool: pg.Pool, cityId: number, text: string): Promise<PublicClass[]> => {
  const patterns = searchPatterns(text);
  if (patterns.length === 0) return [];
  return (
    await pool.query(
      `select enterprise_name, unit_name, division_name, industry_name, class_name, class_colour, class_meaning, list_number, list_slug, valid_from, valid_until
       from public_classes where city_id = $1 and search_text like all ($2::text[])
       order by enterprise_name, unit_name, valid_from desc limit ${SHOWN_AT_MOST + 1}`,
      [cityId, patterns],
    )
  ).rows;
};
