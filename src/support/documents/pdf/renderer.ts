import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import about from '../../../../package.json' with { type: 'json' };

/** What `pack.typ` is made of. */
const TEMPLATES = ['official', 'official-blocks', 'form-parts', 'report-parts', 'pack'];
const { dependencies } = about;

let known: Promise<string> | undefined;

const find = async (): Promise<string> => {
  const hash = createHash('sha256');
  for (const name of TEMPLATES)
    hash.update(await readFile(fileURLToPath(new URL(`./templates/${name}.typ`, import.meta.url))));
  const compiler = dependencies['@myriaddreamin/typst-ts-node-compiler'];
  const fonts = `${dependencies['@expo-google-fonts/noto-serif-sc']}+${dependencies['@expo-google-fonts/noto-sans-sc']}`;
  return `typst-ts ${compiler}, fonts ${fonts}, templates ${hash.digest('hex').slice(0, 12)}`;
};

/** Compiler, fonts and templates of packs: while it is the same text, the same data are set into the same pages. */
export const packRenderer = (): Promise<string> => {
  known ??= find();
  return known;
};
