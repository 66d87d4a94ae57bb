/** Offers a file to the reader. */
export function saveBlob(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(blob);
  link.click();
  // The download has its own hold on the file once it began; a slow disk may take a moment to begin.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 60_000);
}
