import type { ReactNode } from 'react'

/** A part of the account: its name at the side where there is room, above where there is not. */
export function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-x-16 gap-y-4 border-t py-8 wide:grid-cols-[16rem_minmax(0,34rem)]">
      <h2 className="text-lead">{title}</h2>
      <div>{children}</div>
    </section>
  )
}
