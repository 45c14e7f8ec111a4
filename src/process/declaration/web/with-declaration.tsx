import type { ReactNode } from 'react';
import { plainDate } from '#lib/plain-date.ts';
import { usePathParams } from '#platform/ui/address.tsx';
import { Answered } from '#platform/ui/answered.tsx';
import { Loading } from '#platform/ui/loading.tsx';
import { ANSWERS_FORMAT, type Answer, score } from '#process/standards/domain/index.ts';
import { type LoadedEdition, useEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../declaration.contract.ts';
import { isAnsweredWhole } from '../domain/completeness.ts';
import { useDeclaration } from './declaration-client.ts';
import { factsOf } from './use-progress.ts';

/** What a page of one declaration shows. */
export interface Shown {
  readonly declaration: Declaration;
  readonly loaded: LoadedEdition;
}

/** The declaration that the address names, with its edition, once both are there. */
export const WithDeclaration = ({ children }: { readonly children: (shown: Shown) => ReactNode }) => {
  const { declarationId } = usePathParams<'declarationId'>();
  return (
    <Answered read={useDeclaration(declarationId)}>
      {(declaration) => <WithEdition declaration={declaration}>{children}</WithEdition>}
    </Answered>
  );
};

const WithEdition = (props: { readonly declaration: Declaration; readonly children: (shown: Shown) => ReactNode }) => {
  const { loaded } = useEdition(props.declaration.editionHash);
  return loaded ? props.children({ declaration: props.declaration, loaded }) : <Loading />;
};

/** Score, class and trace as of today; undefined while an item waits for an answer that counts. */
export const scoreToday = ({ declaration, loaded }: Shown, answers: Readonly<Record<string, Answer>>) =>
  isAnsweredWhole(loaded.edition, answers)
    ? score(
        loaded.plan,
        {
          format: ANSWERS_FORMAT,
          edition: loaded.hash,
          asOf: plainDate(declaration.today),
          answers,
          facts: factsOf(declaration),
        },
        { trace: true },
      )
    : undefined;
