import { lazy, Suspense, useMemo, useState } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { Button } from '#platform/ui/button.tsx';
import { Dialog } from '#platform/ui/dialog.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { ClassTag } from '#platform/ui/marks.tsx';
import { useText, useUiText } from '#platform/ui/text/use-text.tsx';
import {
  ANSWERS_FORMAT,
  type Answer,
  answerFault,
  type LiveScore,
  liveScore,
  score,
} from '#process/standards/domain/index.ts';
import { className } from '#process/standards/edition-words.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../../declaration.contract.ts';
import { declarationTexts } from '../../declaration.text.ts';
import { givenAnswers, givenDeductions } from '../../domain/completeness.ts';
import type { DraftItems } from '../../domain/draft-answers.ts';
import { documentsOf, factsOf } from '../use-progress.ts';

const NextClass = lazy(async () => ({ default: (await import('./next-class.tsx')).NextClass }));
const TraceView = lazy(async () => ({
  default: (await import('#process/standards/web/trace-view.tsx')).TraceView,
}));

interface Props {
  readonly declaration: Declaration;
  readonly loaded: LoadedEdition;
  readonly drafts: DraftItems;
}

/** What the answers come to so far: how many, between which scores, which class; worked out here with the server's own functions. */
export const LivePanel = ({ declaration, loaded, drafts }: Props) => {
  const t = useText(declarationTexts);
  const { edition, plan } = loaded;
  const facts = useMemo(() => factsOf(declaration), [declaration]);
  const answers = givenAnswers(drafts);
  const live = liveScore(plan, { asOf: plainDate(declaration.today), answers, facts });
  return (
    <div className="live" role="status" aria-label={t('declaration.live.title')}>
      <span>
        {t('declaration.live.answered')}{' '}
        <b>
          {live.answered}/{live.total}
        </b>
      </span>
      <span>
        {t(live.answered === live.total ? 'declaration.list.score' : 'declaration.live.interval')}{' '}
        <b>{interval(live)}</b>
      </span>
      <span className="live-class">
        {t('declaration.live.class')} <LiveClass live={live} loaded={loaded} />
      </span>
      {live.answered === live.total && (
        <Suspense>
          <NextClass declaration={declaration} loaded={loaded} drafts={drafts} />
        </Suspense>
      )}
      <LiveWhy
        declaration={declaration}
        loaded={loaded}
        answers={answers}
        deductions={givenDeductions(drafts)}
        edition={edition}
        open={live.total - live.answered}
      />
    </div>
  );
};

const interval = ({ best, worst }: LiveScore): string => {
  if (best === null || worst === null) return best?.printed ?? '';
  return best.printed === worst.printed ? best.printed : `${worst.printed}–${best.printed}`;
};

const LiveClass = ({ live, loaded: { edition } }: { readonly live: LiveScore; readonly loaded: LoadedEdition }) => {
  const t = useText(declarationTexts);
  if (live.best === null) return <b>{t('declaration.live.nothing')}</b>;
  const name = (code: string | null) => (code === null ? t('declaration.live.refused') : className(edition, code));
  if (live.settled === null) {
    if (live.best.class === null && live.worst?.class === null) return <b>{t('declaration.live.refused')}</b>;
    return (
      <b>{t('declaration.live.class.open', { best: name(live.best.class), worst: name(live.worst?.class ?? null) })}</b>
    );
  }
  const member = edition.classes.find(({ code }) => code === live.settled);
  return <ClassTag code={live.settled} name={name(live.settled)} colour={member?.colour ?? '#565e68'} />;
};

/** The account of the class: of the answers if they are complete, else as if the open ones had full points. */
const LiveWhy = (props: {
  readonly declaration: Declaration;
  readonly loaded: LoadedEdition;
  readonly edition: LoadedEdition['edition'];
  readonly answers: Readonly<Record<string, Answer>>;
  readonly deductions: ReturnType<typeof givenDeductions>;
  readonly open: number;
}) => {
  const t = useText(declarationTexts);
  const ui = useUiText();
  const [shown, setShown] = useState(false);
  return (
    <>
      <Button look="link" aria-haspopup="dialog" onClick={() => setShown(true)}>
        {ui('why.title')}
      </Button>
      {shown && (
        <Dialog
          title={props.open === 0 ? ui('why.title') : t('declaration.live.as-if.title')}
          shape="drawer"
          onClose={() => setShown(false)}
        >
          {props.open > 0 && <p>{t('declaration.live.as-if', { count: props.open })}</p>}
          <Account {...props} />
        </Dialog>
      )}
    </>
  );
};

const Account = ({ declaration, loaded, answers, deductions, open }: Parameters<typeof LiveWhy>[0]) => {
  const t = useText(declarationTexts);
  const full = (item: LoadedEdition['edition']['items'][number]): Answer => {
    const given = answers[item.id];
    if (given !== undefined && answerFault(item, given) === undefined) return given;
    return item.scoring === 'met' ? { met: true } : { points: item.full };
  };
  const scored = score(
    loaded.plan,
    {
      format: ANSWERS_FORMAT,
      edition: loaded.hash,
      asOf: plainDate(declaration.today),
      answers: Object.fromEntries(loaded.edition.items.map((item) => [item.id, full(item)])),
      facts: factsOf(declaration),
    },
    { trace: true },
  );
  return scored.ok ? (
    <Suspense fallback={<Loading />}>
      <TraceView
        edition={loaded.edition}
        trace={scored.value.trace}
        editionHash={loaded.hash}
        deductions={deductions}
        documents={documentsOf(declaration)}
        changes={open === 0}
      />
    </Suspense>
  ) : (
    <p>{t('declaration.live.nothing')}</p>
  );
};
