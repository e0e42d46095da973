/** Layouts of newspapers, agencies and channels. */
import {
  article,
  comments,
  cookies,
  easternDigits,
  FURNITURE,
  links,
  nav,
  newsletter,
  others,
  type Page,
  ps,
  rights,
  spellEgyptian,
} from './article.fixture.ts';

const head = (title: string, more = '') =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${title}</title>${more}</head>`;
const foot = `<footer class="site-footer"><p>${newsletter}</p><p>${rights}</p></footer></body></html>`;
const ld = (value: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...value })}</script>`;

function portal(): Page {
  const a = article(1, 'صحيفة المدى الجديد');
  const data = ld({
    '@type': 'NewsArticle',
    headline: a.headline,
    datePublished: `${a.iso}T22:40:00+03:00`,
    author: { '@type': 'Person', name: a.byline },
    publisher: { '@type': 'Organization', name: a.outlet },
  });
  const html = `${head(`${a.headline} | ${a.outlet}`, data)}<body>${nav}<div class="breaking-news"><span>عاجل</span> <a href="/b">${others[3]}</a></div>
<main><article><header><h1>${a.headline}</h1><div class="meta">${a.byline} - ${a.day}</div></header><div class="share-buttons"><a>فيسبوك</a><a>تويتر</a></div>
<figure><img src="x.jpg"><figcaption>صورة أرشيفية من المنطقة (الأرشيف)</figcaption></figure>
<div class="article-body">${ps(a.paragraphs.slice(0, 3))}<p><strong>اقرأ أيضاً: <a href="/z">${others[0]}</a></strong></p>${ps(a.paragraphs.slice(3))}</div>
<div class="tags"><a>قصف</a><a>مدنيون</a></div></article><aside class="sidebar"><h3>الأكثر قراءة</h3><ul>${links(others)}</ul></aside>
<section id="comments"><h3>التعليقات (3)</h3>${ps(comments)}</section></main>${foot}`;
  return {
    name: 'news portal with JSON-LD, a link inside the text, comments',
    html,
    article: a,
    furniture: [...FURNITURE, ...others, ...comments, 'صورة أرشيفية'],
  };
}

function agency(): Page {
  const a = article(2, 'وكالة أنباء الساحل', 5);
  const html = `${head(`${a.outlet} - ${a.headline}`, `<meta property="og:site_name" content="${a.outlet}"><meta property="og:title" content="${a.headline}"><meta property="article:published_time" content="${a.iso}T09:15:00Z">`)}<body>
<div id="header"><div class="logo">${a.outlet}</div>${nav}</div><div id="wrapper"><div class="col-8"><h1 class="title">${a.headline}</h1><span class="date">${a.day} 09:15</span>
<div class="text">${a.paragraphs.map((p, i) => (i === 0 ? `<p><b>الحميدية - وكالات:</b> ${p}</p>` : `<p>${p}</p>`)).join('')}<p>(وكالة الساحل) س.ع / ن.ق</p></div>
<ul class="social"><li><a>طباعة</a></li><li><a>مشاركة</a></li></ul></div><div class="col-4 latest"><h4>آخر الأخبار</h4><ul>${links(others)}</ul></div></div>${foot}`;
  return {
    name: 'agency, dateline and signature kept',
    html,
    article: { ...a, paragraphs: [...a.paragraphs, 'الحميدية - وكالات:', '(وكالة الساحل) س.ع / ن.ق'] },
    furniture: [...FURNITURE, ...others],
  };
}

/** Text in div after div, as large broadcasters write it. */
function broadcaster(): Page {
  const a = article(3, 'قناة الأفق', 8);
  const block = (inner: string) =>
    `<div data-component="text-block" class="ssrcss-1q0x1qg"><div class="ssrcss-7uxr49 RichTextContainer"><p class="ssrcss-1q0x1qg-Paragraph">${inner}</p></div></div>`;
  const html = `${head(`${a.headline} - ${a.outlet}`, `<meta property="og:site_name" content="${a.outlet}">${ld({ '@type': 'ReportageNewsArticle', headline: a.headline, datePublished: `${a.iso}T05:00:00.000Z`, publisher: { name: a.outlet }, author: [{ name: a.outlet }] })}`)}<body><div role="navigation"><ul>${links(['أخبار محلية', 'عربي ودولي', 'اقتصاد وأعمال'])}</ul></div>
<main role="main"><article><div data-component="headline-block"><h1 tabindex="-1">${a.headline}</h1></div><div data-component="image-block"><figure><figcaption>التعليق على الصورة: دخان فوق البلدة</figcaption></figure></div>
${a.paragraphs.slice(0, 4).map(block).join('')}<section role="region" data-component="links-block" aria-label="قصص ذات صلة"><h2>مواضيع ذات صلة</h2><ul>${links(others.slice(0, 3))}</ul></section>${a.paragraphs.slice(4).map(block).join('')}
<div data-component="topic-list"><h2>وسوم</h2><ul>${links(['نزاعات', 'مدنيون'])}</ul></div></article></main><div role="complementary"><h2>الأكثر قراءة</h2><ol>${links(others.slice(3))}</ol></div><div role="contentinfo"><p>${rights}</p></div></body></html>`;
  return {
    name: 'broadcaster, a block for each paragraph',
    html,
    article: a,
    furniture: [rights, ...others, 'أخبار محلية', 'التعليق على الصورة'],
  };
}

