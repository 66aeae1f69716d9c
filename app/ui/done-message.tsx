import { useFetchers, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useState } from "react";
import { Message } from "./message";

/** What was done on the way here, until the next form of this page is sent. */
export function DoneMessage({ title }: { title: ReactNode }) {
  const { key, hash } = useLocation();
  const isSending = useFetchers().some(({ formData }) => formData);
  const [told, setTold] = useState({ key, isOver: false });
  if (isSending && !told.isOver) setTold({ ...told, isOver: true });
  // Going to a field of the page is not coming here anew.
  if (!isSending && !hash && told.key !== key) setTold({ key, isOver: false });
  if (told.isOver) return null;

  return (
    <div className="mb-8">
      <Message kind="success" live title={title} />
    </div>
  );
}
