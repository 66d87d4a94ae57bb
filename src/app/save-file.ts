/** Offers a text to the reader as a file. */
export function saveFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/jsonl;charset=utf-8' }));
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  });
}
