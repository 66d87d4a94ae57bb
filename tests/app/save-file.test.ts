import { expect, onTestFinished, test, vi } from 'vitest';
import { saveFile } from '../../src/app/save-file.ts';

test('a file is offered under its name, as what it is, and let go of afterwards', async () => {
  const clicked: HTMLAnchorElement[] = [];
  const blobs: Blob[] = [];
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(this);
  });
  const make = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:made';
  });
  const letGo = vi.spyOn(URL, 'revokeObjectURL');
  onTestFinished(() => {
    vi.useRealTimers();
    for (const spy of [click, make, letGo]) spy.mockRestore();
  });
  vi.useFakeTimers();
  saveFile('w.csv', new Blob(['a,😀 ä\n'], { type: 'text/csv' }));
  expect(clicked.map(({ download, href }) => [download, href])).toEqual([['w.csv', 'blob:made']]);
  expect(await blobs[0]?.text()).toBe('a,😀 ä\n');
  expect(blobs[0]?.type).toBe('text/csv');
  expect(letGo).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(letGo.mock.calls).toEqual([['blob:made']]);
});
