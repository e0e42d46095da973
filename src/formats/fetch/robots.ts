/** What a site asks of programs (robots.txt, RFC 9309): the rules for our name, else those for everybody; the longest rule that fits holds; and how slowly it wants to be asked. */
export type Rules = { allow: boolean; path: string }[];
/** `delay`: seconds between two questions that the site asks for; null: it says nothing. */
export type Robots = { rules: Rules; delay: number | null };

const LARGEST = 512 * 1024;
const MOST_RULES = 10_000;

type Group = Robots & { names: string[] };

export function rulesFor(text: string, name: string): Robots {
  const groups: Group[] = [];
  let open: Group | null = null;
  let isNaming = false;
  let count = 0;
  for (const raw of text.slice(0, LARGEST).split(/\r\n?|\n/u)) {
    const line = raw.split('#', 1)[0];
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const key = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (key === 'user-agent') {
      if (open === null || !isNaming) groups.push((open = { names: [], rules: [], delay: null }));
      open.names.push(value.toLowerCase());
      isNaming = true;
    } else if (key === 'allow' || key === 'disallow') {
      isNaming = false;
      if (open !== null && value !== '' && count++ < MOST_RULES) open.rules.push({ allow: key === 'allow', path: value });
    } else if (key === 'crawl-delay') {
      isNaming = false;
      const seconds = Number(value);
      if (open !== null && value !== '' && seconds >= 0) open.delay = seconds;
    }
  }
  const agent = groups.some((group) => group.names.includes(name)) ? name : '*';
  const ours = groups.filter((group) => group.names.includes(agent));
  return { rules: ours.flatMap((group) => group.rules), delay: ours.find((group) => group.delay !== null)?.delay ?? null };
}

export function isAllowed(rules: Rules, path: string): boolean {
  let best: { allow: boolean; length: number } | null = null;
  for (const { allow, path: pattern } of rules) {
    if (!fits(pattern, path)) continue;
    if (best === null || pattern.length > best.length || (pattern.length === best.length && allow))
      best = { allow, length: pattern.length };
  }
  return best?.allow ?? true;
}

/** `*` stands for anything, `$` at the end for the end. */
function fits(pattern: string, path: string): boolean {
  const toEnd = pattern.endsWith('$');
  const [first, ...rest] = (toEnd ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [i, piece] of rest.entries()) {
    if (toEnd && i === rest.length - 1) return path.length - piece.length >= at && path.endsWith(piece);
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return !toEnd || at === path.length;
}
