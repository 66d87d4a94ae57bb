/** Milliseconds until the page lets go of a file: the download has its own hold on it once it began, which on a slow
 * disk may take a moment. */
const KEPT = 60_000;

/** Offers a file to the reader; its media type is the blob's. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(content);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEPT);
}
