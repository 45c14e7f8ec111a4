import type { PlainDate } from '#lib/plain-date.ts';
import { type Fault, issues, ok, type Result, refuse } from '#lib/result.ts';
import { command } from '#parties/access/command.ts';
import type { Actor } from '#parties/access/domain/roles.ts';
import { type Sql, sql } from '#platform/db/sql.ts';
import type { Tx } from '#platform/db/tx.ts';
import { newId } from '#platform/ids.ts';
import { consultationContract } from '../../consultation.contract.ts';
import type { CommentSide } from '../../domain/consultation.ts';
import { askedIn, speaker } from './asked.ts';

interface Comment {
  readonly consultationId: string;
  readonly itemId: string | null;
  readonly comment: string;
}

/** Whether a comment on this item can be taken now. The draft is locked so that it is not published meanwhile. */
const acceptable = async (
  tx: Tx,
  actor: Actor,
  { consultationId, itemId }: Comment,
  visible: Sql,
): Promise<Result<{ readonly closesOn: PlainDate }, Fault>> => {
  const found = await tx.row<{ closesOn: PlainDate; state: string; itemKnown: boolean }>(sql`
    select c.closes_on as "closesOn", d.state,
      ${itemId}::text is null or exists (select 1 from jsonb_array_elements(c.content->'items') i where i->>'id' = ${itemId})
        or exists (select 1 from editions e cross join jsonb_array_elements(e.content->'items') i
          where e.city_id = c.city_id and e.edition_hash = c.against_hash and i->>'id' = ${itemId}) as "itemKnown"
    from consultations c join edition_drafts d on d.city_id = c.city_id and d.draft_id = c.draft_id
    where c.city_id = ${actor.cityId} and c.consultation_id = ${consultationId} and ${visible} for share of d`);
  if (!found) return refuse('input.noSuchRecord', 404);
  if (found.state !== 'drafting') return refuse('consultation.draftSettled', 409, undefined, 'final');
  if (!found.itemKnown) return issues([{ path: 'itemId', code: 'consultation.itemUnknown' }]);
  return ok({ closesOn: found.closesOn });
};

interface Author {
  readonly side: CommentSide;
  readonly id: string | null;
  readonly name: string;
  readonly of: string;
  readonly bodyId: string | null;
  readonly enterpriseId: string | null;
  readonly recordedBy: string | null;
}

const insert = (tx: Tx, cityId: number, now: Date, comment: Comment, author: Author): string => {
  const commentId = newId();
  tx.later(sql`insert into consultation_comments (city_id, comment_id, consultation_id, item_id, comment, side, author_id, author_name, author_of,
      body_id, enterprise_id, recorded_by_name, made_at)
    values (${cityId}, ${commentId}, ${comment.consultationId}, ${comment.itemId}, ${comment.comment}, ${author.side}, ${author.id}, ${author.name},
      ${author.of}, ${author.bodyId}, ${author.enterpriseId}, ${author.recordedBy}, ${now})`);
  return commentId;
};

/** One of those asked comments on an item, or on the whole. */
export const addComment = command(consultationContract.addComment, {
  name: 'standards.comment',
  run: async (tx, { params, body }, { actor, now, today }) => {
    const comment = { consultationId: params.consultationId, ...body };
    const accepted = await acceptable(tx, actor, comment, askedIn(actor));
    if (!accepted.ok) return accepted;
    const { closesOn } = accepted.value;
    if (today > closesOn) return refuse('consultation.closed', 409, { closedOn: closesOn }, 'final');
    const { side, of, bodyId } = await speaker(tx, actor);
    const author = { side, id: actor.accountId, name: actor.name, of, bodyId, recordedBy: null };
    const enterpriseId = side === 'enterprise' ? actor.enterpriseId : null;
    const commentId = insert(tx, actor.cityId, now, comment, { ...author, enterpriseId });
    return ok({
      done: { commentId },
      subject: { type: 'consultation', id: params.consultationId },
      record: { commentId, side, ...body },
    });
  },
});

/** The city office records what came on paper, by telephone or in a meeting; what was posted in time may arrive after the last day. */
export const recordLetter = command(consultationContract.recordLetter, {
  name: 'standards.record-letter',
  run: async (tx, { params, body }, { actor, now }) => {
    const comment = { consultationId: params.consultationId, itemId: body.itemId, comment: body.comment };
    const accepted = await acceptable(tx, actor, comment, sql`true`);
    if (!accepted.ok) return accepted;
    const commentId = insert(tx, actor.cityId, now, comment, {
      side: 'letter',
      id: null,
      name: body.authorName,
      of: body.authorOf,
      bodyId: null,
      enterpriseId: null,
      recordedBy: actor.name,
    });
    return ok({
      done: { commentId },
      subject: { type: 'consultation', id: params.consultationId },
      record: { commentId, ...body },
    });
  },
});
