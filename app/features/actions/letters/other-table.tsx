import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Table } from "~/ui/table";

type Other = { id: string; english_name: string; korean: string | null; late: boolean; current: boolean };

/** Signatories without an account, and which text they signed. */
export function OtherTable({ others, base, canChange }: { others: Other[]; base: string; canChange: boolean }) {
  const t = useTranslations("letters");
  return (
    <div className="mb-8">
      <Table
        caption={t("othersTitle")}
        head={[t("otherEnglish"), t("otherKorean"), t("otherState"), ...(canChange ? [t("otherChange")] : [])]}
        rows={others.map(({ id, english_name, korean, late, current }) => ({
          key: id,
          cells: [
            <span key="en" lang="en">
              {english_name}
            </span>,
            korean ? (
              <span key="ko" lang="ko">
                {korean}
              </span>
            ) : (
              ""
            ),
            t(!current ? "otherOld" : late ? "otherLate" : "otherConfirmed"),
            ...(canChange
              ? [
                  <span key="change" className="flex flex-wrap gap-x-4">
                    {current ? null : (
                      <Link to={`${base}/${id}/confirmation`} className="link inline-flex min-h-11 items-center">
                        {t("otherConfirm")}
                        <span className="sr-only"> {english_name}</span>
                      </Link>
                    )}
                    <Link to={`${base}/${id}/removal`} className="link inline-flex min-h-11 items-center">
                      {t("otherRemove")}
                      <span className="sr-only"> {english_name}</span>
                    </Link>
                  </span>,
                ]
              : []),
          ],
        }))}
      />
    </div>
  );
}