function liveBlog(): Page {
  const a = article(4, 'شبكة المتابع', 7);
  const update = (p: string, i: number) =>
    `<li class="liveblog-entry" id="u${i}"><time datetime="${a.iso}T1${i}:00:00Z">1${i}:00</time><h3>تحديث ${['أول', 'ثان', 'ثالث', 'رابع', 'خامس', 'سادس', 'سابع'][i]}</h3><div class="entry-text"><p>${p}</p></div></li>`;
  const html = `${head(`${a.headline} | ${a.outlet}`, ld({ '@type': 'LiveBlogPosting', headline: a.headline, datePublished: `${a.iso}T10:00:00Z`, publisher: { name: a.outlet } }))}<body>${nav}<main><h1>${a.headline}</h1>
<div class="live-pill">مباشر</div><ul class="liveblog">${a.paragraphs.map(update).join('')}</ul><button>تحميل المزيد</button></main><div class="most-read"><ul>${links(others)}</ul></div>${foot}`;
  return { name: 'live blog, an entry for each update', html, article: a, furniture: [...FURNITURE, ...others, 'تحميل المزيد'] };
}

function amp(): Page {
  const a = article(5, 'موقع الحدث اليومي');
  const html = `<!doctype html><html ⚡ lang="ar" dir="rtl"><head><meta charset="utf-8"><link rel="canonical" href="https://alhadath-daily.example/2019/06/18/123"><title>${a.headline}</title><style amp-custom>.x{}</style>${ld({ '@type': 'NewsArticle', headline: a.headline, datePublished: a.iso, publisher: { '@type': 'Organization', name: a.outlet } })}</head>
<body><amp-sidebar id="sb"><ul>${links(FURNITURE.slice(0, 3))}</ul></amp-sidebar><header class="amp-wp-header"><a>${a.outlet}</a></header><article class="amp-wp-article"><header><h1 class="amp-wp-title">${a.headline}</h1></header><amp-social-share type="twitter"></amp-social-share>
<div class="amp-wp-article-content">${ps(a.paragraphs.slice(0, 2))}<amp-ad type="adsense"></amp-ad>${ps(a.paragraphs.slice(2))}</div><footer class="amp-wp-article-footer"><div class="amp-wp-meta">وسوم: <a>قصف</a></div></footer></article><amp-embed type="taboola"></amp-embed><footer class="amp-wp-footer"><p>${rights}</p></footer></body></html>`;
  return { name: 'AMP', html, article: a, furniture: [...FURNITURE.slice(0, 3), rights] };
}

/** Rendered by a script: the text stands in JSON-LD too. */
function application(): Page {
  const a = article(6, 'منصة رصد');
  const html = `${head(
    a.headline,
    `${ld({
      '@graph': [
        { '@type': 'WebSite', name: a.outlet },
        {
          '@type': ['NewsArticle'],
          headline: a.headline,
          datePublished: `${a.iso}T00:30:00+03:00`,
          dateModified: '2019-12-30T00:00:00Z',
          publisher: { '@type': 'Organization', name: a.outlet },
          articleBody: a.paragraphs.join('\n\n'),
        },
      ],
    })}`,
  )}<body><div id="__next"><div class="css-1x"><div class="css-2y"><a href="/">أخبار محلية</a><a href="/w">عربي ودولي</a></div></div><div class="css-3z">${newsletter}</div></div><script id="__NEXT_DATA__" type="application/json">{}</script></body></html>`;
  return { name: 'application whose text stands in JSON-LD', html, article: a, furniture: ['عربي ودولي', newsletter] };
}

