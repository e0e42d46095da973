/** Articles and furniture of our own words, from which the pages of the layouts are made. */
export type Article = { headline: string; paragraphs: string[]; outlet: string; byline: string; day: string; iso: string };
export type Page = {
  name: string;
  html: string;
  article: Article;
  /** Texts on the page that are no part of the article. */
  furniture: string[];
  url?: string;
  charset?: string;
  /** What the page really tells; left out: everything. */
  tells?: { outlet?: string | null; published?: string | null };
};

const towns = ['الحميدية', 'تل عنبر', 'بير الورد', 'كفر زيتون', 'وادي السرو', 'الشيخ مسكين', 'عين الفيجة', 'الكرامة'];
const officials = [
  'مدير المستشفى الميداني',
  'ناطق باسم الدفاع المدني',
  'رئيس المجلس المحلي',
  'مصدر أمني',
  'قائد ميداني',
  'طبيب في المركز الصحي',
];
const openings = [
  (t: string, n: number) => `قتل ${n} مدنيين وأصيب آخرون اليوم جراء قصف مدفعي استهدف سوق بلدة ${t}، وفق ما أفاد به سكان محليون.`,
  (t: string, n: number) => `أعلنت فرق الإنقاذ في ${t} انتهاء عمليات البحث بعد انتشال ${n} جثث من تحت الأنقاض منذ مساء أمس.`,
  (t: string, n: number) =>
    `نزحت أكثر من ${n * 10} عائلة من أطراف ${t} باتجاه المناطق الزراعية المجاورة عقب تجدد الاشتباكات ليلاً.`,
  (t: string, n: number) => `انفجرت عبوة ناسفة في محيط ${t} صباح اليوم مخلفة ${n} جرحى بينهم طفلان، بحسب ما ذكرت مصادر طبية.`,
];
const middles = [
  (t: string, o: string, n: number) =>
    `وقال ${o} في ${t} إن عدد المصابين بلغ ${n + 7}، مشيراً إلى أن بينهم نساءً وأطفالاً نقلوا إلى نقاط طبية قريبة.`,
  (_t: string, o: string) => `وأضاف ${o}: «لا نملك ما يكفي من سيارات الإسعاف، والطريق الوحيد مقطوع منذ ثلاثة أيام».`,
  (t: string, _o: string, n: number) =>
    `وذكر شهود أن الطائرات حلقت فوق ${t} نحو ${n} ساعات قبل أن تستهدف مبنى سكنياً من طابقين بصاروخين.`,
  (t: string) => `ولم تعلن أي جهة مسؤوليتها عن الهجوم حتى الآن، فيما تبادلت الأطراف الاتهامات بشأن ما جرى في ${t}.`,
  (_t: string, o: string) => `من جهته نفى ${o} وقوع أي خسائر في صفوف قواته، واصفاً الأنباء المتداولة بأنها غير دقيقة.`,
  (t: string, _o: string, n: number) =>
    `ويعيش في ${t} وريفها قرابة ${n} آلاف شخص، معظمهم نازحون من مناطق أخرى قدموا خلال العامين الماضيين.`,
  () => 'ولم يتسن التحقق من هذه المعلومات من مصدر مستقل.',
];

export function article(seed: number, outlet: string, count = 6): Article {
  const t = towns[seed % towns.length];
  const o = (i: number) => officials[(seed + i) % officials.length];
  const paragraphs = [openings[seed % openings.length](t, 3 + (seed % 7))];
  for (let i = 1; i < count; i++)
    paragraphs.push(middles[(seed + i) % middles.length](towns[(seed + i) % towns.length], o(i), 2 + ((seed * 3 + i) % 11)));
  const date = new Date(Date.UTC(2019, seed % 12, 13 + (seed % 15)));
  const iso = date.toISOString().slice(0, 10);
  return {
    headline: `قتلى وجرحى في ${t} وسط تواصل التصعيد للأسبوع ${['الأول', 'الثاني', 'الثالث', 'الرابع'][seed % 4]}`,
    paragraphs: [...new Set(paragraphs)],
    outlet,
    byline: ['سامر الحداد', 'ليلى قاسم', 'نور العلي'][seed % 3],
    day: spell(date),
    iso,
  };
}

const levantine = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
];
const egyptian = ['يناير', 'فبراير', 'مارس', 'أبريل', 'مايو', 'يونيو', 'يوليو', 'أغسطس', 'سبتمبر', 'أكتوبر', 'نوفمبر', 'ديسمبر'];
const spell = (date: Date): string => `${date.getUTCDate()} ${levantine[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
export const spellEgyptian = ({ iso }: Article): string =>
  `${Number(iso.slice(8))} ${egyptian[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
export const easternDigits = (text: string): string => text.replace(/\d/gu, (d) => String.fromCharCode(0x660 + Number(d)));

export const others = [
  'الليرة تسجل تراجعاً جديداً أمام الدولار في تعاملات الصباح',
  'المنتخب الأولمبي يستعد لمواجهة حاسمة في التصفيات',
  'افتتاح معرض الكتاب بمشاركة مئتي دار نشر',
  'انفجار في مستودع للوقود يودي بحياة تسعة عمال',
  'طقس بارد وأمطار متفرقة في عطلة نهاية الأسبوع',
  'مباحثات جديدة حول ملف المياه بين الجانبين',
];
export const comments = [
  'الله يرحمهم جميعاً، سمعت أن عدد القتلى تجاوز الخمسين والجميع ساكت.',
  'هذا الخبر غير صحيح، قريبي يعمل هناك وقال إن القصف لم يقع أصلاً.',
  'متى تنتهي هذه الحرب؟ تعبنا من الأخبار.',
];
export const menu = [
  'الصفحة الرئيسية',
  'أخبار محلية',
  'عربي ودولي',
  'اقتصاد وأعمال',
  'رياضة',
  'ثقافة وفن',
  'رأي',
  'فيديو',
  'من نحن',
  'اتصل بنا',
];
export const rights = 'جميع الحقوق محفوظة © 2019 لا يجوز إعادة النشر دون إذن خطي من الإدارة';
export const newsletter = 'اشترك في نشرتنا البريدية ليصلك كل جديد';
export const cookies = 'نستخدم ملفات تعريف الارتباط لتحسين تجربتك على الموقع';

export const links = (titles: readonly string[], tag = 'li'): string =>
  titles.map((title, i) => `<${tag}><a href="/n/${i}">${title}</a></${tag}>`).join('');
export const ps = (paragraphs: readonly string[], cls = ''): string => paragraphs.map((p) => `<p${cls}>${p}</p>`).join('\n');
export const nav = `<nav class="main-nav"><ul>${links(menu)}</ul></nav>`;
export const FURNITURE = [...menu.slice(1, 4), rights, newsletter];
