import { type FormEvent, useRef, useState } from 'react';
import { announce } from '#platform/ui/announce.tsx';
import { Button } from '#platform/ui/button.tsx';
import { useCommand } from '#platform/ui/data.ts';
import { useFaultText, useText, useUiText } from '#platform/ui/text/use-text.tsx';
import { useToday } from '#platform/ui/time/time.tsx';
import { readPaperCode } from '../../domain/paper/paper-code.ts';
import type { Paper } from '../../paper.contract.ts';
import { type PaperKey, paperTexts } from '../../paper.text.ts';
import { ArrivalFields, type ArrivalWay } from './arrival-fields.tsx';
import { CopyTicks, type TickedCopy } from './copy-ticks.tsx';
import { lacksText, paperClient } from './paper-client.ts';

/** A declaration of which copies were scanned, with the code of each. */
interface Scanned {
  readonly paper: Paper;
  readonly copies: readonly (TickedCopy & { readonly code: string })[];
}

/** Copies as they come out of their envelopes: each scan adds one, the cursor stays in the field, all are registered together. */
export const DeskScanner = () => {
  const t = useText(paperTexts);
  const ui = useUiText();
  const faults = useFaultText();
  const register = useCommand(paperClient.registerCopies);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [scanned, setShown] = useState<readonly Scanned[]>([]);
  // The next copy is often scanned before the answer for this one has come: each is added to all that were, not to what was shown.
  const newest = useRef(scanned);
  const [arrivedOn, setArrivedOn] = useState<string>(useToday());
  const [way, setWay] = useState<ArrivalWay>('by-hand');

  const setScanned = (list: readonly Scanned[]) => {
    newest.current = list;
    setShown(list);
  };

  const take = (paper: Paper, copy: number, code: string): string | null => {
    if (paper.wanted?.submissionId !== paper.submissionId) {
      const { sequence, wanted } = paper;
      return wanted
        ? t('paper.superseded', { sequence, newest: wanted.sequence, receipt: wanted.receiptNumber })
        : t('paper.notAskedFor', { sequence });
    }
    const arrival = paper.copies[copy - 1]?.arrival;
    if (arrival?.signed && arrival.sealed) return t('paper.registeredAlready', { copy, arrivedOn: arrival.arrivedOn });
    const before = newest.current.find((one) => one.paper.submissionId === paper.submissionId);
    if (before?.copies.some((one) => one.copy === copy)) return t('paper.desk.already', { copy });
    const ticked = { copy, code, came: true, signed: false, sealed: false };
    setScanned([
      ...newest.current.filter((one) => one !== before),
      { paper, copies: [...(before?.copies ?? []), ticked].toSorted((one, other) => one.copy - other.copy) },
    ]);
    return null;
  };

  const handleScan = async (event: FormEvent) => {
    event.preventDefault();
    const given = typed;
    setTyped('');
    field.current?.focus();
    const read = readPaperCode(given);
    if (!read.ok) {
      const [issue] = read.error.issues;
      // Worded here: the catalogues of the server's codes may not have been loaded yet.
      setWrong(issue ? t(issue.code as PaperKey, issue.params) : null);
      return;
    }
    try {
      const { paper, copy } = await paperClient.check({ params: { paperCode: read.value.code } });
      setWrong(take(paper, copy, read.value.code));
    } catch (error) {
      setWrong(faults.fault(error));
    }
  };

  const tickAll = () =>
    setScanned(
      newest.current.map((one) => ({
        ...one,
        copies: one.copies.map((copy) => ({ ...copy, signed: true, sealed: true })),
      })),
    );

  const handleRegister = async () => {
    for (const { paper, copies } of scanned) {
      const came = copies.filter((one) => one.came);
      if (came.length === 0) continue;
      try {
        const { lacks, receiptNumber } = await register.run({
          params: { submissionId: paper.submissionId },
          body: {
            copies: came.map(({ copy, signed, sealed, code }) => ({ copy, signed, sealed, code })),
            arrivedOn,
            way,
            note: '',
          },
        });
        setScanned(newest.current.filter((one) => one.paper.submissionId !== paper.submissionId));
        const unit = paper.unitName;
        announce(
          receiptNumber
            ? t('paper.desk.registered.whole', { unit, number: receiptNumber })
            : t('paper.desk.registered', { unit, lacks: lacksText(lacks, t, ui('text.comma')) }),
        );
      } catch (error) {
        setWrong(`${paper.unitName}${ui('text.comma')}${faults.fault(error)}`);
        break;
      }
    }
    field.current?.focus();
  };

  const count = scanned.reduce((sum, { copies }) => sum + copies.filter((one) => one.came).length, 0);
  return (
    <section className="ui-panel paper-scanner">
      <form className="ui-row" onSubmit={(event) => void handleScan(event)}>
        <label htmlFor="paper-scan">
          <b>{t('paper.desk.scan')}</b>
        </label>
        <input
          id="paper-scan"
          ref={field}
          className="ui-input paper-code"
          // The desk opens this page to scan, and a scanner types wherever the cursor is.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-invalid={wrong !== null}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="submit">{t('paper.desk.add')}</Button>
        <span className="ui-soft">{t('paper.desk.scan.hint')}</span>
      </form>
      {wrong !== null && (
        <p className="ui-wrong" role="alert">
          {wrong}
        </p>
      )}
      <h2>{t('paper.desk.pending')}</h2>
      {scanned.length === 0 && <p className="ui-soft">{t('paper.desk.pending.none')}</p>}
      {scanned.map(({ paper, copies }) => (
        <div key={paper.submissionId} className="paper-scanned">
          <p className="ui-row">
            <b>{paper.unitName}</b>
            <span className="ui-soft">
              {t('paper.version.nth', { sequence: paper.sequence, versions: paper.versions })}{' '}
              <code className="paper-code">{paper.shortDigest}</code>
            </span>
            <span className="ui-spread" />
            <Button
              look="link"
              onClick={() => setScanned(newest.current.filter((one) => one.paper.submissionId !== paper.submissionId))}
            >
              {t('paper.desk.drop')}
            </Button>
          </p>
          <CopyTicks
            copies={copies}
            keeperOf={(copy) => paper.copies[copy - 1]?.keeper ?? ''}
            onChange={(next) =>
              setScanned(
                newest.current.map((one) =>
                  one.paper.submissionId === paper.submissionId ? { ...one, copies: next as typeof one.copies } : one,
                ),
              )
            }
          />
        </div>
      ))}
      {scanned.length > 0 && (
        <div className="ui-row">
          <ArrivalFields arrivedOn={arrivedOn} way={way} onDay={setArrivedOn} onWay={setWay} />
          <span className="ui-spread" />
          <Button onClick={tickAll}>{t('paper.desk.all')}</Button>
          <Button
            look="primary"
            pending={register.pending}
            disabled={count === 0}
            onClick={() => void handleRegister()}
          >
            {t('paper.desk.register', { count })}
          </Button>
        </div>
      )}
    </section>
  );
};
