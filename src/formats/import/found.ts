/** What an importer finds in a source: reports with the evidence for what is known of them, parts that failed, parts that are no reports. */

/** A value with where it was found. `certain`: said by the publisher in a field made for it; `likely`: read off the page; `weak`: a sign only. */
export type Evidence = { value: string; from: string; confidence: 'certain' | 'likely' | 'weak' };

/** One step of the way from the bytes to the text, for the record of custody. */
export type Step = { kind: string; tool: string; input?: string | null; output?: string | null };

export type FoundReport = {
  /** The bytes of this report alone. */
  bytes: Uint8Array;
  mediaType: string;
  text: string;
  /** What the sender calls it. */
  id: string | null;
  /** Which part of the source it is. */
  item: string | null;
  url: string | null;
  headline: string | null;
  outlet: Evidence | null;
  byline: Evidence | null;
  /** A day, 2019-02-12. */
  published: Evidence | null;
  language: Evidence | null;
  steps: Step[];
};

export type FoundStage = 'open' | 'text';
export type Found =
  | { name: string; report: FoundReport }
  /** It should have been read and could not be. `stage`: the source itself could not be opened, or no text could be taken from it. */
  | { name: string; fault: string; stage?: FoundStage }
  /** It is no report, or none that can be read: a picture, a page of links. */
  | { name: string; passed: string };

/** A report of which only bytes and text are known. */
export function bareReport(bytes: Uint8Array, text: string, mediaType: string): FoundReport {
  return {
    bytes,
    mediaType,
    text,
    id: null,
    item: null,
    url: null,
    headline: null,
    outlet: null,
    byline: null,
    published: null,
    language: null,
    steps: [],
  };
}
