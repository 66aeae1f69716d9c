/** Whether an address can be read: whole percent signs, true UTF-8, no null byte. */
export function isReadableUrl(address: string): boolean {
  const { pathname, search } = new URL(address);
  return isReadable(pathname) && isReadable(search);
}

/** Whether a form's bytes can be read: true UTF-8, also behind percent signs. Null bytes are the form's to answer for. */
export function isReadableForm(bytes: Uint8Array, contentType: string): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (contentType.startsWith("application/x-www-form-urlencoded")) decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function isReadable(part: string): boolean {
  try {
    return !decodeURIComponent(part).includes("\0");
  } catch {
    return false;
  }
}
