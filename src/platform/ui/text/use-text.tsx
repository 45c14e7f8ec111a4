import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Fault, Issue, Params } from '#lib/result.ts';
import { type Catalogue, fill, shownParams, type Translate, translator, wordingOf } from '../../text.ts';
import { ApiFault, OfflineFault } from '../api/faults.ts';
import { uiTexts } from '../ui.text.ts';
import { knownTexts } from './known-texts.ts';
import { useLanguage } from './language.tsx';

/** `t(key, params)` in the person's language, for one catalogue. */
export const useText = <Key extends string>(texts: Catalogue<Key>): Translate<Key> => {
  const { language } = useLanguage();
  return useMemo(() => translator(texts, language), [texts, language]);
};

/** Stands where a wording is on its way: nobody is shown a code. */
const ON_ITS_WAY = '…';

/** Wording of a code that came from the server; `…` while the catalogues of the slices are on their way, undefined if none knows it. */
export const useCodeText = (): ((code: string, params?: Params) => string | undefined) => {
  const catalogues = useSyncExternalStore(knownTexts.subscribe, knownTexts.current);
  const { language } = useLanguage();
  return useCallback(
    (code, params) => {
      // The newest: a fault is worded in the moment in which it arrives, with the catalogues that came with it.
      const now = catalogues.length > 0 ? catalogues : knownTexts.current();
      const wording = wordingOf([uiTexts, ...now], language, code);
      if (wording === undefined && now.length === 0) void knownTexts.request();
      if (wording === undefined) return knownTexts.isUnderWay() ? ON_ITS_WAY : undefined;
      return fill(wording, params && shownParams(params, language));
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
