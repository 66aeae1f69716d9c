import { useFetcher, useLocation } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useProblem } from "~/i18n/use-problem";
import type { FormReply } from "~/platform/form";
import type { Card } from "./card";

/** A gathering on its way to another time, and how to put it back on the sheet. */
export type Move = { card: Card; version: number; starts_local: string; ends_local: string; revert(): void };

/**
 * Moves by dragging, through the same route as the form that moves: what others have seen is asked about first, and what is
 * refused goes back to its place with the reason.
 */
export function useMove(organization: string | null) {
  const fetcher = useFetcher<FormReply>();
  const { pathname, search } = useLocation();
  const sentence = useProblem();
  const [moving, setMoving] = useState<Move>();
  const sent = useRef<Move>();
  const { data: reply, state } = fetcher;
  const problem = reply?.refusal ?? Object.values(reply?.errors ?? {}).flat()[0];

  useEffect(() => {
    if (state !== "idle" || !sent.current) return;
    if (reply) sent.current.revert();
    sent.current = undefined;
  }, [state, reply]);

  const send = useCallback(
    (move: Move) => {
      sent.current = move;
      const { card, version, starts_local, ends_local } = move;
      fetcher.submit(
        {
          seen_version: version,
          starts_on: starts_local.slice(0, 10),
          starts: starts_local.slice(11, 16),
          ends_on: ends_local.slice(0, 10),
          ends: ends_local.slice(11, 16),
          to: `${pathname}${search}`,
        },
        { method: "post", action: `/o/${organization}/gatherings/${card.id}/time`, preventScrollReset: true },
      );
    },
    [fetcher, organization, pathname, search],
  );

  const ask = useCallback((move: Move) => (move.card.shared ? setMoving(move) : send(move)), [send]);

  return {
    moving,
    ask,
    confirm() {
      if (moving) send(moving);
      setMoving(undefined);
    },
    withdraw() {
      moving?.revert();
      setMoving(undefined);
    },
    refusal: state === "idle" && problem ? sentence(problem) : null,
  };
}
