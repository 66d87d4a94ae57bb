/** What is selected inside a shadow root; undefined where nothing is. `getSelection()` itself calls such a
 * selection collapsed. */
export function selectionIn(root: ShadowRoot): StaticRange | Range | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range =
    'getComposedRanges' in selection
      ? selection.getComposedRanges({ shadowRoots: [root] })[0]
      : (selection as Selection).getRangeAt(0);
  return range && !range.collapsed && root.contains(range.startContainer) ? range : undefined;
}
