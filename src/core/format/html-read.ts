import type { Problem, Read } from '../problem.ts';
import type { Steps } from '../steps.ts';
import { type HtmlLimits, htmlTree } from './html-tree.ts';
import type { ImportedParagraph, ImportedText } from './imported.ts';
import { type PageArticle, pageArticle } from './page-article.ts';
import { partOf } from './package-xml.ts';
import { oneLine } from './paragraph-flow.ts';
import { firstElement, pageLanguage } from './page-head.ts';
import { type PageBlock, pageBlocks } from './xhtml-blocks.ts';
import { textIn, type XmlElement } from './xml-tree.ts';

/** The search for the article takes seconds for more, and asks for attention in one piece. */
const MAX_ARTICLE_ELEMENTS = 25_000;
/** Of the text that is not in menus by its markup: an article with less was not recognised. */
const LEAST_ARTICLE = 0.3;

/**
 * The text of a web page: the main content as paragraphs, the rest in its place left out at first. Roles are those of
 * the elements. A page is data: nothing in it is run or fetched.
 * @param source decoded: see `decode`, which knows what a page says of its encoding
 */
export function* htmlSteps(
  source: string,
  limits: Partial<HtmlLimits> = {},
): Steps<Read<ImportedText | undefined>> {
  const root = yield* partOf(htmlTree(source, { limits }), 0, 0.5);
  if ('code' in root) return { value: undefined, problems: [root] };
  const page = pageBlocks(root);
  const problems: Problem[] = [];
  let article: PageArticle | undefined;
  yield { done: 0.5, total: 1 };
  if (hasMoreElements(root, MAX_ARTICLE_ELEMENTS)) {
    problems.push({
      code: 'page-main-unknown',
      severity: 'warning',
      args: { limit: MAX_ARTICLE_ELEMENTS },
    });
  } else article = pageArticle(root, page);
  yield { done: 1, total: 1 };
  const titled = firstElement(root, 'title');
  const head = titled === undefined ? '' : oneLine(textIn(titled));
  const title = article?.title || head;
  const lang = pageLanguage(root);
  const paragraphs = paragraphsOf(page.blocks, article, title);
  const name = paragraphs.find(({ role }) => role === 'title')?.text ?? title;
  return {
    value: {
      kind: 'text',
      ...(name === '' ? {} : { title: name }),
      ...(lang === undefined ? {} : { lang }),
      paragraphs,
    },
    problems,
  };
}

function paragraphsOf(
  blocks: readonly PageBlock[],
  article: PageArticle | undefined,
  title: string,
): readonly ImportedParagraph[] {
  const main = lengthOf(blocks.filter(({ isAside }) => !isAside));
  const isKnown =
    article !== undefined &&
    lengthOf(blocks.filter((_, index) => article.isKept[index])) >= LEAST_ARTICLE * main;
  const titleAt = titleOf(blocks, title);
  return blocks.map(({ role, text, isAside }, index): ImportedParagraph => {
    const isTitle = index === titleAt;
    const isKept = isTitle || (!isAside && (!isKnown || article.isKept[index] === true));
    return { role: isTitle ? 'title' : role, text, ...(isKept ? {} : { left: true }) };
  });
}

/**
 * Where the title stands in the text: what the page's title is, else the first heading of the first level that it
 * begins with, else the only heading of that level.
 */
function titleOf(blocks: readonly PageBlock[], title: string): number {
  const same = blocks.findIndex(
    ({ text, isAside }) => !isAside && title !== '' && text.toLowerCase() === title.toLowerCase(),
  );
  if (same >= 0) return same;
  const tops = blocks.flatMap(({ level, isAside }, index) => (level === 1 && !isAside ? [index] : []));
  const first = tops.find((index) => isTitleOf(blocks[index]!.text, title));
  return first ?? (tops.length === 1 ? tops[0]! : -1);
}

const isTitleOf = (text: string, title: string): boolean =>
  title.toLowerCase().startsWith(text.toLowerCase());

const lengthOf = (blocks: readonly PageBlock[]): number =>
  blocks.reduce((sum, { text }) => sum + text.length, 0);

function hasMoreElements(root: XmlElement, limit: number): boolean {
  const waiting: XmlElement[] = [root];
  for (let count = 0; ; count += 1) {
    const element = waiting.pop();
    if (element === undefined) return false;
    if (count > limit) return true;
    for (const node of element.children) if (typeof node !== 'string') waiting.push(node);
  }
}
