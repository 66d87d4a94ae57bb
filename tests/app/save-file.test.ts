import { expect, onTestFinished, test, vi } from 'vitest';
import { saveFile } from '../../src/app/save-file.ts';

test('a text is offered as a file of that name, whatever is in it, and let go of afterwards', async () => {
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
    for (const spy of [click, make, letGo]) spy.mockRestore();
  });
  saveFile('w-contributions.jsonl', '{"a":"😀 ä"}\n');
  expect(clicked.map(({ download, href }) => [download, href])).toEqual([
    ['w-contributions.jsonl', 'blob:made'],
  ]);
  expect(await blobs[0]?.text()).toBe('{"a":"😀 ä"}\n');
  expect(blobs[0]?.type).toBe('application/jsonl;charset=utf-8');
  await expect.poll(() => letGo.mock.calls).toEqual([['blob:made']]);
});
