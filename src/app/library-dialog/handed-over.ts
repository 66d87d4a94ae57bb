/** What a reader drops or pastes. */
export interface HandedOver {
  readonly files: readonly File[];
  /** Pasted without a file; empty when there are files. */
  readonly text: string;
}

/** Whether files are dragged over a place; the event is then the page's, which shows that it takes them. */
export function isFileDrag(event: DragEvent): boolean {
  if (!event.dataTransfer?.types.includes('Files')) return false;
  event.preventDefault();
  return true;
}

/** Files that were dropped; the browser does not open them. */
export function droppedFiles(event: DragEvent): readonly File[] {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length > 0) event.preventDefault();
  return files;
}

/** What was pasted, except into a field. */
export function pasted(event: ClipboardEvent): HandedOver {
  const isField = event
    .composedPath()
    .some((target) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
  const files = isField ? [] : [...(event.clipboardData?.files ?? [])];
  const text = isField || files.length > 0 ? '' : (event.clipboardData?.getData('text/plain') ?? '').trim();
  if (files.length > 0 || text !== '') event.preventDefault();
  return { files, text };
}
