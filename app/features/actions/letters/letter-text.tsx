import { useLocale } from "use-intl";
import { PlainText } from "~/ui/plain-text";

type Texts = Record<string, string>;
type LetterTextProps = { title: Texts; body: Texts; level?: 2 | 3 };

/** A letter in every language it has, the reader's first. */
export function LetterText({ title, body, level = 2 }: LetterTextProps) {
  const locale = useLocale();
  const Heading = `h${level}` as const;
  const languages = Object.keys(title).sort(
    (a, b) => Number(b === locale) - Number(a === locale) || a.localeCompare(b),
  );
  return (
    <div className="grid max-w-measure gap-8">
      {languages.map((tag) => (
        <section
          key={tag}
          lang={tag}
          className="grid gap-3 rounded-md border border-line bg-surface p-4 wrap-anywhere sm:p-6"
        >
          <Heading className="text-lg leading-snug font-semibold">{title[tag]}</Heading>
          <PlainText text={body[tag] ?? ""} />
        </section>
      ))}
    </div>
  );
}
