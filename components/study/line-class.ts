/** A line under the bar about one card: it is in nobody's way, and what can be done about it stands in it. */
export const LINE =
  'flex flex-wrap items-center justify-center gap-x-2 bg-lit px-4 py-1 text-center text-label text-ink'
export const WAY = 'inline-flex min-h-11 items-center px-2 font-[500] underline underline-offset-[0.22em]'
