/** A message as its reader sees it, before it becomes text and HTML. */
export type Letter = {
  lang: string;
  subject: string;
  parts: Part[];
  /** Small print below the line: why it came, how to end it, what it is not. */
  foot: Part[];
};

export type Part =
  | { heading: string }
  | { paragraph: string }
  /** The one thing to do. */
  | { button: string; url: string }
  | { link: string; url: string }
  | { items: Item[] };

export type Item = {
  title: Passage;
  url: string;
  /** Said before the title: a draft, or cancelled. */
  mark?: string | undefined;
  lines: string[];
  warnings: Passage[];
};

/** A text with the language it is in. */
export type Passage = { text: string; lang: string };
