/** Documents of offices: text boxes stand by themselves, and are read once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytesSource, type Found, openSource } from './index.ts';
import { zipOf } from './zip.fixture.ts';

async function opened(parts: Parameters<typeof zipOf>[0], options = {}): Promise<Found[]> {
  const found: Found[] = [];
  for await (const one of openSource(bytesSource(zipOf(parts), 'x'), options)) found.push(one);
  return found;
}
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

test('a text box in the middle of a paragraph', async () => {
  const box = `<w:txbxContent><w:p>${run('نشرة يومية')}</w:p><w:p>${run('12 شباط 2019')}</w:p></w:txbxContent>`;
  const both = `<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
  const document = `<w:document><w:body><w:p>${run('قتل ثلاثة ')}<w:r>${both}</w:r>${run('مدنيين.')}</w:p></w:body></w:document>`;
  const [found] = await opened(
    [
      { name: '[Content_Types].xml', bytes: '<Types/>' },
      { name: 'word/document.xml', bytes: document },
    ],
    { outlet: 'صحيفة الوادي' },
  );
  assert.ok('report' in found, JSON.stringify(found));
  assert.equal(found.report.text, 'نشرة يومية\n12 شباط 2019\nقتل ثلاثة مدنيين.');
  assert.deepEqual(found.report.outlet, { value: 'صحيفة الوادي', from: 'given at import', confidence: 'certain' });
});

test('a text box of OpenDocument', async () => {
  const content =
    '<office:document-content><office:body><office:text><text:p>أول <draw:frame><draw:text-box><text:p>صندوق</text:p></draw:text-box></draw:frame>آخر</text:p></office:text></office:body></office:document-content>';
  const [found] = await opened([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', isStored: true },
    { name: 'content.xml', bytes: content },
  ]);
  assert.ok('report' in found && found.report.text === 'صندوق\nأول آخر', JSON.stringify(found));
});
