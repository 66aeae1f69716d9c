import { convertQwertyToHangul } from "es-hangul";

/** What keys pressed on the English keyboard were meant to be in Hangul; null where they spell no whole syllables. */
export function meantInHangul(typed: string): string | null {
  if (!/^[a-z ]{4,}$/i.test(typed)) return null;
  try {
    const meant = convertQwertyToHangul(typed);
    return /^[가-힣 ]+$/.test(meant) ? meant : null;
  } catch {
    // Vowels that make no syllable together, as those of "hospital", cannot be put together at all.
    return null;
  }
}
