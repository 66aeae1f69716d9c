import type { Signatory } from "./facts";

type NameListProps = { names: (Pick<Signatory, "english_name" | "korean_name"> & Partial<Pick<Signatory, "apart">>)[] };

/** Each organization in English, and in Korean where it has such a name. */
export function NameList({ names }: NameListProps) {
  return (
    <ol className="grid max-w-measure list-decimal gap-1 pl-6">
      {names.map(({ english_name, korean_name, apart }) => (
        <li key={`${english_name} ${korean_name} ${apart}`} className="wrap-anywhere">
          <span lang="en">{english_name}</span>
          {korean_name ? (
            <>
              {" · "}
              <span lang="ko">{korean_name}</span>
            </>
          ) : null}
          {apart ? <span className="text-soft"> ({apart})</span> : null}
        </li>
      ))}
    </ol>
  );
}
