import { campaignOf, type Declarant, submittedDeclaration } from '#process/declaration/testing/declarations.ts';
import type { Answer, Edition, Item } from '#process/standards/domain/index.ts';
import { reviewOf } from '../../../../tests/verbs.ts';
import { CITY, type Visitor, type World } from '../../../../tests/world.ts';

/** A declaration of full marks, but for one item that is answered as not applicable, and its review. */
export interface Desk {
  readonly declared: Declarant & { readonly submissionId: string };
  readonly reviewId: string;
  readonly path: string;
  readonly reviewer: Visitor;
  readonly signOff: Visitor;
  /** The workbench as the reviewer sees it. */
  read(): Promise<Reply['body']>;
  verdicts(items: object, visitor?: Visitor): ReturnType<Visitor['send']>;
  /** Commands recorded on the review, in order. */
  audit(): Promise<string[]>;
}
type Reply = Awaited<ReturnType<Visitor['get']>>;

/** Sets up one review after another in 东区. */
export const createDesks = async (world: World) => {
  const campaignId = await campaignOf(world);
  const { rows } = await world.database.owner.query(`select content from editions where industry = 'machinery'`);
  const edition: Edition = rows[0].content;
  const absent = edition.items.find(({ na, kind }) => na === 'allowed' && kind === 'scored') as Item;
  const answered = (item: Item): Answer => {
    if (item.id === absent.id) return { na: '本单位无此设施' };
    return item.scoring === 'met' ? { met: true } : { points: item.full };
  };
  const open = async (): Promise<Desk> => {
    const declared = await submittedDeclaration(world, campaignId, { industry: 'machinery' }, answered);
    const reviewId = await reviewOf(world, declared.submissionId);
    const path = `/api/reviews/${reviewId}`;
    const reviewer = world.as('dongquReviewer');
    return {
      declared,
      reviewId,
      path,
      reviewer,
      signOff: world.as('dongquSignOff'),
      read: async () => (await reviewer.get(path)).body,
      verdicts: (items, visitor = reviewer) => visitor.send('PUT', `${path}/verdicts`, { items }),
      audit: async () => {
        const audited = await world.database.owner.query(
          `select command from audit_entries where city_id = $1 and subject_id = $2 order by recorded_at`,
          [CITY, reviewId],
        );
        return audited.rows.map((row) => row.command);
      },
    };
  };
  const scored = edition.items.find(
    ({ id, scoring, kind }) => scoring === 'points' && kind === 'scored' && id !== absent.id,
  ) as Item;
  return { campaignId, edition, absent, scored, open };
};
