import type { Item, Letter, Part, Passage } from "./letter";

/** A letter as HTML that asks for nothing from anywhere: styles stand inline, and there are no pictures. */
export function renderHtml({ lang, subject, parts, foot }: Letter): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;background:#fbfaf7">
<div style="${style.page}">
${parts.map((part) => partHtml(part, lang)).join("\n")}
<div style="${style.foot}">
${foot.map((part) => partHtml(part, lang)).join("\n")}
</div>
</div>
</body>
</html>
`;
}

const ink = "#1c1f24";
const jade = "#0f6b5c";

const style = {
  page: `max-width:34rem;margin:0 auto;padding:24px 16px;color:${ink};font:16px/1.6 Pretendard,'Apple SD Gothic Neo','Malgun Gothic',system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere`,
  heading: "margin:28px 0 8px;font-size:18px;line-height:1.4",
  paragraph: "margin:0 0 12px",
  button: `display:inline-block;margin:8px 0 20px;padding:11px 20px;border-radius:6px;background:${jade};color:#ffffff;font-weight:600;text-decoration:none`,
  link: `color:${jade}`,
  item: "margin:0 0 16px;padding:0 0 0 12px;border-left:3px solid #dcd8cf",
  title: `color:${jade};font-weight:600`,
  warning: "margin:4px 0 0;color:#8a5a00",
  foot: "margin:24px 0 0;padding:16px 0 0;border-top:1px solid #dcd8cf;font-size:14px",
};

function partHtml(part: Part, lang: string): string {
  if ("heading" in part) return `<h2 style="${style.heading}">${escaped(part.heading)}</h2>`;
  if ("paragraph" in part) return `<p style="${style.paragraph}">${escaped(part.paragraph)}</p>`;
  if ("items" in part) return part.items.map((item) => itemHtml(item, lang)).join("\n");
  const [words, look] = "button" in part ? [part.button, style.button] : [part.link, style.link];
  return `<p style="${style.paragraph}"><a href="${escaped(part.url)}" style="${look}">${escaped(words)}</a></p>`;
}

function itemHtml({ title, url, mark, lines, warnings }: Item, lang: string): string {
  const name = `<a href="${escaped(url)}" style="${style.title}"${langOf(title, lang)}>${escaped(title.text)}</a>`;
  return `<div style="${style.item}">${mark ? `${escaped(mark)}: ` : ""}${name}<br>${lines.map(escaped).join("<br>")}${warnings
    .map((warning) => `<p style="${style.warning}"${langOf(warning, lang)}>${escaped(warning.text)}</p>`)
    .join("")}</div>`;
}

const langOf = (passage: Passage, lang: string) => (passage.lang === lang ? "" : ` lang="${escaped(passage.lang)}"`);

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
