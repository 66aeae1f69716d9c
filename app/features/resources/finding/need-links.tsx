import { Link } from "@remix-run/react";
import { LocalText } from "../local-text";
import type { Found } from "./found";
import { addressOf, type Question } from "./question";

type NeedLinksProps = { title: string; needs: Found["needs"]; question?: Partial<Question> };

/** Needs to choose with a thumb, before or instead of typing. */
export function NeedLinks({ title, needs, question = {} }: NeedLinksProps) {
  if (needs.length === 0) return null;
  return (
    <section aria-label={title} className="mt-6">
      <h2 className="mb-2 font-semibold">{title}</h2>
      <ul className="flex flex-wrap gap-2">
        {needs.map(({ id, name }) => (
          <li key={id}>
            <Link
              to={addressOf({ ...question, need: id, page: 1 })}
              aria-current={question.need === id ? "true" : undefined}
              className="inline-flex min-h-11 items-center rounded-full border border-edge bg-surface px-4 font-medium hover:border-ink hover:bg-sunken aria-current:border-ink aria-current:bg-sunken"
            >
              <LocalText texts={name} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
