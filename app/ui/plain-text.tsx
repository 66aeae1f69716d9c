/** A text as it was typed, in its paragraphs. Web addresses in it are links; nothing else in it is more than text. */
export function PlainText({ text }: { text: string }) {
  return <p className="max-w-measure whitespace-pre-line">{text.split(/(https?:\/\/[^\s<>"']+)/g).map(asLink)}</p>;
}

function asLink(part: string, at: number) {
  if (at % 2 === 0) return part;
  const [, address = part, rest = ""] = /^(.*?)([.,;:!?)\]}’”。、]*)$/.exec(part) ?? [];
  return [
    <a key={at} href={address} rel="noopener noreferrer nofollow" className="link break-all">
      {address}
    </a>,
    rest,
  ];
}
