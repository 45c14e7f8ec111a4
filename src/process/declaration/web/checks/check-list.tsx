import { useState } from 'react';
import { Link } from '#platform/ui/address.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useFaultText, useText } from '#platform/ui/text/use-text.tsx';
import type { Edition } from '#process/standards/domain/index.ts';
import type { CheckIssue } from '../../checks.contract.ts';
import { checksTexts } from '../../checks.text.ts';
import { useCheckPlace } from './check-place.ts';
import './checks.css';

const FEW = 12;

/** Sentences of one item that need other words where they are said of several. */
const ofSeveral = ['answers.itemUnanswered', 'answers.naWithoutReason', 'answers.deductionWithoutReason'] as const;

interface Kind {
  readonly key: string;
  readonly issues: readonly [CheckIssue, ...CheckIssue[]];
}

/** Those that say the same thing of different places, together. */
const byKind = (issues: readonly CheckIssue[]): readonly Kind[] => {
  const found = new Map<string, [CheckIssue, ...CheckIssue[]]>();
  for (const issue of issues) {
    // What is asked for differs from item to item and stands at the item; the sentence is the same.
    const { asked: _, item: __, ...params } = issue.params ?? {};
    const key = `${issue.code} ${JSON.stringify(params)}`;
    const there = found.get(key);
    if (there) there.push(issue);
    else found.set(key, [issue]);
  }
  return [...found].map(([key, list]) => ({ key, issues: list }));
};

interface Props {
  readonly declarationId: string;
  readonly edition: Edition;
  readonly issues: readonly CheckIssue[];
}

/** What the checks found, each sentence once, with a link to every place it is about. */
export const CheckList = ({ issues, ...place }: Props) => (
  <ul className="check-list">
    {byKind(issues).map((kind) => (
      <OneKind key={kind.key} kind={kind} {...place} />
    ))}
  </ul>
);

const OneKind = ({ kind, declarationId, edition }: Omit<Props, 'issues'> & { readonly kind: Kind }) => {
  const t = useText(checksTexts);
  const faults = useFaultText();
  const placeOf = useCheckPlace(declarationId, edition);
  const [all, setAll] = useState(false);
  const { issues } = kind;
  const several = issues.length > 1 ? ofSeveral.find((code) => code === issues[0].code) : undefined;
  const shown = all ? issues : issues.slice(0, FEW);
  return (
    <li>
      <p>
        {several
          ? t(`checks.each.${several}`)
          : faults.issue({ ...issues[0], params: { ...issues[0].params, item: placeOf(issues[0].path).label } })}
        {issues.length > 1 && <span className="ui-soft">{t('checks.count', { count: issues.length })}</span>}
      </p>
      <p className="check-places">
        {shown.map((issue) => {
          const place = placeOf(issue.path);
          return (
            <Link key={issue.path} href={place.href}>
              {place.label}
            </Link>
          );
        })}
        {shown.length < issues.length && (
          <Button look="link" onClick={() => setAll(true)}>
            {t('checks.show-all', { count: issues.length })}
          </Button>
        )}
      </p>
    </li>
  );
};
