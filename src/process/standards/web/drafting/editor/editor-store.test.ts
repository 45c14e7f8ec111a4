import { describe, expect, it } from 'vitest';
import { type Draft, openDraft } from '../../../domain/draft-editing.ts';
import { createEditorStore } from './editor-store.ts';

const titled = (title: string): Draft => openDraft({ title }, () => 'x').draft;

describe('the way back in an editor', () => {
  it('goes step by step, and forth again until something else is done', () => {
    const store = createEditorStore(titled('一'));
    store.apply(titled('二'));
    store.apply(titled('三'));
    store.undo();
    expect(store.draft().title).toBe('二');
    store.redo();
    expect(store.draft().title).toBe('三');
    store.undo();
    store.apply(titled('四'));
    expect(store.canRedo()).toBe(false);
    store.undo();
    store.undo();
    store.undo();
    expect([store.draft().title, store.canUndo()]).toEqual(['一', false]);
  });

  it('takes typing in one field as one step, until the person pauses or types elsewhere', () => {
    let time = 0;
    const store = createEditorStore(titled('一'), () => time);
    for (const title of ['一二', '一二三']) {
      time += 200;
      store.apply(titled(title), 'title');
    }
    time += 5000;
    store.apply(titled('一二三四'), 'title');
    store.apply(titled('五'), 'other');
    store.undo();
    expect(store.draft().title).toBe('一二三四');
    store.undo();
    expect(store.draft().title).toBe('一二三');
    store.undo();
    expect(store.draft().title).toBe('一');
  });

  it('begins a new step after going back, and none for what changes nothing', () => {
    const store = createEditorStore(titled('一'));
    store.apply(titled('二'), 'title');
    store.undo();
    store.apply(titled('三'), 'title');
    store.apply(store.draft());
    store.undo();
    expect([store.draft().title, store.canUndo()]).toEqual(['一', false]);
  });

  it('ends where a draft of somebody else is taken over', () => {
    const store = createEditorStore(titled('一'));
    store.apply(titled('二'));
    store.reset(titled('别人的'));
    expect([store.draft().title, store.canUndo(), store.canRedo()]).toEqual(['别人的', false, false]);
  });
});
