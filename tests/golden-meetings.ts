import type { Edition, TraceStep } from '#process/standards/domain/index.ts';

const zeroed = (trace: readonly TraceStep[]) => trace.flatMap((step) => (step.rule === 'zero' ? [step] : []));
const ruleOn = (trace: readonly TraceStep[], rule: TraceStep['rule'], item: string): boolean =>
  trace.some((step) => step.rule === rule && 'item' in step.inputs && step.inputs.item === item);

/** What may meet in one assessment beside pairs of causes and effects, told from the account alone. */
export const MEETINGS: Readonly<Record<string, (trace: readonly TraceStep[], of: Edition) => boolean>> = {
  'a cap that is worse than the steps down': (trace) =>
    trace.some(({ rule }) => rule === 'down') &&
    trace.some((step) => step.rule === 'cap' && step.before !== step.after),
  'a cap that the steps down have passed already': (trace) =>
    trace.some(({ rule }) => rule === 'down') &&
    trace.some((step) => step.rule === 'cap' && step.before === step.after),
  'a step down that finds the last class': (trace) =>
    trace.some((step) => step.rule === 'down' && step.before === step.after),
  'two elements that earn nothing': (trace) => new Set(zeroed(trace).map(({ inputs }) => inputs.element)).size > 1,
  'a deciding item that fails in an element that earns nothing anyway': (trace) =>
    zeroed(trace).some(({ inputs }) =>
      inputs.items.some(
        ({ item }) => ruleOn(trace, 'item.fails', item) && !('item' in inputs.cause && inputs.cause.item === item),
      ),
    ),
  'a deciding item that does not fail although its element earns nothing': (trace) =>
    zeroed(trace).some(({ inputs }) => inputs.items.some(({ item }) => ruleOn(trace, 'item.holds', item))),
  'an item that stays not applicable in an element that earns nothing': (trace, of) =>
    zeroed(trace).some(({ inputs }) =>
      of.items.some(({ id, element }) => element === inputs.element && ruleOn(trace, 'item.notApplicable', id)),
    ),
  'a floor broken by what earns nothing': (trace, of) =>
    zeroed(trace).some(({ inputs, before }) => {
      const parent = of.elements.find(({ id }) => id === inputs.element)?.parent;
      return trace.some(
        (step) =>
          step.rule === 'floor.broken' &&
          [inputs.element, parent].includes(step.inputs.floor) &&
          (step.inputs.earned + before) * 100 >= step.inputs.percent * step.inputs.applicable,
      );
    }),
  'a floor held exactly': (trace) =>
    trace.some(
      ({ rule, inputs }) => rule === 'floor.kept' && inputs.earned * 100 === inputs.percent * inputs.applicable,
    ),
  'a printed score that rounds up to a threshold': (trace) =>
    trace.some(
      (step) =>
        step.rule === 'scoreClass' &&
        step.inputs.classes.some(({ from }) => Number(from) === Number(step.inputs.value)) &&
        trace.some(({ rule, before }) => rule === 'print' && before.num / before.den < Number(step.inputs.value)),
    ),
};
