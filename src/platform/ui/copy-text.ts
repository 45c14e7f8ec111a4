/** Puts a text into the clipboard; false if the browser does not let it. */
export const copyText = async (text: string): Promise<boolean> => {
  if (navigator.clipboard)
    return navigator.clipboard
      .writeText(text)
      .then(() => true)
      .catch(() => false);
  // Over plain http a browser has no clipboard of its own: the old way by a selected field still works there.
  const field = document.createElement('textarea');
  field.value = text;
  field.style.position = 'fixed';
  // Behind an open dialog nothing can be selected.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
};
