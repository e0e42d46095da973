/** Takes off what stands on a page beside its article: before it is searched by the names of elements, afterwards by the words of lines. */
import type { PageWords } from './format.ts';
import type { Element, Line, Node } from './html-text.ts';
import { phraseKey } from './page-words.ts';

/** Elements that are never part of an article, whatever they are called. */
const NEVER = 'script,style,noscript,template,nav,form,iframe,svg,button,dialog,amp-sidebar,amp-ad,amp-social-share,amp-embed';
const COMMENTS =
  /(?:^|[-_\s])(?:comments?|comment-?list|comments-?area|commentlist|respond|disqus(?:_thread)?|fb-comments|replies|reader-comments)(?:$|[-_\s])/iu;
const FURNITURE =
  /(?:^|[-_\s])(?:related(?:posts?|articles?|news|content)?|relatedposts|recommend(?:ed|ations?)?|read-?(?:also|more|next)|also-?read|readmore|more-?(?:news|stories|from)|most-?(?:read|popular|viewed)|popular|trending|latest|shar(?:e|ing|er)|share-?(?:buttons?|bar|links?)|sharedaddy|social(?:-?(?:links?|media|icons?|bar))?|addtoany|addthis|newsletter|subscri(?:be|ption)|promo(?:tion)?|advert(?:isement|s)?|ads?|ad-?(?:slot|unit|container|wrapper)|adsbygoogle|banner|sponsor(?:ed)?|taboola|outbrain|breadcrumbs?|tags?-?(?:links|list|cloud)|post-?tags|article-?tags|tagcloud|sidebar|widget(?:-area)?|site-?(?:footer|header|nav)|footer|masthead|main-?menu|navbar|navigation|nav-?(?:links|menu|previous|next|below|above)|menu|cookies?|gdpr|consent|popup|modal|overlay|author-?(?:box|bio|info|card)|about-?author|pagination|pager|prev-?next|post-?navigation|ticker|breaking-?(?:news|bar)|news-?ticker|skip-?link|screen-reader-text|print-?only|no-?print|copyright|colophon|blog-?(?:pager|archive)|byline-?social|download-?app|app-?banner|weather|prayer|poll|print|toolbar|font-?size|rating|jp-relatedposts|printfriendly|mobile-?menu)(?:$|[-_\s])/iu;
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'dialog', 'menu', 'alert']);
/** What may hold the article is not taken for furniture by its name. */
const LARGEST_SHARE = 0.4;

/** A list or block of at least so many links, of which nearly every letter is linked, leads elsewhere. */
const FARM_LINKS = 4;
const FARM_SHARE = 0.85;

/** What stands in an element: letters outside links, letters in links, links, and whether the headline or the declared text is in it. */
type Contents = { own: number; linked: number; links: number; hasArticle: boolean };

export function removeFurniture(body: Element): void {
  for (const one of Array.from(body.querySelectorAll(NEVER))) if (one.localName !== 'form') one.remove();
  const contents = new Map<Element, Contents>();
  const total = measure(body, contents, 0).own;
  const visit = (element: Element, depth: number): void => {
    let next: Node | null;
    for (let child = element.firstChild; child !== null; child = next) {
      next = child.nextSibling;
      const of = contents.get(child as Element);
      if (of === undefined) continue;
      if (isFurniture(child as Element, of, total)) (child as Element).remove();
      else if (depth < DEEPEST) visit(child as Element, depth + 1);
    }
  };
  visit(body, 0);
}

const DEEPEST = 400;

function measure(element: Element, contents: Map<Element, Contents>, depth: number): Contents {
  const sum: Contents = { own: 0, linked: 0, links: 0, hasArticle: false };
  contents.set(element, sum);
  const name = element.localName;
  sum.hasArticle = name === 'h1' || element.getAttribute('itemprop') === 'articleBody';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === 3) sum.own += (child.nodeValue ?? '').trim().length;
    else if (child.nodeType === 1 && depth < DEEPEST) {
      const inner = measure(child as Element, contents, depth + 1);
      sum.own += inner.own;
      sum.linked += inner.linked;
      sum.links += inner.links;
      sum.hasArticle ||= inner.hasArticle;
    }
  }
  if (name === 'a') {
    sum.linked += sum.own;
    sum.own = 0;
    sum.links += 1;
  }
  return sum;
}

