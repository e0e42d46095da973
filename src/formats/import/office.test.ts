/** Documents of offices: text boxes, notes and the margins of pages stand by themselves, and are read once. */
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

const wordWith = (document: string, more: Record<string, string>) =>
  opened([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    { name: 'word/document.xml', bytes: `<w:document><w:body>${document}</w:body></w:document>` },
    ...Object.entries(more).map(([name, bytes]) => ({ name, bytes })),
  ]);
const call = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
const paragraph = (inner: string): string => `<w:p>${inner}</w:p>`;

test('notes follow the paragraph that calls them, and no call stands beside a number', async () => {
  const [found] = await wordWith(
    paragraph(`${run('قتل 12')}${call('footnote', 2)}${run(' مدنياً في القصف.')}`) +
      `<w:tbl><w:tr><w:tc>${paragraph(run('القتلى') + call('endnote', 1))}</w:tc><w:tc>${paragraph(run('12'))}</w:tc></w:tr></w:tbl>` +
      paragraph(`${run('نهاية.')}<w:del>${call('footnote', 3)}</w:del>`),
    {
      'word/footnotes.xml': `<w:footnotes><w:footnote w:type="separator" w:id="-1">${paragraph(run('---'))}</w:footnote><w:footnote w:id="2">${paragraph(`<w:r><w:footnoteRef/></w:r>${run('بحسب شهود.')}`)}${paragraph(run('ومصدر طبي.'))}</w:footnote><w:footnote w:id="3">${paragraph(run('حاشية محذوفة'))}</w:footnote></w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes><w:endnote w:id="1">${paragraph(run('حصيلة أولية.'))}</w:endnote></w:endnotes>`,
      'word/header1.xml': `<w:hdr>${paragraph(run('مركز الوادي'))}</w:hdr>`,
      'word/header2.xml': `<w:hdr>${paragraph(run('مركز الوادي'))}</w:hdr>`,
      'word/footer1.xml': `<w:ftr>${paragraph(run('نشرة يومية'))}${paragraph(run('3'))}</w:ftr>`,
      'word/comments.xml': `<w:comments><w:comment w:id="0">${paragraph(run('راجع هذا'))}</w:comment></w:comments>`,
    },
  );
  assert.ok('report' in found, JSON.stringify(found));
  assert.deepEqual(found.report.text.split('\n'), [
    'قتل 12 مدنياً في القصف.',
    '[*] بحسب شهود.',
    '[*] ومصدر طبي.',
    'القتلى | 12',
    '[*] حصيلة أولية.',
    'نهاية.',
    '[مركز الوادي]',
    '[نشرة يومية]',
  ]);
  assert.match(found.report.steps.at(-1)?.tool ?? '', /notes behind .* headers and footers .* comments of its editors left out/u);
});

test('a document without notes and margins says nothing of them; its text may lie elsewhere', async () => {
  const [plain] = await wordWith(paragraph(run('نص عادي.')), {});
  assert.ok('report' in plain && plain.report.text === 'نص عادي.');
  assert.ok('report' in plain && plain.report.steps.every((step) => step.kind !== 'arranged'));
  const [moved] = await opened([
    { name: '[Content_Types].xml', bytes: '<Types/>' },
    {
      name: '_rels/.rels',
      bytes:
        '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
    },
    { name: 'word/document2.xml', bytes: `<w:document><w:body>${paragraph(run('نص في مكان آخر.'))}</w:body></w:document>` },
  ]);
  assert.ok('report' in moved && moved.report.text === 'نص في مكان آخر.', JSON.stringify(moved));
});

test('notes and margins of OpenDocument', async () => {
  const note =
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>بحسب شهود.</text:p></text:note-body></text:note>';
  const [found] = await opened([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text', isStored: true },
    {
      name: 'content.xml',
      bytes: `<office:document-content><office:body><office:text><text:p>قتل 12${note} مدنياً.</text:p><text:p>نهاية.</text:p></office:text></office:body></office:document-content>`,
    },
    {
      name: 'styles.xml',
      bytes:
        '<office:document-styles><office:styles><style:style>x</style:style></office:styles><office:master-styles><style:master-page><style:header><text:p>مركز الوادي</text:p></style:header><style:footer><text:p>صفحة <text:page-number>1</text:page-number></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>',
    },
  ]);
  assert.ok('report' in found, JSON.stringify(found));
  assert.equal(found.report.text, 'قتل 12 مدنياً.\n[*] بحسب شهود.\nنهاية.\n[مركز الوادي]\n[صفحة 1]');
});
