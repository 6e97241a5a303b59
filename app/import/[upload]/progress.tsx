"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

/**
 * How far some work is. It asks again a second after the last answer is shown, and not before: what
 * comes of a long file takes seconds to show, and each question put meanwhile would put it off.
 */
export function Progress({ label, share }: { label: string; share: number }) {
  const router = useRouter();
  const [asking, ask] = useTransition();
  useEffect(() => {
    if (asking) return;
    const timer = setTimeout(() => ask(() => router.refresh()), 1000);
    return () => clearTimeout(timer);
  }, [asking, router]);
  const percent = Math.round(share * 100);
  return (
    <div className="import-progress">
      <label htmlFor="progress">{label}</label>
      <progress id="progress" max={100} value={percent}>
        {percent}%
      </progress>
      <span>{percent}%</span>
    </div>
  );
}
