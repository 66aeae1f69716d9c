import { Transform } from "node:stream";

/**
 * What React renders, without the null bytes with which React 18 fills up a piece that has no room left for a character of
 * several bytes: browsers would show them as broken Hangul in attributes. A page holds no others.
 */
export function withoutPadding(): Transform {
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      done(null, piece.includes(0) ? Buffer.from(piece.filter((byte) => byte !== 0)) : piece);
    },
  });
}
