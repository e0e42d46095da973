/** Layouts of blogs, content systems, forums, tables of the nineties, and pages with faults. */
import {
  article,
  comments,
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

const page = (title: string, headMore: string, body: string, attrs = 'lang="ar" dir="rtl"') =>
  `<!DOCTYPE html><html ${attrs}><head><meta charset="utf-8"><title>${title}</title>${headMore}</head><body>${body}</body></html>`;

function wordpress(): Page {
  const a = article(13, 'مدونة الشاهد');
  const body = `<a class="skip-link screen-reader-text" href="#c">تخطى إلى المحتوى</a><header id="masthead" class="site-header">${nav}</header><div id="primary" class="content-area"><main><article id="post-12" class="post-12 post type-post status-publish format-standard has-post-thumbnail hentry category-news tag-war">
<header class="entry-header"><h1 class="entry-title">${a.headline}</h1><div class="entry-meta"><span class="posted-on">نُشر في <time class="entry-date published" datetime="${a.iso}T08:00:00+00:00">${a.day}</time></span><span class="byline"> بواسطة <a rel="author">${a.byline}</a></span></div></header>
<div class="entry-content">${ps(a.paragraphs)}<div class="sharedaddy sd-sharing-enabled"><h3>شارك هذا الموضوع:</h3><ul><li><a>فيس بوك</a></li></ul></div><div id="jp-relatedposts"><h3>مشاركات مشابهة</h3><ul>${links(others.slice(0, 3))}</ul></div></div><footer class="entry-footer"><span class="tags-links">وسوم: <a>حرب</a></span></footer></article>
<nav class="navigation post-navigation"><a>${others[4]}</a></nav><div id="comments" class="comments-area"><h2>3 تعليقات</h2><ol class="comment-list">${comments.map((c) => `<li class="comment"><p>${c}</p></li>`).join('')}</ol><div id="respond"><h3>اترك ردّاً</h3><p>لن يتم نشر عنوان بريدك الإلكتروني.</p></div></div></main></div><aside id="secondary" class="widget-area"><ul>${links(others)}</ul></aside><footer id="colophon"><p>${rights}</p></footer>`;
  return {
    name: 'WordPress',
    html: page(`${a.headline} - ${a.outlet}`, `<meta property="og:site_name" content="${a.outlet}">`, body),
    article: a,
    furniture: [...FURNITURE.slice(0, 4), ...others, ...comments, 'عنوان بريدك', 'تخطى إلى'],
  };
}

function wordpressTheme(): Page {
  const a = article(14, 'الوسط أونلاين', 9);
  const inline = `<div id="inline-related-post" class="mag-box mini-posts-box content-only"><div class="mag-box-title the-global-title"><h3>مقالات ذات صلة</h3></div><ul class="posts-list-items">${links(others.slice(0, 2))}</ul></div>`;
  const body = `<div id="tie-wrapper"><div class="breaking"><ul>${links(others.slice(2))}</ul></div>${nav}<div class="main-content tie-col-md-8"><article id="the-post" class="container-wrapper post-content tie-standard"><header class="entry-header-outer"><h1 class="post-title entry-title">${a.headline}</h1><div class="post-meta"><span class="author-meta">${a.byline}</span><span class="date meta-item">${spellEgyptian(a)}</span><span>دقيقة واحدة</span></div></header>
<div class="entry-content entry clearfix">${ps(a.paragraphs.slice(0, 5))}${inline}${ps(a.paragraphs.slice(5))}<div class="stream-item stream-item-below-post-content">إعلان</div><div class="post-bottom-meta post-bottom-tags"><div class="post-bottom-meta-title">الوسوم</div><a>قصف</a></div></div><div id="share-buttons-bottom" class="share-buttons"><a>فيسبوك</a> <a>تويتر</a> <a>واتساب</a></div></article><div class="about-author container-wrapper"><p>محرر في الموقع يهتم بالشأن الإنساني</p></div><div id="related-posts">${links(others, 'h3')}</div></div></div><footer id="footer"><p>${rights}</p></footer>`;
  return {
    name: 'WordPress magazine theme',
    html: page(`${a.headline} | ${a.outlet}`, '', body),
    article: a,
    furniture: [...FURNITURE.slice(0, 4), ...others, 'محرر في الموقع', 'مقالات ذات صلة'],
  };
}

/** Blogger writes text and line breaks into one div. */
function blogger(): Page {
  const a = article(15, 'يوميات من الريف', 6);
  const body = `<div class="header-outer"><h1 class="title">${a.outlet}</h1></div><div class="main-outer"><div class="post hentry uncustomized-post-template"><h2 class="date-header"><span>${a.day}</span></h2><h3 class="post-title entry-title" itemprop="name">${a.headline}</h3><div class="post-body entry-content" id="post-body-77" itemprop="description articleBody"><div dir="rtl" style="text-align: right;" trbidi="on">${a.paragraphs.join('<br /><br />\n')}<div><br /></div></div></div><div class="post-footer"><span class="post-author vcard">مرسلة بواسطة <span class="fn">${a.byline}</span></span><div class="post-share-buttons"><a>إرسال بالبريد</a></div></div></div>
<div class="comments" id="comments"><h4>هناك 3 تعليقات:</h4>${comments.map((c) => `<p class="comment-content">${c}</p>`).join('')}</div><div class="blog-pager"><a>رسالة أقدم</a></div></div><div class="sidebar"><h2>أرشيف المدونة</h2><ul>${links(others)}</ul></div><div id="copyright">${rights}</div>`;
  return {
    name: 'Blogger, line breaks for paragraphs',
    html: page(
      `${a.outlet}: ${a.headline}`,
      `<meta property="og:title" content="${a.headline}"><meta property="og:site_name" content="${a.outlet}">`,
      body,
    ),
    article: a,
    furniture: [...others, ...comments, rights, 'رسالة أقدم'],
  };
}

function drupal(): Page {
  const a = article(16, 'هيئة الإغاثة المحلية');
  const body = `<div id="page-wrapper"><div id="header">${nav}</div><div class="breadcrumb"><a>الرئيسية</a> » <a>تقارير</a></div><div id="main"><div id="content" class="column"><h1 class="title" id="page-title">${a.headline}</h1><div class="node node-article clearfix"><div class="submitted">نشر بتاريخ: ${a.day}</div><div class="field field-name-body field-type-text-with-summary field-label-hidden"><div class="field-items"><div class="field-item even" property="content:encoded">${ps(a.paragraphs, ' class="rtejustify"')}</div></div></div><div class="field field-name-field-tags"><div class="field-label">الكلمات المفتاحية:</div><ul>${links(['إغاثة', 'نزوح'])}</ul></div></div></div><div class="region region-sidebar-second"><h2>آخر الأخبار</h2><ul>${links(others)}</ul></div></div><div id="footer"><p>${rights}</p></div></div>`;
  return {
    name: 'Drupal',
    html: page(`${a.headline} | ${a.outlet}`, '', body),
    article: a,
    furniture: [...FURNITURE.slice(0, 4), ...others, 'الكلمات المفتاحية'],
  };
}

function joomla(): Page {
  const a = article(17, 'نقابة المحامين', 4);
  const body = `${nav}<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h2 itemprop="headline">${a.headline}</h2></div><dl class="article-info"><dt>التفاصيل</dt><dd class="published">نشر بتاريخ: <time datetime="${a.iso}T12:00:00+00:00" itemprop="datePublished">${a.day}</time></dd><dd class="hits">الزيارات: 1542</dd></dl><div itemprop="articleBody">${ps(a.paragraphs)}</div><ul class="pager pagenav"><li><a>التالي</a></li></ul></div><div class="moduletable"><h3>الأكثر قراءة</h3><ul>${links(others)}</ul></div><p>${rights}</p>`;
  return {
    name: 'Joomla',
    html: page(`${a.headline} - ${a.outlet}`, '', body),
    article: a,
    furniture: [...FURNITURE.slice(0, 4), ...others, '1542'],
  };
}

/** Tables in tables, fonts, Windows-1256. */
function oldTables(): Page {
  const a = article(18, 'شبكة أخبار قديمة', 5);
  const cells = links(others.slice(0, 4), 'div');
  const body = `<table width="770" align="center"><tr><td colspan="3"><img src="logo.gif"></td></tr><tr><td width="150" valign="top"><table><tr><td>${cells}</td></tr></table></td><td valign="top"><table width="100%"><tr><td><font size="4" color="red"><b>${a.headline}</b></font></td></tr><tr><td><font size="2">${a.day}</font></td></tr><tr><td align="justify"><font face="Tahoma">${a.paragraphs.join('<br><br>')}</font></td></tr></table></td><td width="150" valign="top"><table><tr><td>${links(others.slice(4), 'div')}</td></tr></table></td></tr><tr><td colspan="3" align="center"><font size="1">${rights}</font></td></tr></table>`;
  const html = `<html dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><title>${a.headline} | ${a.outlet}</title></head><body>${body}</body></html>`;
  return {
    name: 'tables of the nineties in Windows-1256',
    html,
    charset: 'windows-1256',
    article: a,
    furniture: [...others, rights],
  };
}

function aspForm(): Page {
  const a = article(19, 'وزارة الإعلام', 5);
  const body = `<form method="post" action="./Details.aspx" id="form1"><input type="hidden" name="__VIEWSTATE" value="abc">${nav}<div id="ctl00_Main"><span id="ctl00_lblTitle" class="h1">${a.headline}</span><br><span id="ctl00_lblDate">تاريخ الخبر: ${a.iso.split('-').reverse().join('/')}</span><div id="ctl00_lblBody">${a.paragraphs.map((p) => `<p class="MsoNormal" dir="RTL"><span lang="AR-SY" style="font-size:14pt">${p}<o:p></o:p></span></p>`).join('')}</div></div><div class="footer"><p>${rights}</p></div></form>`;
  return {
    name: 'one form around everything, paragraphs from Word',
    html: page(`${a.headline} | ${a.outlet}`, `<meta property="og:title" content="${a.headline}">`, body),
    article: a,
    furniture: [...FURNITURE.slice(0, 4)],
  };
}

function forum(): Page {
  const a = article(20, 'منتدى الأخبار', 4);
  const body = `<div class="navbar">${links(['المنتدى', 'الأعضاء', 'التقويم'])}</div><h1>${a.headline}</h1><div id="posts"><div class="postbit" id="post1"><div class="date">${a.day}</div><div class="post_message" id="post_message_1">${a.paragraphs.join('<br />\n<br />\n')}</div></div></div><div class="signature-footer footer"><p>${rights}</p></div>`;
  return { name: 'forum post', html: page(`${a.headline} - ${a.outlet}`, '', body), article: a, furniture: ['الأعضاء', rights] };
}

function xhtml(): Page {
  const a = article(21, 'الموقع الرسمي');
  const html = `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar" lang="ar"><head><title>${a.headline} | ${a.outlet}</title><meta name="DC.date.issued" content="${a.iso}" /></head><body><div id="menu"><ul>${links(FURNITURE.slice(0, 3))}</ul></div><div id="text"><h1>${a.headline}</h1>${ps(a.paragraphs)}</div><div id="footer"><p>${rights}</p></div></body></html>`;
  return { name: 'XHTML with Dublin Core', html, article: a, furniture: FURNITURE.slice(0, 4) };
}

function unclosed(): Page {
  const a = article(22, 'أخبار الضفة');
  const html = `<title>${a.headline} | ${a.outlet}</title><meta charset=utf-8><meta property=article:published_time content=${a.iso}><body><div class=menu><ul><li><a href=/1>${FURNITURE[0]}<li><a href=/2>${FURNITURE[1]}</ul></div><h1>${a.headline}</h1><div class=story><p>${a.paragraphs.join('\n<p>')}</div><div class=footer><p>${rights}`;
  return { name: 'nothing closed, no html element', html, article: a, furniture: [FURNITURE[0], FURNITURE[1], rights] };
}

function declaredWrongly(): Page {
  const a = article(23, 'إذاعة الجبل');
  const html = page(
    `${a.headline} | ${a.outlet}`,
    `<meta name="pubdate" content="${a.iso}">`,
    `${nav}<article><h1>${a.headline}</h1>${ps(a.paragraphs)}</article><footer><p>${rights}</p></footer>`,
  ).replace('charset="utf-8"', 'charset="windows-1256"');
  return { name: 'declares Windows-1256 and is UTF-8', html, article: a, furniture: FURNITURE.slice(0, 4) };
}

function spans(): Page {
  const a = article(24, 'تلفزيون الخليج الجديد', 6);
  const body = `<app-root><app-header>${nav}</app-header><app-article><div class="hero"><h1><span>${a.headline}</span></h1><div class="info"><span>${easternDigits(a.iso.split('-').reverse().join('-'))}</span></div></div><div class="wysiwyg wysiwyg--all-content">${a.paragraphs.map((p) => `<div><span><span>${p}</span></span></div>`).join('')}<div class="more-on"><h3>المزيد من القصص</h3>${links(others, 'div')}</div></div></app-article><app-footer><p>${rights}</p></app-footer></app-root>`;
  return {
    name: 'custom elements, spans in divs',
    html: page(`${a.headline} | ${a.outlet}`, '', body),
    article: a,
    furniture: [...FURNITURE.slice(0, 4), ...others],
  };
}

function readAlsoEverywhere(): Page {
  const a = article(25, 'العاصمة الآن', 7);
  const also = (i: number) => `<p>شاهد أيضاً: ${others[i]}</p>`;
  const body = `${nav}<div class="single"><h1>${a.headline}</h1><div class="date-time">${a.day}</div><div class="text">${a.paragraphs.map((p, i) => `<p>${p}</p>${i % 2 === 0 ? also(i % 6) : `<ul><li><a href="/x">${others[i % 6]}</a></li></ul>`}`).join('')}<p>اقرأ أيضاً:</p><p><a href="/q">${others[0]}</a></p><p><a href="/w">${others[2]}</a></p></div></div><footer><p>${newsletter}</p><p>${rights}</p></footer>`;
  return {
    name: 'links to other articles between all paragraphs',
    html: page(`${a.headline} | ${a.outlet}`, '', body),
    article: a,
    furniture: [...FURNITURE, ...others],
  };
}

function dailyBulletin(): Page {
  const a = article(26, 'مركز التوثيق', 10);
  const body = `<div class="wrap">${nav}<section class="bulletin"><h1>${a.headline}</h1><p class="meta"><span>${a.day}</span></p>${a.paragraphs.map((p, i) => `<h4>${['الشمال', 'الجنوب', 'الشرق', 'الغرب', 'الوسط'][i % 5]}:</h4><p>${p}</p>`).join('')}</section><section class="newsletter"><p>${newsletter}</p></section><div class="bottom"><small>${rights}</small></div></div>`;
  return {
    name: 'bulletin with a heading for each region',
    html: page(`${a.headline} | ${a.outlet}`, '', body),
    article: { ...a, paragraphs: [...a.paragraphs, 'الجنوب:'] },
    furniture: FURNITURE,
  };
}

function figuresTable(): Page {
  const a = article(27, 'مكتب الإحصاء', 5);
  const table =
    '<table class="data"><tr><th>المحافظة</th><th>القتلى</th></tr><tr><td>الشمالية</td><td>14</td></tr><tr><td>الجنوبية</td><td>9</td></tr></table>';
  const body = `${nav}<main><article><h1>${a.headline}</h1><time datetime="${a.iso}" pubdate>${a.day}</time>${ps(a.paragraphs.slice(0, 3))}${table}${ps(a.paragraphs.slice(3))}</article></main><footer><p>${rights}</p></footer>`;
  return {
    name: 'a table of figures inside the text',
    html: page(`${a.headline} | ${a.outlet}`, '', body),
    article: { ...a, paragraphs: [...a.paragraphs, 'الشمالية', '14'] },
    furniture: FURNITURE.slice(0, 4),
  };
}

function accordion(): Page {
  const a = article(28, 'ميديا بلس', 6);
  const body = `<div class="overlay popup" style="display:none"><p>${newsletter}</p></div>${nav}<div class="elementor-widget-theme-post-title"><h1 class="elementor-heading-title">${a.headline}</h1></div><div class="elementor-post-info"><span class="elementor-icon-list-text">${spellEgyptian(a)}</span></div><div class="elementor-widget-theme-post-content"><div class="elementor-widget-container">${ps(a.paragraphs)}</div></div><div class="elementor-share-btn">شارك</div><div class="elementor-posts related">${links(others, 'h4')}</div><div class="elementor-location-footer"><p>${rights}</p></div>`;
  return {
    name: 'page builder with a hidden window',
    html: page(`${a.headline} | ${a.outlet}`, '', body),
    article: a,
    furniture: [...FURNITURE, ...others],
  };
}

function utf16(): Page {
  const a = article(29, 'نشرة الإقليم');
  return {
    name: 'UTF-16',
    html: page(
      `${a.headline} | ${a.outlet}`,
      `<meta property="article:published_time" content="${a.iso}">`,
      `${nav}<article><h1>${a.headline}</h1>${ps(a.paragraphs)}</article><footer>${rights}</footer>`,
    ),
    charset: 'utf-16le',
    article: a,
    furniture: FURNITURE.slice(0, 4),
  };
}

function microdata(): Page {
  const a = article(30, 'شام برس');
  const body = `${nav}<div itemscope itemtype="http://schema.org/NewsArticle"><h1 itemprop="headline">${a.headline}</h1><meta itemprop="datePublished" content="${a.iso}T10:00:00"><span itemprop="author">${a.byline}</span><div itemprop="articleBody"><div class="ad-slot">إعلان</div>${ps(a.paragraphs)}<div class="read-more-box"><b>للمزيد:</b> <a>${others[1]}</a></div></div></div><div class="trending">${links(others)}</div><footer>${rights}</footer>`;
  return {
    name: 'microdata',
    html: page(`${a.headline} | ${a.outlet}`, '', body),
    article: a,
    furniture: [...FURNITURE.slice(0, 4), ...others],
  };
}

function shortFlash(): Page {
  const a = article(31, 'عاجل برس', 1);
  const body = `${nav}<main><div class="flash"><h1>${a.headline}</h1><div class="stamp">${a.day} | 21:47</div><p>${a.paragraphs[0]}</p></div></main><aside><h3>آخر الأخبار</h3><ul>${links(others)}</ul></aside><footer><p>${rights}</p></footer>`;
  return {
    name: 'flash of one sentence',
    html: page(`${a.headline} | ${a.outlet}`, '', body),
    article: a,
    furniture: [...FURNITURE.slice(0, 4), ...others],
  };
}

function longRead(): Page {
  const a = article(32, 'مجلة التحقيق', 12);
  const body = `${nav}<article class="longform"><h1>${a.headline}</h1><p class="standfirst">${a.paragraphs[0]}</p><div class="by"><a rel="author">${a.byline}</a></div>${a.paragraphs
    .slice(1)
    .map(
      (p, i) =>
        `<p>${i % 3 === 0 ? p.replace(' ', ' <a href="/src">').replace('،', '</a>،') : p}</p>${i % 4 === 3 ? '<hr>' : ''}`,
    )
    .join('')}</article><div class="outbrain">${links(others)}</div><footer><p>${rights}</p></footer>`;
  return {
    name: 'long read with links in its sentences',
    html: page(`${a.headline} | ${a.outlet}`, `<meta name="parsely-pub-date" content="${a.iso}T00:00:00Z">`, body),
    article: a,
    furniture: [...FURNITURE.slice(0, 4), ...others],
  };
}

function persianDigitsGallery(): Page {
  const a = article(33, 'روداو المحلية', 6);
  const body = `${nav}<div class="single-news"><h1>${a.headline}</h1><div class="news-date">${a.day.replace(/\d/gu, (d) => String.fromCharCode(0x6f0 + Number(d)))}</div><div class="gallery"><figure><img><figcaption>من مكان الحادث 1</figcaption></figure><figure><img><figcaption>من مكان الحادث 2</figcaption></figure></div><div class="news-details">${ps(a.paragraphs)}</div></div><div class="recommended">${links(others)}</div><footer><p>${rights}</p></footer>`;
  return {
    name: 'gallery, Persian digits',
    html: page(`${a.headline} | ${a.outlet}`, '', body, 'lang="ar" dir="rtl" class="no-js"'),
    article: a,
    furniture: [...FURNITURE.slice(0, 4), ...others, 'من مكان الحادث'],
  };
}

export const blogs: (() => Page)[] = [
  wordpress,
  wordpressTheme,
  blogger,
  drupal,
  joomla,
  oldTables,
  aspForm,
  forum,
  xhtml,
  unclosed,
  declaredWrongly,
  spans,
  readAlsoEverywhere,
  dailyBulletin,
  figuresTable,
  accordion,
  utf16,
  microdata,
  shortFlash,
  longRead,
  persianDigitsGallery,
];
