import { languageTag } from './document-language.ts';
import { isElement, type XmlElement, type XmlNode } from './xml-tree.ts';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** BCP 47, as a page names it on its outermost element. */
export function pageLanguage(root: XmlElement): string | undefined {
  for (const local of ['html', 'body']) {
    const attributes = firstElement(root, local)?.attributes;
    const lang = languageTag(
      attributes?.get('lang') ?? attributes?.get('xml:lang') ?? attributes?.get(`{${XML}}lang`),
    );
    if (lang !== undefined) return lang;
  }
  return undefined;
}

/** The first element of a name in another one, in document order. */
export function firstElement(root: XmlElement, local: string): XmlElement | undefined {
  const waiting: XmlNode[] = [root];
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (!isElement(node)) continue;
    if (node.local === local) return node;
    for (let index = node.children.length - 1; index >= 0; index -= 1) waiting.push(node.children[index]!);
  }
  return undefined;
}
