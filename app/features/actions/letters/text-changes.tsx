import { useTranslations } from "use-intl";
import { useLanguageName } from "~/i18n/use-language-name";
import { changedLines } from "./changed-lines";

type Texts = Record<string, string>;
type Written = { title: Texts; body: Texts };

/** What became of the text that an organization signed, language by language; languages that stayed are left out. */
export function TextChanges({ before, after }: { before: Written; after: Written }) {
  const t = useTranslations("letters");
  const languageName = useLanguageName();
  const tags = [...new Set([...Object.keys(before.title), ...Object.keys(after.title)])];
  return (
    <section className="mb-8 grid max-w-measure gap-3" aria-labelledby="changes">
      <h2 id="changes" className="text-xl font-bold">
        {t("changes")}
      </h2>
      <p className="text-soft">{t("changesHint")}</p>
      {tags.map((tag) => {
        const lines = changedLines(wholeOf(before, tag), wholeOf(after, tag));
        if (lines.every(({ change }) => change === "same")) return null;
        return (
          <div key={tag} className="grid gap-1">
            <h3 className="font-semibold">{languageName(tag)}</h3>
            <div lang={tag} className="rounded-md border border-line bg-surface p-4 leading-normal wrap-anywhere">
              {lines.map(({ text, change }, place) => {
                const key = `${place} ${change}`;
                if (change === "same") return <p key={key}>{text || "\u00a0"}</p>;
                const Tag = change === "added" ? "ins" : "del";
                return (
                  <p key={key} className={change === "added" ? "bg-jade-wash" : "bg-cinnabar-wash"}>
                    <span aria-hidden className="inline-block w-5 font-semibold">
                      {change === "added" ? "+" : "−"}
                    </span>
                    <span className="sr-only">{t(change)}: </span>
                    <Tag className={change === "added" ? "no-underline" : undefined}>{text}</Tag>
                  </p>
                );
              })}
            </div>
          </div>
        );
      })}
    </section>
  );
}

function wholeOf({ title, body }: Written, tag: string): string {
  return title[tag] === undefined ? "" : `${title[tag]}\n\n${body[tag] ?? ""}`;
}
