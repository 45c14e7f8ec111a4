import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Underline } from '@tiptap/extension-underline';
import { UndoRedo } from '@tiptap/extensions';
import { type Editor, EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useText } from '#platform/ui/text/use-text.tsx';
import type { RichText } from '../../domain/report/rich-text.ts';
import { type ReportKey, reportTexts } from '../../report.text.ts';
import { cleanPasted } from './clean-pasted.ts';
import { fromEditor } from './from-editor.ts';

const EXTENSIONS = [
  Document,
  Paragraph,
  Text,
  Bold,
  Italic,
  Underline,
  HardBreak,
  Heading.configure({ levels: [1, 2] }),
  BulletList,
  OrderedList,
  ListItem,
  ListKeymap,
  UndoRedo,
];
const PAUSE_MS = 800;

interface Props {
  readonly value: RichText;
  readonly label: string;
  readonly autoFocus?: boolean;
  readonly onChange: (text: RichText) => void;
}

/** A plain editor of one narrative. What is typed is passed on when the person pauses, leaves the field or the page. */
const NarrativeEditor = ({ value, label, autoFocus, onChange }: Props) => {
  const pass = useRef(onChange);
  pass.current = onChange;
  const held = useRef<{ editor: Editor; timer: ReturnType<typeof setTimeout> } | null>(null);
  const flush = useRef(() => {
    const waiting = held.current;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    held.current = null;
    pass.current(fromEditor(waiting.editor.getJSON()));
  });
  const editor = useEditor({
    extensions: EXTENSIONS,
    content: value as object,
    autofocus: autoFocus ? 'end' : false,
    editorProps: {
      attributes: { class: 'narrative', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      transformPastedHTML: cleanPasted,
    },
    onUpdate: ({ editor: changed }) => {
      if (held.current) clearTimeout(held.current.timer);
      held.current = { editor: changed, timer: setTimeout(() => flush.current(), PAUSE_MS) };
    },
    onBlur: () => flush.current(),
  });
  useEffect(() => {
    const now = flush.current;
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);
  return (
    <div className="narrative-editor">
      <Tools editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
};

export default NarrativeEditor;

const Tools = ({ editor }: { readonly editor: Editor }) => {
  const t = useText(reportTexts);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      heading: now.isActive('heading', { level: 1 }),
      subheading: now.isActive('heading', { level: 2 }),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  const chain = () => editor.chain().focus();
  const tool = (name: string, face: string, run: () => void, given: { pressed?: boolean; disabled?: boolean }) => (
    <button
      key={name}
      type="button"
      className="ui-button text small"
      title={t(`report.tool.${name}` as ReportKey)}
      aria-label={t(`report.tool.${name}` as ReportKey)}
      aria-pressed={given.pressed}
      disabled={given.disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {face}
    </button>
  );
  return (
    <div className="narrative-tools ui-row" role="toolbar" aria-label={t('report.tools')}>
      {tool('heading', '（一）', () => chain().toggleHeading({ level: 1 }).run(), { pressed: on.heading })}
      {tool('subheading', '1.', () => chain().toggleHeading({ level: 2 }).run(), { pressed: on.subheading })}
      {tool('bold', 'B', () => chain().toggleBold().run(), { pressed: on.bold })}
      {tool('italic', 'I', () => chain().toggleItalic().run(), { pressed: on.italic })}
      {tool('underline', 'U', () => chain().toggleUnderline().run(), { pressed: on.underline })}
      {tool('bullets', '●', () => chain().toggleBulletList().run(), { pressed: on.bullets })}
      {tool('numbers', '①', () => chain().toggleOrderedList().run(), { pressed: on.numbers })}
      {tool('undo', t('report.tool.undo'), () => chain().undo().run(), { disabled: !on.undo })}
      {tool('redo', t('report.tool.redo'), () => chain().redo().run(), { disabled: !on.redo })}
    </div>
  );
};
