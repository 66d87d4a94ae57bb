/** Adds a style sheet file to a shadow root, after those that are there. Where it does not come the text stands there
 * all the same. */
export async function adoptSheet(root: ShadowRoot, url: string): Promise<void> {
  const sheet = new CSSStyleSheet();
  try {
    const answer = await fetch(url, { headers: { accept: 'text/css' } });
    if (!answer.ok) return;
    await sheet.replace(await answer.text());
  } catch {
    return;
  }
  root.adoptedStyleSheets.push(sheet);
}