function isFurniture(element: Element, of: Contents, total: number): boolean {
  const name = element.localName;
  const isLarge = of.own >= LARGEST_SHARE * total;
  // old ASP pages put everything into one form
  if (name === 'form') return !isLarge && !of.hasArticle;
  if (of.links >= FARM_LINKS && of.linked > FARM_SHARE * (of.own + of.linked) && !of.hasArticle) return true;
  const named = `${element.id ?? ''} ${element.getAttribute('class') ?? ''}`;
  if (isUnseen(element) && !isLarge) return true;
  if (named.length > 1 && COMMENTS.test(named) && name !== 'main' && name !== 'article') return !of.hasArticle;
  if (of.hasArticle || isLarge) return false;
  if (name === 'aside' || name === 'footer' || name === 'header') return true;
  const role = element.getAttribute('role');
  return (role !== null && ROLES.has(role)) || (named.length > 1 && FURNITURE.test(named));
}

function isUnseen(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const style = element.getAttribute('style');
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style);
}

const LONGEST_HEADING = 60;
/** A block of links after its heading is not longer than this. */
const BLOCK_LINES = 40;

/** Lines of the article alone, and those that were taken off. */
export function articleLines(lines: readonly Line[], words: PageWords): { kept: Line[]; dropped: Line[] } {
  const kept: Line[] = [];
  const dropped: Line[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    const key = phraseKey(line.text);
    const lead = startsWithOne(key, words.leads);
    if (lead !== null && (line.linked > 0.4 || key === lead || isShortLead(line, lead))) {
      dropped.push(line);
      // "Read also:" alone leads to the links behind it
      if (key === lead) while (i + 1 < lines.length && lines[i + 1].linked > 0.6) dropped.push(lines[++i]);
      continue;
    }
    if (line.text.length <= LONGEST_HEADING && words.sections.includes(key.replace(/ ?\d+$/u, '').replace(/^\d+ ?/u, ''))) {
      dropped.push(line);
      const stop = Math.min(lines.length, i + BLOCK_LINES);
      while (i + 1 < stop && (lines[i + 1].linked > 0.6 || (lines[i + 1].isItem && line.tag !== 'p'))) dropped.push(lines[++i]);
      continue;
    }
    if (isLabel(line, key, words) || startsWithOne(key, words.notices) !== null) dropped.push(line);
    else if (line.linked > 0.9 && line.isItem && line.text.length > 2 && !endsSentence(line.text)) dropped.push(line);
    else kept.push(line);
  }
  return { kept, dropped };
}

/** "Read also: a headline" without a link: short, and no sentence of its own. */
const isShortLead = (line: Line, lead: string): boolean =>
  line.text.length < 160 && line.text.slice(0, lead.length + 14).includes(':') && !endsSentence(line.text);

const endsSentence = (text: string): boolean => /[.!\u061f?\u06d4]["\u00bb\u201d)]?$/u.test(text);

function startsWithOne(key: string, phrases: readonly string[]): string | null {
  for (const phrase of phrases)
    if (key.startsWith(phrase) && (key.length === phrase.length || key[phrase.length] === ' ')) return phrase;
  return null;
}

function isLabel(line: Line, key: string, words: PageWords): boolean {
  if (line.text.length > LONGEST_HEADING) return false;
  if (key === '') return true;
  if (words.labels.includes(key)) return true;
  // a row of buttons: "Facebook Twitter WhatsApp"
  let rest = key;
  for (let n = 0; rest !== '' && n < 12; n++) {
    const label = startsWithOne(rest, words.labels);
    if (label === null) return false;
    rest = rest.slice(label.length).trim();
  }
  return rest === '';
}