function sliderPortal(): Page {
  const a = article(7, 'جريدة النهضة', 9);
  const html = `${head(`${a.outlet} | ${a.headline}`, `<meta property="og:site_name" content="${a.outlet}"><meta name="author" content="${a.byline}">`)}<body class="rtl single single-post has-sidebar"><div class="news-ticker"><ul>${links(others.slice(0, 4))}</ul></div>${nav}
<div class="container"><div class="row"><div class="col-md-9"><div class="post-header"><h1>${a.headline}</h1><div class="post-info">نشر في: ${easternDigits(a.day)} - ${easternDigits('14:05')}</div></div>
<div class="post-content">${ps(a.paragraphs.slice(0, 4))}<div class="inline-related"><div class="title">اقرأ أيضاً</div><a href="/1">${others[4]}</a><a href="/2">${others[5]}</a></div>${ps(a.paragraphs.slice(4))}<p>تابعونا على تلغرام ليصلكم كل جديد لحظة وقوعه</p></div>
<div class="author-box"><p>${a.byline}</p><p>صحفية تغطي الشأن المحلي منذ عشرة أعوام وتكتب في عدة منصات</p></div><div class="fb-comments">${ps(comments)}</div></div><div class="col-md-3 sidebar">${ps(others)}</div></div></div>${foot}`;
  return {
    name: 'portal with ticker, links inside, digits in Arabic',
    html,
    article: a,
    furniture: [...FURNITURE, ...others, ...comments, 'تابعونا على', 'منذ عشرة أعوام'],
  };
}

function dateInAddress(): Page {
  const a = article(8, 'المرصد المحلي');
  const html = `${head(`${a.headline} – ${a.outlet}`)}<body>${nav}<div id="page"><h1>${a.headline}</h1><div id="story">${ps(a.paragraphs)}</div><div id="more"><h3>المزيد من الأخبار</h3><ul>${links(others)}</ul></div></div>${foot}`;
  return {
    name: 'the day only in the address',
    html,
    url: `https://marsad.example/${a.iso.replaceAll('-', '/')}/qatla`,
    article: a,
    furniture: [...FURNITURE, ...others],
  };
}

function noDate(): Page {
  const a = article(9, 'نشرة بلا تاريخ', 5);
  const html = `${head(a.headline, `<meta property="og:site_name" content="${a.outlet}">`)}<body>${nav}<div class="content"><h1>${a.headline}</h1>${ps(a.paragraphs)}</div>${foot}`;
  return { name: 'no day anywhere', html, article: a, furniture: FURNITURE, tells: { published: null } };
}

function updatedLater(): Page {
  const a = article(10, 'بوابة الشرق');
  const html = `${head(`${a.headline} - ${a.outlet}`)}<body>${nav}<div class="article-wrap"><h1>${a.headline}</h1><div class="dates"><span>تاريخ النشر: ${spellEgyptian(a)} 18:20</span><span> آخر تحديث: 30 ديسمبر 2019 07:00</span></div><div class="article-text">${ps(a.paragraphs)}</div></div><div class="cookie-banner"><p>${cookies}</p></div>${foot}`;
  return { name: 'published and updated on one line', html, article: a, furniture: [...FURNITURE, cookies] };
}

function quotesAndLists(): Page {
  const a = article(11, 'صحيفة البلد', 6);
  const html = `${head(`${a.headline} | ${a.outlet}`, `<meta property="article:published_time" content="${a.iso}T10:00:00+02:00">`)}<body>${nav}<main class="main"><div class="entry"><h1>${a.headline}</h1><h2>خلفية</h2><p>${a.paragraphs[0]}</p><blockquote><p>${a.paragraphs[1]}</p></blockquote><h2>ماذا حدث</h2><ul><li>${a.paragraphs[2]}</li><li>${a.paragraphs[3]}</li></ul>${ps(a.paragraphs.slice(4))}
<div class="addtoany_share_save_container"><a>شارك</a></div></div></main>${foot}`;
  return {
    name: 'headings, a quotation, a list',
    html,
    article: { ...a, paragraphs: [...a.paragraphs, 'ماذا حدث'] },
    furniture: FURNITURE,
  };
}

function longCommentsShortText(): Page {
  const a = article(12, 'راديو المدينة', 3);
  const many = Array.from({ length: 12 }, (_, i) => `${comments[i % 3]} (${i + 1})`);
  const html = `${head(`${a.headline} | ${a.outlet}`, `<meta property="article:published_time" content="${a.iso}">`)}<body>${nav}<article class="post tag-news category-local"><h1>${a.headline}</h1><div class="the-content">${ps(a.paragraphs)}</div></article><div id="disqus_thread"><h3>تعليقات القراء</h3>${many.map((c) => `<div class="comment-body"><p>${c}</p></div>`).join('')}</div>${foot}`;
  return { name: 'comments longer than the text', html, article: a, furniture: [...FURNITURE, ...comments] };
}

export const portals: (() => Page)[] = [
  portal,
  agency,
  broadcaster,
  liveBlog,
  amp,
  application,
  sliderPortal,
  dateInAddress,
  noDate,
  updatedLater,
  quotesAndLists,
  longCommentsShortText,
];
