import { Link } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { LinkButton } from '#platform/ui/button.tsx';
import { useRead } from '#platform/ui/data.ts';
import { PageHead } from '#platform/ui/page-head.tsx';
import { useText } from '#platform/ui/text/use-text.tsx';
import { consultationTexts } from '../../consultation.text.ts';
import { Comments } from './comments.tsx';
import { consultationClient } from './consultation-client.ts';
import { RemarkCards } from './remark-cards.tsx';

/** 我的意见: everything that the own side said about standards, and what became of it. */
export const OpinionsPage = () => {
  const t = useText(consultationTexts);
  return (
    <div className="ui-page">
      <PageHead title={t('opinion.title')} />
      <Answered read={useRead(consultationClient.ownOpinions, {})}>
        {({ comments, remarks }) => (
          <>
            <section className="ui-panel csl-own">
              <h2>{t('opinion.comments')}</h2>
              {comments.length === 0 && (
                <div className="ui-empty">
                  <p>{t('opinion.comments-empty')}</p>
                  <LinkButton href="/consultations">{t('opinion.to-consultations')}</LinkButton>
                </div>
              )}
              {comments.map((comment) => (
                <div key={comment.commentId} className="csl-about">
                  <p>
                    <Link href={`/consultations/${comment.consultationId}`}>
                      {t('consultation.new.of', { title: comment.title })}
                    </Link>{' '}
                    <span className="ui-soft">
                      {comment.itemId === null
                        ? t('consultation.comment.whole')
                        : `${comment.clause} ${comment.itemText}`}
                    </span>
                  </p>
                  <Comments comments={[comment]} mayRule={false} />
                </div>
              ))}
            </section>
            <section className="ui-panel csl-own">
              <h2>{t('opinion.remarks')}</h2>
              {remarks.length === 0 ? (
                <p className="ui-empty">{t('opinion.remarks-empty')}</p>
              ) : (
                <RemarkCards
                  remarks={remarks}
                  about={(remark) => (
                    <p className="ui-soft">
                      {remark.editionTitle} {remark.clause} {remark.itemText}
                    </p>
                  )}
                />
              )}
            </section>
          </>
        )}
      </Answered>
    </div>
  );
};
