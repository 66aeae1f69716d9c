import { Transform } from "node:stream";

/**
 * What React renders, without the null bytes with which React 18 fills up a piece that has no room left for a character of
 * several bytes: browsers would show them as broken Hangul in attributes. A page holds no others. React's pieces are of two
 * kilobytes; what comes after handles each, and is handed larger ones.
 */
export function withoutPadding(): Transform {
  let pieces: Uint8Array[] = [];
  let size = 0;
  const gathered = () => {
    const all = Buffer.concat(pieces);
    [pieces, size] = [[], 0];
    return all;
  };
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      pieces.push(piece.includes(0) ? piece.filter((byte) => byte !== 0) : piece);
      size += piece.length;
      if (size < LARGE) done();
      else done(null, gathered());
    },
    flush(done) {
      done(null, gathered());
    },
  });
}

const LARGE = 64 * 1024;
