import { catalogue } from '#platform/text.ts';
import { en } from './drafting.en.ts';
import { zhCN } from './drafting.zh-CN.ts';
import { editorEn } from './drafting-editor.en.ts';
import { editorZhCN } from './drafting-editor.zh-CN.ts';

export const draftingTexts = catalogue({ ...zhCN, ...editorZhCN }, { ...en, ...editorEn });
export type DraftingKey = keyof typeof zhCN | keyof typeof editorZhCN;
