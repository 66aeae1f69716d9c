import { useFetcher, useLocation } from "@remix-run/react";
import { useState } from "react";
import type { FormReply } from "~/platform/form";
import type { Problem } from "~/platform/refusal";
import type { Card } from "../card";

/** A gathering, and the wall times somebody dragged it to. */
export type Move = { card: Card; version: number; starts_local: string; ends_local: string };

export type Moves = {
  /** What waits for a yes, because others have seen the gathering. */
  asking: Move | undefined;
  /** What the sheet shows as moved already. */
  shown: Move | undefined;
  /** What was put back, and why. */
  refused: { move: Move; problem: Problem } | undefined;
  /** What the server accepted last. */
  done: Move | undefined;
  busy: boolean;
  propose: (move: Move) => void;
  confirm: () => void;
  putBack: () => void;
};

/** Moves by dragging: asks first where others have seen it, shows it where it was dropped, and back where it was refused. */
export function useMoves(slug: string | undefined): Moves {
  const { pathname, search } = useLocation();
  const here = pathname + search;
  const fetcher = useFetcher<FormReply>({ key: `move ${here}` });
  const [asking, setAsking] = useState<Move>();
  const [sent, setSent] = useState<{ move: Move; from: string }>();
  const busy = fetcher.state !== "idle";
  const last = sent?.from === here ? sent.move : undefined;
  const problem = busy ? undefined : problemOf(fetcher.data);

  function send(move: Move) {
    const { card, version, starts_local, ends_local } = move;
    setAsking(undefined);
    setSent({ move, from: here });
    const fields = {
      ...{ starts_on: starts_local.slice(0, 10), starts: starts_local.slice(11, 16) },
      ...{ ends_on: ends_local.slice(0, 10), ends: ends_local.slice(11, 16) },
      ...{ seen_version: String(version), to: here },
    };
    fetcher.submit(fields, {
      method: "post",
      action: `/o/${slug}/gatherings/${card.id}/time`,
      preventScrollReset: true,
    });
  }

  return {
    asking,
    shown: asking ?? (busy ? last : undefined),
    refused: last && problem ? { move: last, problem } : undefined,
    done: !busy && !problem ? last : undefined,
    busy: busy || asking !== undefined,
    propose: (move) => (move.card.shared ? setAsking(move) : send(move)),
    confirm: () => asking && send(asking),
    putBack: () => setAsking(undefined),
  };
}

function problemOf(reply: FormReply | undefined): Problem | undefined {
  return reply?.refusal ?? Object.values(reply?.errors ?? {}).flat()[0];
}
