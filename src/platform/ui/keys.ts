import { useEffect, useRef } from 'react';

/** What a key does; `help` is shown by KeyHelp while the binding is alive. */
export interface KeyBinding {
  /** `j`, `Enter`, `/`, `?`, or `1-9`, which passes the digit. */
  readonly key: string;
  readonly help: string;
  readonly run: (digit: number) => void;
  /** Also while a person types; only for `Ctrl+…`. */
  readonly ctrl?: boolean;
}

type Layer = { readonly bindings: readonly KeyBinding[] };
const layers: Layer[] = [];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (target.matches('input, textarea, select, [role="combobox"]') &&
      !target.matches('[type="checkbox"], [type="radio"]')));

const matches = (binding: KeyBinding, event: KeyboardEvent): boolean => {
  if (binding.ctrl) return (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === binding.key;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  if (binding.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('a, button, summary'))
    return false;
  return binding.key === '1-9' ? /^[1-9]$/.test(event.key) : event.key === binding.key;
};

const onKeyDown = (event: KeyboardEvent) => {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]') !== null) return;
  for (const layer of [...layers].reverse()) {
    const binding = layer.bindings.find((one) => matches(one, event));
    if (binding !== undefined) {
      event.preventDefault();
      binding.run(Number(event.key));
      return;
    }
  }
};

/** The bindings in force, the innermost first, each key once. */
export const currentKeys = (): readonly KeyBinding[] => {
  const seen = new Set<string>();
  return [...layers]
    .reverse()
    .flatMap((layer) => layer.bindings)
    .filter((binding) => {
      const name = `${binding.ctrl ? 'Ctrl+' : ''}${binding.key}`;
      return seen.has(name) ? false : seen.add(name);
    });
};

/** Keys of the page while the component is mounted. Ignored while a person types or a dialog is open. */
export const useKeys = (bindings: readonly KeyBinding[]): void => {
  const latest = useRef(bindings);
  latest.current = bindings;
  useEffect(() => {
    const layer: Layer = {
      get bindings() {
        return latest.current;
      },
    };
    if (layers.length === 0) document.addEventListener('keydown', onKeyDown);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
};
