import { useCommand } from '#platform/ui/data.ts';
import { useText } from '#platform/ui/text/use-text.tsx';
import { consultationContract } from '../../consultation.contract.ts';
import { consultationTexts } from '../../consultation.text.ts';
import { remarkOutcomes, rulings } from '../../domain/consultation.ts';
import { AnswerDialog } from './answer-dialog.tsx';
import { type Comment, consultationClient, type Remark } from './consultation-client.ts';

/** 采纳 or 不采纳 a comment on a draft. */
export const RulingDialog = ({ comment, onClose }: { readonly comment: Comment; readonly onClose: () => void }) => {
  const t = useText(consultationTexts);
  const { run } = useCommand(consultationClient.ruleOnComment);
  const { commentId, ruling: before } = comment;
  return (
    <AnswerDialog
      title={t('consultation.rule.title')}
      said={{ ...comment, text: comment.comment }}
      about={comment.itemId === null ? t('consultation.comment.whole') : `${comment.clause} ${comment.itemText}`}
      options={rulings.map((value) => ({
        value,
        label: t(`consultation.ruling.${value}`),
        note: value === 'adopted' ? t('consultation.rule.adopted-next') : undefined,
      }))}
      before={before}
      reason={comment.rulingReason}
      schema={consultationContract.ruleOnComment.body}
      field="ruling"
      send={(ruling, reason) => run({ params: { commentId }, body: { before, ruling, reason } })}
      onClose={onClose}
    />
  );
};

/** 已采用到新版 or 暂不采用 a remark on an item. */
export const OutcomeDialog = ({ remark, onClose }: { readonly remark: Remark; readonly onClose: () => void }) => {
  const t = useText(consultationTexts);
  const { run } = useCommand(consultationClient.answerRemark);
  const { remarkId, outcome: before } = remark;
  return (
    <AnswerDialog
      title={t('remark.answer.title', { clause: remark.clause })}
      said={{ ...remark, text: remark.remark }}
      about={remark.itemText}
      options={remarkOutcomes.map((value) => ({ value, label: t(`remark.outcome.${value}`) }))}
      before={before}
      reason={remark.outcomeReason}
      schema={consultationContract.answerRemark.body}
      field="outcome"
      send={(outcome, reason) => run({ params: { remarkId }, body: { before, outcome, reason } })}
      onClose={onClose}
    />
  );
};
