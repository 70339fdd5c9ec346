import type { ReactNode } from "react";

/** A part of the inspector: title at the left, what sums it up at the right. */
export function Section({ title, sum, children }: { title: string; sum?: ReactNode; children: ReactNode }) {
  return (
    <section className="section" aria-label={title}>
      <header>
        <h3>{title}</h3>
        {sum !== undefined && <span className="sum">{sum}</span>}
      </header>
      {children}
    </section>
  );
}
