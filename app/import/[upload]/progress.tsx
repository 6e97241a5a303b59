"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** How far some work is, and asks again every second. */
export function Progress({ label, share }: { label: string; share: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 1000);
    return () => clearInterval(timer);
  }, [router]);
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
