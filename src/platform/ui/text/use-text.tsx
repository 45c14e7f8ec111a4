import { createContext, type ReactNode, use, useCallback, useMemo } from 'react';
import type { Fault, Issue, Params } from '#lib/result.ts';
import { type Catalogue, fill, shownParams, type Translate, translator, wordingOf } from '../../text.ts';
import { ApiFault, OfflineFault } from '../api/faults.ts';
import { uiTexts } from '../ui.text.ts';
import { useLanguage } from './language.tsx';

/** `t(key, params)` in the person's language, for one catalogue. */
export const useText = <Key extends string>(texts: Catalogue<Key>): Translate<Key> => {
  const { language } = useLanguage();
  return useMemo(() => translator(texts, language), [texts, language]);
};

const Registered = createContext<readonly Catalogue[]>([]);

/** Makes the catalogues of all slices known, for the codes that the server sends. */
export const CatalogueProvider = (props: {
  readonly catalogues: readonly Catalogue[];
  readonly children: ReactNode;
}) => <Registered value={props.catalogues}>{props.children}</Registered>;

/** Wording of a code that came from the server; undefined if no catalogue knows it. */
export const useCodeText = (): ((code: string, params?: Params) => string | undefined) => {
  const catalogues = use(Registered);
  const { language } = useLanguage();
  return useCallback(
    (code, params) => {
      const wording = wordingOf([uiTexts, ...catalogues], language, code);
      return wording === undefined ? undefined : fill(wording, params && shownParams(params, language));
    },
    [catalogues, language],
  );
};

export interface FaultText {
  /** The sentence for anything that was thrown by a call, or for a fault itself. */
  readonly fault: (error: unknown) => string;
  readonly issue: (issue: Issue) => string;
}

const isFault = (value: unknown): value is Fault =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'issues' || value.kind === 'refusal');

/** Turns faults into sentences. A code without wording is shown as such, so that it is noticed. */
export const useFaultText = (): FaultText => {
  const codeText = useCodeText();
  return useMemo(() => {
    const word = (code: string, params?: Params) =>
      codeText(code, params) ?? codeText('fault.unknown', { code }) ?? code;
    const wordFault = (fault: Fault) =>
      fault.kind === 'refusal' ? word(fault.code, fault.params) : word('input.issues');
    return {
      issue: (issue) => word(issue.code, issue.params),
      fault: (error) => {
        if (error instanceof OfflineFault) return word('network.lost');
        if (error instanceof ApiFault) return wordFault(error.fault);
        return isFault(error) ? wordFault(error) : word('error.crash');
      },
    };
  }, [codeText]);
};

/** The base catalogue's `t`. */
export const useUiText = () => useText(uiTexts);
