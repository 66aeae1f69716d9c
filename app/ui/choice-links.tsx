import { Link } from "@remix-run/react";

type ChoiceLinksProps = {
  label: string;
  options: readonly { value: string; label: string; lang?: string; to: string }[];
  chosen: string;
};

/** A choice of one among a few, each a link: it needs no button and works without JavaScript. */
export function ChoiceLinks({ label, options, chosen }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className="grid gap-1">
      <p aria-hidden className="text-sm font-semibold">
        {label}
      </p>
      <ul className="flex flex-wrap gap-2">
        {options.map(({ value, label: name, lang, to }) => (
          <li key={value}>
            <Link
              to={to}
              lang={lang}
              preventScrollReset
              aria-current={value === chosen ? "true" : undefined}
              className="flex min-h-11 items-center rounded-md border border-edge bg-surface px-3.5 py-1.5 leading-snug font-medium hover:border-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
