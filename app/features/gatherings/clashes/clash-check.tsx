import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import type { FormReply } from "~/platform/form";
import { ClashList } from "./clash-list";
import type { Clashes } from "./clashes";

type ClashCheckProps = {
  organization: { slug: string };
  /** The gathering that is being changed: it is no clash with itself. */
  gathering?: string | undefined;
  /** What a form does not ask for, because it stays as it is. */
  fixed?: Record<string, string>;
};

const PAUSE = 500;
const ASKED = /^(starts|ends|time_zone|area|detail\.address|gathering_id)/;

/** Says what else happens while a time is being chosen. Without JavaScript, ClashButton does. */
export function ClashCheck({ organization, gathering, fixed = {} }: ClashCheckProps) {
  const t = useTranslations("clashes");
  const place = useRef<HTMLElement>(null);
  const clashes = useClashes(place, `/o/${organization.slug}/clashes`);

  return (
    <section ref={place} aria-label={t("title")} role="status" className="empty:hidden">
      {Object.entries({ ...fixed, ...(gathering ? { gathering_id: gathering } : {}) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {clashes ? (
        <div className="border-l-4 border-line bg-sunken/60 px-4 py-3">
          <ClashList clashes={clashes} />
        </div>
      ) : null}
    </section>
  );
}

/** Asks anew, a moment after the form around `place` says another time or place. */
function useClashes(place: React.RefObject<HTMLElement>, action: string): Clashes | undefined {
  const fetcher = useFetcher<FormReply | { clashes: Clashes }>();
  const { submit } = fetcher;

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout>;
    const follow = ({ target }: Event) => {
      if (!ASKED.test((target as HTMLInputElement).name)) return;
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE);
    };
    form.addEventListener("change", follow);
    ask();
    return () => {
      clearTimeout(waiting);
      form.removeEventListener("change", follow);
    };

    function ask() {
      const asked = new FormData();
      for (const [name, value] of new FormData(form ?? undefined)) if (ASKED.test(name)) asked.append(name, value);
      if (asked.get("starts_on") && asked.get("starts") && asked.get("ends")) {
        submit(asked, { method: "post", action });
      }
    }
  }, [place, action, submit]);

  const answer = fetcher.data;
  return answer && "clashes" in answer ? answer.clashes : undefined;
}
