import { type RefObject, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
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
const ASKED =
  /^(starts|ends|time_zone|area|detail\.address|gathering_id|repeats|kept_rule|every|weekdays|repeat_ends|until_on|times|except_on|also_on|scope)/;

/** Says what else happens while a time is being chosen. Without JavaScript, ClashButton does. */
export function ClashCheck({ organization, gathering, fixed = {} }: ClashCheckProps) {
  const t = useTranslations("clashes");
  const place = useRef<HTMLElement>(null);
  const clashes = useClashes(place, `/o/${organization.slug}/clashes/found`);

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

/** Asks anew, a moment after the form around `place` says another time or place; without a connection it says nothing. */
function useClashes(place: RefObject<HTMLElement>, action: string): Clashes | undefined {
  const [clashes, setClashes] = useState<Clashes>();

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let waiting: ReturnType<typeof setTimeout>;
    let asking = new AbortController();
    const follow = ({ target }: Event) => {
      if (!ASKED.test((target as HTMLInputElement).name)) return;
      clearTimeout(waiting);
      waiting = setTimeout(ask, PAUSE);
    };
    form.addEventListener("change", follow);
    waiting = setTimeout(ask, PAUSE);
    return () => {
      clearTimeout(waiting);
      asking.abort();
      form.removeEventListener("change", follow);
    };

    async function ask() {
      const body = new FormData();
      for (const [name, value] of new FormData(form ?? undefined)) if (ASKED.test(name)) body.append(name, value);
      if (!body.get("starts_on") || !body.get("starts") || !body.get("ends")) return;
      asking.abort();
      asking = new AbortController();
      const answer = await fetch(action, { method: "POST", body, signal: asking.signal }).catch(() => undefined);
      if (answer?.ok) setClashes(await answer.json().catch(() => undefined));
    }
  }, [place, action]);

  return clashes;
}
