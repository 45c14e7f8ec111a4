import type { FactDocument } from '#parties/enterprises/domain/fact-document.ts';
import type { TraceStep } from './domain/index.ts';

/** The documents of the facts that each gate of an account counted, by gate; gates whose facts name none are left out. */
export const gateDocuments = <Document extends FactDocument>(
  trace: readonly TraceStep[],
  documents: readonly Document[],
): ReadonlyMap<string, readonly Document[]> =>
  new Map(
    trace.flatMap((step): [string, readonly Document[]][] => {
      if (step.rule !== 'gate.counted') return [];
      const { gate, fact, dates } = step.inputs;
      const found = documents.filter((one) => one.fact === fact && dates.some((date) => date === one.date));
      return found.length === 0 ? [] : [[gate, found]];
    }),
  );

/** Of an account that ends with a status, the documents behind it, as `gateDocuments` finds them; otherwise none. */
export const statusDocuments = <Document extends FactDocument>(
  trace: readonly TraceStep[],
  documents: readonly Document[],
): readonly Document[] =>
  trace.flatMap((step) =>
    step.rule === 'status' && 'gate' in step.inputs.cause
      ? (gateDocuments(trace, documents).get(step.inputs.cause.gate) ?? [])
      : [],
  );
