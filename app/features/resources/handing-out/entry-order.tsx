import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { LinkButton } from "~/ui/link-button";

type EntryOrderProps = {
  /** The pages of this collection that change it. */
  base: string;
  entries: { id: string; name: { text: string; lang: string } }[];
  reply: FormReply | undefined;
};

/** The entries of a collection, each to move or to take out: every press is a form of its own. */
export function EntryOrder({ base, entries, reply }: EntryOrderProps) {
  const t = useTranslations("handingOut");
  return (
    <Form reply={reply} className="grid gap-4">
      <ol className="divide-y divide-line border-y border-line">
        {entries.map(({ id, name }, at) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <p lang={name.lang} className="min-w-0 grow basis-64 text-lg leading-snug font-semibold">
              {name.text}
            </p>
            <div className="flex flex-wrap gap-2">
              {at > 0 ? (
                <Button name="move" value={`up ${id}`} variant="quiet" aria-label={t("up", { name: name.text })}>
                  {t("upShort")}
                </Button>
              ) : null}
              {at < entries.length - 1 ? (
                <Button name="move" value={`down ${id}`} variant="quiet" aria-label={t("down", { name: name.text })}>
                  {t("downShort")}
                </Button>
              ) : null}
              <LinkButton
                to={`${base}/entries/${id}/removal`}
                variant="plain"
                aria-label={t("removeNamed", { name: name.text })}
              >
                {t("remove")}
              </LinkButton>
            </div>
          </li>
        ))}
      </ol>
    </Form>
  );
}
