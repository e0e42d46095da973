/** A piece of HTML, as feeds and messages carry it, to a tree. */
import { parseHTML } from 'linkedom';
import type { Element } from './html-text.ts';

export const fragment = (markup: string): Element =>
  parseHTML(`<!doctype html><html><body>${markup}</body></html>`).document.querySelector('body') as unknown as Element;
