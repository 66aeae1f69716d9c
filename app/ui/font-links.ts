import latin from "pretendard/dist/web/variable/woff2-dynamic-subset/PretendardVariable.subset.91.woff2?url";

/** The one piece of the type face that every page needs (Latin, and the commonest Hangul), asked for before the style sheet is read. */
export const fontLinks = [
  { rel: "preload", href: latin, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
] as const;
