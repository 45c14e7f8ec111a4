import { useMemo } from 'react';
import { isPlainDate, plainDate } from '#lib/plain-date.ts';
import type { FactDocument } from '#parties/enterprises/domain/fact-document.ts';
import { liveScore } from '#process/standards/domain/index.ts';
import type { LoadedEdition } from '#process/standards/web/use-edition.ts';
import type { Declaration } from '../declaration.contract.ts';
import { completenessOf, givenAnswers } from '../domain/completeness.ts';
import type { DraftItems } from '../domain/draft-answers.ts';
import { asFacts } from '../domain/gate-facts.ts';
import { unconfirmed } from '../domain/registration/sources.ts';
import { registrationGaps } from '../domain/registration.ts';
import type { Registration } from '../domain/registration-fields.ts';
import { sectionsOf } from '../domain/sections.ts';

export const draftsOf = (declaration: Declaration): DraftItems =>
  Object.assign({}, ...Object.values(declaration.sections).map(({ items }) => items));

export const factsOf = (declaration: Declaration) =>
  asFacts(
    declaration.facts.flatMap((fact) =>
      isPlainDate(fact.happenedOn) ? [{ ...fact, happenedOn: fact.happenedOn }] : [],
    ),
  );

export const documentsOf = (declaration: Declaration): readonly FactDocument[] =>
  declaration.facts.map(({ kind, happenedOn, ...document }) => ({ ...document, fact: kind, date: happenedOn }));

/** How far a declaration is: gaps, progress by section, score so far; by the functions with which the server decides. */
export const useProgress = (declaration: Declaration, loaded: LoadedEdition) =>
  useMemo(() => {
    const sections = sectionsOf(loaded.edition);
    const drafts = draftsOf(declaration);
    const today = plainDate(declaration.today);
    const form = declaration.registration as Registration;
    const gaps = [
      ...registrationGaps(form, declaration.formSetting),
      ...unconfirmed(form, declaration.registrationSources).map((path) => ({ path, code: 'registration.unconfirmed' })),
    ];
    const answers = givenAnswers(drafts);
    const facts = factsOf(declaration);
    return {
      sections,
      drafts,
      completeness: completenessOf(sections, drafts, gaps),
      live: liveScore(loaded.plan, { asOf: today, answers, facts }),
    };
  }, [declaration, loaded]);
